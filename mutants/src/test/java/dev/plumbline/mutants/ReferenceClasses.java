package dev.plumbline.mutants;

import dev.plumbline.reference.ReferenceProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The compiled reference. */
final class ReferenceClasses {
    /** What the names of all its classes begin with. */
    static final String PREFIX = ReferenceProvider.class.getPackageName() + ".";

    private static final Path SOURCES = Path.of("reference-impl", "src", "main", "java");
    private static final String CLASS = ".class";

    private ReferenceClasses() {}

    /** The octets of a class, if there is one of that name. */
    static Optional<byte[]> bytes(String name) {
        try (InputStream in = ReferenceClasses.class.getClassLoader().getResourceAsStream(resource(name))) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the classes of one of its packages, in the order of the alphabet. */
    static List<String> in(String name) {
        String folder = (PREFIX + name).replace('.', '/');
        try {
            URI found = Objects.requireNonNull(
                            ReferenceClasses.class.getClassLoader().getResource(folder), folder)
                    .toURI();
            if (!found.getScheme().equals("jar")) {
                return names(Path.of(found));
            }
            try (FileSystem jar = FileSystems.newFileSystem(found, Map.of())) {
                return names(jar.getPath("/" + folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        String inPackage = PREFIX + folder.getFileName() + ".";
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(CLASS) && !file.equals("package-info.class"))
                    .map(file -> inPackage + file.substring(0, file.length() - CLASS.length()))
                    .filter(ReferenceClasses::isMain)
                    .sorted()
                    .toList();
        }
    }

    /** Whether it is no test that somebody has compiled into the same folder. */
    private static boolean isMain(String name) {
        String topLevel = name.replaceFirst("\\$.*", "");
        return Files.exists(Register.root().resolve(SOURCES).resolve(topLevel.replace('.', '/') + ".java"));
    }

    private static String resource(String name) {
        return name.replace('.', '/') + CLASS;
    }
}
