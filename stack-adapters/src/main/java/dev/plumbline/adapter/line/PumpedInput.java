package dev.plumbline.adapter.line;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a program says, read by a thread of its own: so it can be asked whether there is anything, which a pipe does not tell. */
final class PumpedInput extends InputStream {
    private static final byte[] END = new byte[0];
    private static final byte[] NOTHING = new byte[0];

    private final BlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>();
    private byte[] current = NOTHING;
    private int at;

    PumpedInput(InputStream in) {
        Thread thread = new Thread(() -> pump(in), "selftest reader");
        thread.setDaemon(true);
        thread.start();
    }

    private void pump(InputStream in) {
        byte[] chunk = new byte[64 * 1024];
        try {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                if (count > 0) {
                    chunks.add(Arrays.copyOf(chunk, count));
                }
            }
        } catch (IOException e) {
            // The end, as it is for who reads it.
        }
        chunks.add(END);
    }

    /** Whether there is something, or comes within this time; an end is not. */
    boolean speaksWithin(long nanos) throws IOException {
        if (at == current.length) {
            current = polled(nanos);
            at = 0;
            if (current == END) {
                chunks.add(END); // for whoever asks next
            }
        }
        return at < current.length;
    }

    private byte[] polled(long nanos) throws IOException {
        try {
            byte[] chunk = chunks.poll(nanos, TimeUnit.NANOSECONDS);
            return chunk == null ? NOTHING : chunk;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        try {
            while (at == current.length) {
                byte[] next = chunks.take();
                if (next == END) {
                    chunks.add(END);
                    return -1;
                }
                current = next;
                at = 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        int count = Math.min(most, current.length - at);
        System.arraycopy(current, at, into, from, count);
        at += count;
        return count;
    }
}
