package dev.plumbline.adapter.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * A stranger's program.
 *
 * @param words how it is started, the program first, as an absolute path
 * @param files what it has to read besides the system's own: files, and folders with all that is in them
 * @param hidden folders within these that it must not see into
 * @param workplace an empty folder of this machine that it may work in, if nothing better can be arranged
 */
public record Untrusted(List<String> words, List<Path> files, List<Path> hidden, Path workplace) {
    /** Copies the lists. */
    public Untrusted {
        words = List.copyOf(words);
        files = List.copyOf(files);
        hidden = List.copyOf(hidden);
    }
}
