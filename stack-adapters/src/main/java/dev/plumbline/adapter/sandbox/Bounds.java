package dev.plumbline.adapter.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * What a program may use at most, as a shell sets it: no address space, for a JVM reserves far more than it uses, but what it
 * writes to. A limit that is lower already stays as it is.
 */
final class Bounds {
    private static final long DATA_KIB = 1_536 * 1_024;
    private static final long FILES = 512;
    /** In blocks of half a KiB, or of one where the shell counts so. */
    private static final long FILE_BLOCKS = 131_072;

    private static final long PROCESSOR_SECONDS = 3_600;

    private Bounds() {}

    /**
     * The words that start {@code program} within these bounds.
     *
     * @param others how many processes and threads this user has already, where they are counted together
     */
    static List<String> around(Untrusted program, long others) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", script(program.processes() + others), "sh"));
        words.addAll(program.words());
        return words;
    }

    private static String script(long processes) {
        // Shells differ in how they call processes.
        return "(ulimit -u " + processes + ") 2>/dev/null && ulimit -u " + processes + " || ulimit -p " + processes
                + " 2>/dev/null; for each in 'c 0' 'n " + FILES + "' 'f " + FILE_BLOCKS + "' 'd " + DATA_KIB + "' 't "
                + PROCESSOR_SECONDS + "'; do ulimit -$each 2>/dev/null; done; exec \"$@\"";
    }
}
