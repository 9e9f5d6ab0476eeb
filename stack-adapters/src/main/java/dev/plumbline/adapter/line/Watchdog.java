package dev.plumbline.adapter.line;

import dev.plumbline.adapter.processor.Helper;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Notices that something takes too long, and barks: whoever hears it must see to it that it ends (by killing a program). What
 * it watches costs a write to memory, however often that happens.
 */
final class Watchdog implements AutoCloseable {
    private static final long NOTHING = 0;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> Helper.of(work, "line protocol watchdog"));
    private volatile long deadline = NOTHING;

    /**
     * Begins with nothing to watch.
     *
     * @param period how often it looks: by so much later than due it may bark
     */
    Watchdog(Duration period, Runnable bark) {
        long nanos = Math.max(1, period.toNanos());
        var unused = thread.scheduleAtFixedRate(
                () -> {
                    long due = deadline;
                    if (due != NOTHING && System.nanoTime() - due > 0) {
                        deadline = NOTHING;
                        bark.run();
                    }
                },
                nanos,
                nanos,
                TimeUnit.NANOSECONDS);
    }

    /** From now on {@link #rest} is expected within {@code limit}. */
    void watch(Duration limit) {
        deadline = System.nanoTime() + limit.toNanos() | 1;
    }

    /** What was watched has ended. */
    void rest() {
        deadline = NOTHING;
    }

    /** Watches nothing any more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
