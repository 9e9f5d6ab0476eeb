package dev.plumbline.adapter.program;

import dev.plumbline.adapter.line.ChildProgram;
import dev.plumbline.adapter.sandbox.Room;
import dev.plumbline.adapter.sandbox.Untrusted;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Starts a program that is given as a command. It works in an empty folder, so that words which name a file or folder here are
 * handed to it as absolute paths; of this machine's files it sees those, and what lies beside them.
 *
 * @param command as it was typed
 */
record CommandLauncher(String command) implements Launcher {
    /** Where relative paths begin, if not in this JVM's folder: Maven starts one in each module's. */
    private static final String FROM = "plumbline.from";

    private static final String PATH = "PATH";
    /** Where programs are if nobody says. */
    private static final String USUAL = "/usr/local/bin:/usr/bin:/bin";

    @Override
    public ChildProgram launch(Path workplace) {
        return ChildProgram.start(shortName(), program(workplace)).inCompany();
    }

    @Override
    public Optional<Rooms> rooms() {
        try (Workplace place = Workplace.create()) {
            return Room.suits(program(place.folder()))
                    ? Optional.of(new Rooms(shortName(), this::program))
                    : Optional.empty();
        }
    }

    private String shortName() {
        return CommandWords.of(command).get(0);
    }

    private Untrusted program(Path workplace) {
        List<String> words = CommandWords.of(command);
        List<String> all = new ArrayList<>();
        all.add(program(words.get(0)).toString());
        words.stream().skip(1).map(CommandLauncher::absolute).forEach(all::add);
        CommandFiles files = CommandFiles.of(all);
        return new Untrusted(all, files.needed(), files.hidden(), workplace);
    }

    private static Path program(String word) {
        if (!word.contains("/")) {
            return Arrays.stream(searched().split(File.pathSeparator, -1))
                    .flatMap(folder -> path(folder, word).stream())
                    .filter(CommandLauncher::isProgram)
                    .findFirst()
                    .orElseThrow(() -> new NotThere("there is no program " + word
                            + " on the PATH; a program in this folder is written ./" + word));
        }
        Path program = path("", word).orElseThrow(() -> new NotThere("'" + word + "' is no path"));
        if (Files.isDirectory(program) || !Files.exists(program)) {
            throw new NotThere("there is no program " + program);
        }
        if (!Files.isExecutable(program)) {
            throw new NotThere(
                    program + " cannot be executed: is it a program, and has it the right to be one (chmod +x)?");
        }
        return program;
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }

    /** A file, a folder, or several with colons between them. */
    private static String absolute(String word) {
        List<Optional<Path>> paths = Arrays.stream(word.split(File.pathSeparator, -1))
                .map(part -> path("", part).filter(path -> !part.isEmpty() && Files.exists(path)))
                .toList();
        return paths.stream().allMatch(Optional::isPresent)
                ? paths.stream()
                        .map(path -> path.orElseThrow().toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : word;
    }

    private static Optional<Path> path(String folder, String word) {
        try {
            return Optional.of(Path.of(System.getProperty(FROM, ""))
                    .resolve(folder)
                    .resolve(word)
                    .toAbsolutePath()
                    .normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String searched() {
        return Optional.ofNullable(System.getenv(PATH)).orElse(USUAL);
    }
}
