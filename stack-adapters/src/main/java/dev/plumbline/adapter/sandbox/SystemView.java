package dev.plumbline.adapter.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The part of this system that any program needs to run, as bubblewrap is told of it: libraries, and how they are found. */
final class SystemView {
    private static final Path ETC = Path.of("/etc");

    private SystemView() {}

    /** Whether it is to be seen without being asked for. */
    static boolean holds(Path path) {
        return path.startsWith("/usr");
    }

    static List<String> words() {
        List<String> words = new ArrayList<>(List.of("--ro-bind", "/usr", "/usr"));
        words.addAll(List.of("--perms", "0755", "--dir", ETC.toString()));
        for (String top : List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")) {
            words.addAll(topLevel(Path.of(top)));
        }
        for (String name : List.of("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives", "localtime")) {
            readable(words, ETC.resolve(name));
        }
        javasOwn().forEach(path -> readable(words, path));
        return words;
    }

    /** A folder, or a link into /usr as most systems have it. */
    private static List<String> topLevel(Path path) {
        try {
            if (Files.isSymbolicLink(path)) {
                return List.of("--symlink", Files.readSymbolicLink(path).toString(), path.toString());
            }
        } catch (IOException e) {
            return List.of();
        }
        return Files.isDirectory(path) ? List.of("--ro-bind", path.toString(), path.toString()) : List.of();
    }

    private static void readable(List<String> words, Path path) {
        words.addAll(List.of("--ro-bind-try", path.toString(), path.toString()));
    }

    /** Distributions keep the settings of a JDK there. */
    private static List<Path> javasOwn() {
        try (Stream<Path> all = Files.list(ETC)) {
            return all.filter(path -> path.getFileName().toString().startsWith("java"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
