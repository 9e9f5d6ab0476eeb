package dev.plumbline.adapter.processor;

import java.util.Optional;

/** Threads that help: they end with the JVM, and do not stay on the processor on which whoever makes them is kept. */
public final class Helper {
    private static final long THIS_THREAD = 0;

    private Helper() {}

    /** One that is not started yet. */
    public static Thread of(Runnable work, String name) {
        // A thread begins with its maker's processors.
        Optional<Mask> wherever = Seat.mine().before();
        Thread thread = new Thread(
                () -> {
                    wherever.ifPresent(mask -> Processors.here().allow(THIS_THREAD, mask));
                    work.run();
                },
                name);
        thread.setDaemon(true);
        return thread;
    }
}
