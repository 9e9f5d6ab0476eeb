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
 * @param processes how many processes and threads it may have at once
 */
public record Untrusted(List<String> words, List<Path> files, List<Path> hidden, Path workplace, int processes) {
    private static final int PROCESSES = 256;

    /** Copies the lists. */
    public Untrusted {
        words = List.copyOf(words);
        files = List.copyOf(files);
        hidden = List.copyOf(hidden);
    }

    /** With as many processes as one program may have. */
    public Untrusted(List<String> words, List<Path> files, List<Path> hidden, Path workplace) {
        this(words, files, hidden, workplace, PROCESSES);
    }
}
