package dev.plumbline.adapter.program;

import dev.plumbline.spi.StackLocator;
import dev.plumbline.spi.StackProvider;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs a stack in any language that speaks the line protocol in virtual time: {@code exec:COMMAND}. */
public final class ExecLocator implements StackLocator {
    private static final String PREFIX = "exec:";

    @Override
    public String usage() {
        return "exec:COMMAND  the stack in a program of any language that speaks docs/line-protocol.md in virtual time";
    }

    /** The files that such a stack's command names, the program among them if it is named by its path. */
    public static List<Path> files(String name) {
        List<String> words = CommandWords.of(name.substring(PREFIX.length()));
        Stream<Path> program = words.get(0).contains("/") ? path(words.get(0)) : Stream.of();
        Stream<Path> others = words.stream().skip(1).flatMap(ExecLocator::path).filter(Files::isRegularFile);
        return Stream.concat(program, others).distinct().toList();
    }

    private static Stream<Path> path(String word) {
        try {
            return Stream.of(Path.of(word).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Stream.of(); // an option, say
        }
    }

    @Override
    public Optional<StackProvider> locate(String name) {
        return name.startsWith(PREFIX)
                ? Optional.of(new ProgramProvider(name, new CommandLauncher(name.substring(PREFIX.length()))))
                : Optional.empty();
    }
}
