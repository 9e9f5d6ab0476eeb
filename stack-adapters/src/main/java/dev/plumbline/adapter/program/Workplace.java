package dev.plumbline.adapter.program;

import dev.plumbline.adapter.sandbox.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** An empty folder for a program to work in, where there is nothing to find and nothing to spoil. */
public final class Workplace implements AutoCloseable {
    private final Path folder;

    private Workplace(Path folder) {
        this.folder = folder;
    }

    /** An empty one. */
    public static Workplace create() {
        try {
            return new Workplace(Scratch.folder("work"));
        } catch (IOException e) {
            throw new UncheckedIOException("there is no place for temporary files", e);
        }
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** With all that was left in it, whatever rights a program has given or taken there. */
    @Override
    public void close() {
        Scratch.remove(folder);
    }
}
