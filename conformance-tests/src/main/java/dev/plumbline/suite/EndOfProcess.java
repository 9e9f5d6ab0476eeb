package dev.plumbline.suite;

import java.util.concurrent.locks.LockSupport;

/**
 * When this process has been told to end, by Ctrl-C say, the programs that stacks run in are ended with it, at any moment and in
 * no order. What happens to a scenario from then on says nothing about its stack: it must not be written down.
 */
public final class EndOfProcess {
    private EndOfProcess() {}

    /** Goes on, unless the process is about to end: then nobody who comes here ever comes back. */
    public static void standStillIfItIsNear() {
        while (isNear()) {
            LockSupport.park();
        }
    }

    /** The one thing that the JVM refuses from the first moment of its end. */
    private static boolean isNear() {
        Thread probe = new Thread(() -> {}, "never started");
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
