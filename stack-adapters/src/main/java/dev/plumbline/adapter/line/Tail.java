package dev.plumbline.adapter.line;

import dev.plumbline.adapter.processor.Helper;
import dev.plumbline.text.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Reads a stream to its end on a thread of its own and keeps the last 64 KiB. */
final class Tail {
    private static final int KEPT = 64 * 1024;

    private final Thread reader;
    private byte[] kept = new byte[0];

    private Tail(InputStream in, String name) {
        reader = Helper.of(() -> drain(in), name);
    }

    /** Starts to read {@code in}. */
    static Tail of(InputStream in, String name) {
        Tail tail = new Tail(in, name);
        tail.reader.start();
        return tail;
    }

    /** Waits until the stream is at its end, but not longer than {@code limit}. */
    void await(Duration limit) {
        try {
            reader.join(limit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A sentence with all that is kept. */
    @Override
    public String toString() {
        return says(whereabouts().rest());
    }

    /** The same of a program that was ended, with where it was if it has told that. */
    String lastWords() {
        Whereabouts told = whereabouts();
        return told.place().isEmpty()
                ? says(told.rest())
                : "where it was:\n" + told.place() + (told.rest().isEmpty() ? "" : "\n" + says(told.rest()));
    }

    private static String says(String text) {
        return text.isEmpty() ? "it wrote nothing to its standard error" : "its standard error says:\n" + text;
    }

    private synchronized Whereabouts whereabouts() {
        return Whereabouts.in(Shown.lines(new String(kept, StandardCharsets.UTF_8)));
    }

    private void drain(InputStream in) {
        byte[] chunk = new byte[8192];
        try (in) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                keep(chunk, count);
            }
        } catch (ClosedChannelException e) {
            // It is of no interest any more.
        } catch (IOException e) {
            byte[] note = ("(reading it failed: " + e.getMessage() + ")").getBytes(StandardCharsets.UTF_8);
            keep(note, note.length);
        }
    }

    private synchronized void keep(byte[] chunk, int count) {
        int old = Math.min(kept.length, KEPT - count);
        byte[] both = Arrays.copyOf(Arrays.copyOfRange(kept, kept.length - old, kept.length), old + count);
        System.arraycopy(chunk, 0, both, old, count);
        kept = both;
    }
}
