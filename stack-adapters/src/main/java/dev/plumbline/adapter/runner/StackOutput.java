package dev.plumbline.adapter.runner;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code System.out} goes: what a stack prints while it has its turn becomes lines of the transcript, next to its packets;
 * everything else goes to the standard error.
 */
final class StackOutput extends OutputStream {
    private static final int MOST_LINES = 1000;
    private static final int LONGEST_LINE = 500;

    private final Line line;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private @Nullable GuestHost speaker;
    private int lines;

    StackOutput(Line line) {
        this.line = line;
    }

    PrintStream stream() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    /** From now on it is this host's stack that prints; returns whose it was. */
    @Nullable
    GuestHost speaksFor(@Nullable GuestHost host) {
        GuestHost before = speaker;
        speaker = host;
        return before;
    }

    @Override
    public synchronized void write(int octet) {
        if (octet == '\n') {
            end();
        } else if (begun.size() < LONGEST_LINE) {
            begun.write(octet);
        }
    }

    private void end() {
        String text = begun.toString(StandardCharsets.UTF_8);
        begun.reset();
        GuestHost host = speaker;
        if (host == null || !line.isMine()) {
            System.err.println(text);
        } else if (lines++ < MOST_LINES) {
            host.log(text);
        } else if (lines == MOST_LINES + 1) {
            host.log("(the stack has printed " + MOST_LINES + " lines; the rest is left out)");
        }
    }
}
