package dev.plumbline.proofs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The project's files, wherever in it the tests were started. */
public final class Checkout {
    private Checkout() {}

    /** The folder with the root pom. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
        }
        return folder;
    }
}
