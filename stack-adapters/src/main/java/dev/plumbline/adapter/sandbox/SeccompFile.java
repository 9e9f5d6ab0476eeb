package dev.plumbline.adapter.sandbox;

import java.io.IOException;
import java.nio.file.Files;

/** The filter of system calls in a file, from which bubblewrap reads it: one for a JVM. */
final class SeccompFile {
    private static final String PATH = write();

    private SeccompFile() {}

    /** Where it is; empty if there is none for this machine. */
    static String path() {
        return PATH;
    }

    private static String write() {
        return SeccompFilter.of(System.getProperty("os.arch", ""))
                .map(SeccompFile::write)
                .orElse("");
    }

    private static String write(byte[] filter) {
        try {
            return Files.write(Scratch.folder("filter").resolve("bpf"), filter).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
