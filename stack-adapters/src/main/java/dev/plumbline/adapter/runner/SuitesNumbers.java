package dev.plumbline.adapter.runner;

import dev.plumbline.adapter.line.LineMessage;
import dev.plumbline.adapter.line.Verb;
import java.nio.ByteBuffer;

/** Random numbers from the suite, so that the same seed makes the same world; several at a time, for asking takes its time. */
final class SuitesNumbers {
    private final int host;
    private final Line line;
    private ByteBuffer left = ByteBuffer.allocate(0);

    SuitesNumbers(int host, Line line) {
        this.host = host;
        this.line = line;
    }

    /** The next one: the source of a {@link java.util.random.RandomGenerator}. */
    long next() {
        line.requireMine("random");
        if (left.remaining() < Long.BYTES) {
            LineMessage answer = line.ask(Verb.RANDOM, Verb.NUMBERS, host);
            left = ByteBuffer.wrap(answer.words().octets().toByteArray());
        }
        return left.getLong();
    }
}
