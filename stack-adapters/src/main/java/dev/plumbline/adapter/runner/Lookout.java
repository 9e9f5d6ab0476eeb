package dev.plumbline.adapter.runner;

import dev.plumbline.adapter.line.Whereabouts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * Writes down where the stack is when a turn takes long, again and again: the suite may end this program for it, and then nobody
 * else could tell. What the stack does to {@code System.err} does not change where it is written.
 */
final class Lookout {
    /** A turn has seconds; the suite's tests give it one. */
    private static final long FIRST_MILLIS = 700;

    private static final long TICK_MILLIS = 100;

    private final Line line;
    private final Thread watched = Thread.currentThread();
    private final BlockingQueue<Object> never = new SynchronousQueue<>();
    private long turn;
    private long next;

    private Lookout(Line line) {
        this.line = line;
    }

    /** Watches the turns of the thread that asks for it, as long as this program lives. */
    static void over(Line line) {
        Lookout lookout = new Lookout(line);
        Thread thread = new Thread(lookout::watch, "lookout");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try (FileOutputStream errors = new FileOutputStream(FileDescriptor.err)) {
            while (true) {
                var unused = never.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
                if (isLong()) {
                    errors.write(Whereabouts.note(watched.getState(), watched.getStackTrace())
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody reads it any more, or nobody wants it
        }
    }

    /** At first after a moment, then each time when it has lasted twice as long. */
    private boolean isLong() {
        long since = line.busySince();
        if (since != turn) {
            turn = since;
            next = FIRST_MILLIS;
        }
        boolean isLong = since != Line.IDLE && System.nanoTime() - since >= TimeUnit.MILLISECONDS.toNanos(next);
        if (isLong) {
            next *= 2;
        }
        return isLong;
    }
}
