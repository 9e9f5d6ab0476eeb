package dev.plumbline.adapter.jar;

import dev.plumbline.adapter.program.NotThere;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The class path of a stack that somebody brought. */
public final class StackFiles {
    private StackFiles() {}

    /**
     * A jar; or a folder of classes, with the jars in it.
     *
     * @throws NotThere if there is no such file, or it is no jar
     */
    static List<Path> at(String text) {
        Path path = path(text);
        if (Files.isDirectory(path)) {
            List<Path> all = new ArrayList<>(List.of(path));
            all.addAll(jarsIn(path));
            return all;
        }
        if (!Files.exists(path)) {
            throw new NotThere("there is no file " + path);
        }
        if (!Files.isRegularFile(path)) {
            // To open a pipe is to wait for whoever writes to it.
            throw new NotThere(path + " is no jar (it is a pipe, or a device)");
        }
        try (ZipFile jar = new ZipFile(path.toFile())) {
            return List.of(Path.of(jar.getName()));
        } catch (IOException e) {
            throw new NotThere(path + " is no jar (" + e.getMessage() + ")");
        }
    }

    /** The files that jars name as theirs (Class-Path in the manifest), if they lie below the jar's folder. */
    public static List<Path> namedBy(List<Path> jars) {
        return jars.stream()
                .filter(Files::isRegularFile)
                .flatMap(jar -> classPathOf(jar)
                        .map(name -> jar.resolveSibling(name).normalize())
                        .filter(path -> path.startsWith(jar.getParent()) && !path.equals(jar.getParent())))
                .filter(path -> Files.isRegularFile(path) || Files.isDirectory(path))
                .toList();
    }

    private static Stream<String> classPathOf(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return named == null ? Stream.of() : Arrays.stream(named.strip().split(" +", -1));
        } catch (IOException e) {
            return Stream.of();
        }
    }

    /** What this JVM was started with; Surefire may hide it behind a jar that names all others. */
    public static List<Path> ofThisJvm() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
    }

    private static Path path(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new NotThere("'" + text + "' is no path: " + e.getReason());
        }
    }

    private static List<Path> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new NotThere(folder + " cannot be read: " + e.getMessage());
        }
    }
}
