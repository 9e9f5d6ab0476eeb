package dev.plumbline.adapter.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands that a sandbox is made with: the system's own, wherever the search path of a user may lead. */
final class Tools {
    private Tools() {}

    /** Where a command is. */
    static Optional<String> find(String name) {
        return Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin", "/run/current-system/sw/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** Whether all of them are there. */
    static boolean have(String... names) {
        return Stream.of(names).allMatch(name -> find(name).isPresent());
    }

    /** A command that is known to be there. */
    static String the(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("there is no command " + name));
    }
}
