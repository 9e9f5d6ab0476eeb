package dev.plumbline.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The project as files on disk. */
public final class Project {
    private Project() {}

    /** Read once for all tests of a JVM: to parse them takes longer than to judge them. */
    private static final class Sources {
        private static final List<Source> ALL = read();
    }

    /** The folder with the root pom, wherever in the project the tests were started. */
    public static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
        }
        return folder;
    }

    /** The classes that a module's main code was compiled to. */
    static Path classes(String module) {
        return root().resolve(module).resolve("target/classes");
    }

    /** All Java files and features, but nothing that was generated or is hidden. */
    public static List<Source> sources() {
        return Sources.ALL;
    }

    private static List<Source> read() {
        try (var files = Files.walk(root())) {
            return files.filter(file -> file.toString().matches(".*\\.(java|feature)"))
                    .map(root()::relativize)
                    .filter(Project::isOurs)
                    .sorted()
                    .map(Project::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file) {
        return StreamSupport.stream(file.spliterator(), false)
                .map(Path::toString)
                .noneMatch(name -> name.startsWith(".") || name.equals("target") || name.equals(HouseRules.FILE));
    }

    private static Source read(Path file) {
        try {
            return Source.of(file.toString().replace('\\', '/'), Files.readString(root().resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
