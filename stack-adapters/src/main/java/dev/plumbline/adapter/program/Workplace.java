package dev.plumbline.adapter.program;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
            return new Workplace(Files.createTempDirectory("plumbline-stack"));
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
        delete(folder.toFile());
    }

    /** Links are not followed: what they lead to is not the program's. */
    private static void delete(File file) {
        if (Files.isDirectory(file.toPath(), LinkOption.NOFOLLOW_LINKS)) {
            boolean mine =
                    file.setReadable(true, true) && file.setWritable(true, true) && file.setExecutable(true, true);
            File[] within = mine ? file.listFiles() : null;
            for (File each : within == null ? new File[0] : within) {
                delete(each);
            }
        }
        if (!file.delete()) {
            file.deleteOnExit();
        }
    }
}
