package dev.plumbline.adapter.jar;

import dev.plumbline.adapter.line.ChildProgram;
import dev.plumbline.adapter.program.ProgramProvider;
import dev.plumbline.adapter.runner.StackRunner;
import dev.plumbline.spi.LayerLender;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.wire.Octets;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts {@link StackRunner} in a JVM of its own: with bounded memory, without this one's environment, and on no more of its
 * class path than the program, the model, and the layers that are lent to a lone TCP.
 */
final class RunnerProgram {
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m", "-XX:-UsePerfData");

    private RunnerProgram() {}

    /**
     * The stack of such a program. Nothing is started yet.
     *
     * @param files the stack's class path
     * @param wanted which of its providers, as {@link StackRunner} takes it
     */
    static StackProvider provider(String name, Supplier<List<Path>> files, String wanted) {
        return new ProgramProvider(name, place -> start(place, wanted, files.get()));
    }

    private static ChildProgram start(Path workplace, String wanted, List<Path> classPath) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-Djava.io.tmpdir=" + workplace);
        command.addAll(List.of("-cp", programs(), StackRunner.class.getName()));
        command.add(Long.toString(ProcessHandle.current().pid()));
        command.add(wanted);
        classPath.forEach(path -> command.add(path.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(workplace.toFile());
        builder.environment().clear();
        return ChildProgram.start("stack runner", builder);
    }

    private static String programs() {
        Stream<Class<?>> lenders =
                ServiceLoader.load(StackProvider.class, RunnerProgram.class.getClassLoader()).stream()
                        .<Class<?>>map(ServiceLoader.Provider::type)
                        .filter(LayerLender.class::isAssignableFrom);
        return Stream.concat(Stream.of(StackRunner.class, Octets.class), lenders)
                .map(RunnerProgram::origin)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String origin(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return Path.of(Objects.requireNonNull(source, type.getName())
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + type + " is not a file", e);
        }
    }
}
