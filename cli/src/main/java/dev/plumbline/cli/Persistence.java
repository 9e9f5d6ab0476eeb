package dev.plumbline.cli;

import picocli.CommandLine.Option;

/** Whether a run goes on where there is little to be learned: an option that commands share. */
final class Persistence {
    @Option(
            names = "--all",
            description = "Plays all. If not given, a stage most of which fails ends the run of what stands on it:"
                    + " that would fail, too.")
    private boolean all;

    /** Whether it does. */
    boolean all() {
        return all;
    }
}
