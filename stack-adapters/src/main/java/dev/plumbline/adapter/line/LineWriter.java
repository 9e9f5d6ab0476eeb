package dev.plumbline.adapter.line;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Writes lines to a program that may have stopped reading: a write that takes too long is noticed by a watchdog, who must
 * see to it that it ends (by killing the program).
 */
final class LineWriter implements AutoCloseable {
    private final OutputStream out;
    private final Duration limit;
    private final Watchdog watchdog;

    /** Calls {@code stuck} when a write takes longer than {@code limit}. */
    LineWriter(OutputStream out, Duration limit, Runnable stuck) {
        this.out = out;
        this.limit = limit;
        this.watchdog = new Watchdog(limit.dividedBy(4), stuck);
    }

    /** Writes one line, at once. */
    synchronized void write(LineMessage message) throws IOException {
        byte[] line = message.octets();
        watchdog.watch(limit);
        try {
            out.write(line);
            out.flush();
        } finally {
            watchdog.rest();
        }
    }

    /** Stops the watchdog; what is written to must be closed by who opened it. */
    @Override
    public void close() {
        watchdog.close();
    }
}
