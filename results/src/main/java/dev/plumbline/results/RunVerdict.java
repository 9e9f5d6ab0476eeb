package dev.plumbline.results;

/** The verdict on a run, and the exit code that tells it to other programs. */
public enum RunVerdict {
    /** No requirement was violated, and all that was planned was judged. */
    CONFORMS(0, "CONFORMS"),
    /** A requirement was violated, or its precondition was not reached. */
    DOES_NOT_CONFORM(1, "DOES NOT CONFORM"),
    /** Only what had failed in an earlier run was played, and holds now: says nothing about the rest. */
    NOTHING_FAILED_AGAIN(2, "NOTHING FAILED AGAIN"),
    /** The run broke, ended early or judged nothing: says nothing about the stack. */
    COULD_NOT_RUN(2, "COULD NOT RUN");

    private final int exitCode;
    private final String words;

    RunVerdict(int exitCode, String words) {
        this.exitCode = exitCode;
        this.words = words;
    }

    /** What the process ends with. */
    public int exitCode() {
        return exitCode;
    }

    /** As it is shown. */
    public String words() {
        return words;
    }
}
