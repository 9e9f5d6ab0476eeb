package dev.plumbline.adapter.runner;

import java.util.Optional;

/** Ends this JVM when the suite's has ended, however that came and whatever the stack is doing: there are no orphans. */
final class SuiteWatch {
    private SuiteWatch() {}

    /** Watches the process of this id; 0 is nobody: where this JVM cannot see the suite's, it is ended with it. */
    static void over(long suite) {
        if (suite == 0) {
            return;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(suite);
        if (process.isEmpty()) {
            Runtime.getRuntime().halt(1);
        }
        process.ifPresent(alive -> {
            var unused = alive.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
        });
    }
}
