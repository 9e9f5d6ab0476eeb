package dev.plumbline.adapter.line;

import dev.plumbline.wire.Octets;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/** What a program is given that asks for random octets. */
final class Chance {
    private static final int NUMBERS_AT_ONCE = 8;

    private Chance() {}

    static Octets octets(RandomGenerator random) {
        ByteBuffer octets = ByteBuffer.allocate(NUMBERS_AT_ONCE * Long.BYTES);
        for (int i = 0; i < NUMBERS_AT_ONCE; i++) {
            octets.putLong(random.nextLong());
        }
        return Octets.wrap(octets.array());
    }
}
