package dev.plumbline.adapter.line;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Writes lines to a program that may have stopped reading: a write that takes too long is noticed by a watchdog, who must
 * see to it that it ends (by killing the program).
 */
final class LineWriter implements AutoCloseable {
    private static final long IDLE = 0;

    private final OutputStream out;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(LineWriter::daemon);
    private volatile long writingSince = IDLE;

    /** Calls {@code stuck} when a write takes longer than {@code limit}. */
    LineWriter(OutputStream out, Duration limit, Runnable stuck) {
        this.out = out;
        long period = Math.max(1, limit.toNanos() / 4);
        var unused = watchdog.scheduleAtFixedRate(
                () -> {
                    long since = writingSince;
                    if (since != IDLE && System.nanoTime() - since > limit.toNanos()) {
                        stuck.run();
                    }
                },
                period,
                period,
                TimeUnit.NANOSECONDS);
    }

    /** Writes one line, at once. */
    synchronized void write(LineMessage message) throws IOException {
        byte[] line = (message.format() + "\n").getBytes(StandardCharsets.UTF_8);
        writingSince = System.nanoTime() | 1;
        try {
            out.write(line);
            out.flush();
        } finally {
            writingSince = IDLE;
        }
    }

    /** Stops the watchdog; what is written to must be closed by who opened it. */
    @Override
    public void close() {
        watchdog.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "line protocol watchdog");
        thread.setDaemon(true);
        return thread;
    }
}
