package dev.plumbline.adapter.line;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A program's way to the suite: the one place that has the real standard output. */
public final class LineOutput {
    private final OutputStream out;

    /** The process's own. */
    public LineOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    /** Another, which stands for it. */
    public LineOutput(OutputStream out) {
        this.out = new BufferedOutputStream(out, 64 * 1024);
    }

    /** Says something, at the latest with the next {@link #flush}. */
    public void say(Verb verb, Object... values) {
        say(LineMessage.of(verb, values));
    }

    /** Says something, at the latest with the next {@link #flush}. */
    public void say(LineMessage message) {
        try {
            out.write(message.octets());
        } catch (IOException e) {
            throw new UncheckedIOException("the suite does not read any more", e);
        }
    }

    /** Sends all that was said: to be called when there is nothing else to do. */
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the suite does not read any more", e);
        }
    }
}
