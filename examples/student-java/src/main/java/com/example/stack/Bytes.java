package com.example.stack;

import dev.plumbline.wire.Octets;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A queue of octets: added at the end, taken or looked at from the front. */
final class Bytes {
    private byte[] held = new byte[1024];
    private int count;

    int count() {
        return count;
    }

    void add(ByteBuffer octets) {
        ByteBuffer in = octets.duplicate();
        int more = in.remaining();
        if (count + more > held.length) {
            held = Arrays.copyOf(held, Math.max(2 * held.length, count + more));
        }
        in.get(held, count, more);
        count += more;
    }

    byte[] copy(int from, int length) {
        return Arrays.copyOfRange(held, from, from + length);
    }

    void drop(int length) {
        System.arraycopy(held, length, held, 0, count - length);
        count -= length;
    }

    static Octets octets(ByteBuffer buffer) {
        byte[] copy = new byte[buffer.remaining()];
        buffer.duplicate().get(copy);
        return Octets.wrap(copy);
    }
}
