package dev.plumbline.cli;

import dev.plumbline.suite.EndOfProcess;
import java.util.function.Supplier;

/** What is said if somebody ends the process while something is done, by Ctrl-C say. */
final class Interruption {
    private Interruption() {}

    /** Does {@code work}, and has {@code words} said if the process is ended meanwhile. */
    static <T> T tells(Runnable words, Supplier<T> work) {
        Thread hook = new Thread(() -> unlessAStackDidIt(words), "last words");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            EndOfProcess.standStillIfItIsNear();
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private static void unlessAStackDidIt(Runnable words) {
        if (!Main.isEndedByAStack()) {
            words.run();
        }
    }
}
