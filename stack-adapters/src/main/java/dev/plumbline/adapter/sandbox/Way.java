package dev.plumbline.adapter.sandbox;

import java.nio.file.Path;
import java.util.List;

/** One way to start a stranger's program. */
interface Way {
    /** What it holds. */
    Grade grade();

    /** More than the grade says for the record of a run; or nothing. */
    default String besides() {
        return "";
    }

    /** Whether it can be taken with this program. */
    default boolean suits(Untrusted program) {
        return true;
    }

    /**
     * The words that start the program so, in {@link #workplace}.
     *
     * @param user the number of a user who has nothing else, if it is to be somebody else's
     */
    List<String> command(Untrusted program, long user);

    /** The words that end what the program has left running; none where nothing can be left, or found. */
    default List<String> ending(long pid, long user) {
        return List.of();
    }

    /** Whether it is root who starts it, as somebody else. */
    boolean asStranger();

    /** Where the program works, as it sees it. */
    default Path workplace(Untrusted program) {
        return program.workplace();
    }

    /** Whether it has processes of its own, which end with its first: then it cannot see the suite's. */
    default boolean hasItsOwnProcesses() {
        return true;
    }
}
