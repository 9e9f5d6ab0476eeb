package dev.plumbline.tidy.sample;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Is handed time and chance. */
public record Pure(Instant boot, RandomGenerator random) {
    Instant at(Duration sinceBoot) {
        return boot.plus(sinceBoot);
    }

    ByteBuffer chance() {
        return ByteBuffer.allocate(Long.BYTES).putLong(random.nextLong());
    }
}
