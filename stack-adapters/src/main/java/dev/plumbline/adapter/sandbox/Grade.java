package dev.plumbline.adapter.sandbox;

import java.util.Locale;

/** How much is held of what a stranger's program could do, from the most to nothing. */
public enum Grade {
    /** No network, no files but its own, no other processes, no system calls that it has no need of; bounded. */
    BUBBLEWRAP("bubblewrap"),
    /** No network and no other processes; bounded. It sees the files of whoever it runs as. */
    UNSHARE("unshare, which does not hold: files, system calls"),
    /** Bounded. */
    BOUNDS("bounds alone, which do not hold: network, files, system calls, what it leaves running"),
    /** It has all rights of whoever started it. */
    NONE("none: it had all rights of the user who started it");

    private final String told;

    Grade(String told) {
        this.told = told;
    }

    /** For the record of a run. */
    public String told() {
        return told;
    }

    /** As it is asked for. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
