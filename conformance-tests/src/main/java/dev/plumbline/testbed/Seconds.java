package dev.plumbline.testbed;

import java.time.Duration;

/** Times as numbers and as text. */
public final class Seconds {
    private static final long FOREVER = Long.MAX_VALUE / 4;

    private Seconds() {}

    /** The nanoseconds of {@code delay}; more than 73 years count as 73 years. */
    static long nanos(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a delay is zero or more, found " + delay);
        }
        long seconds = delay.getSeconds();
        return seconds >= FOREVER / 1_000_000_000L ? FOREVER : seconds * 1_000_000_000L + delay.getNano();
    }

    /** Seconds with six decimals, the rest cut off: {@code 1.500000}. */
    public static String print(Duration at) {
        String micros = Integer.toString(1_000_000 + at.getNano() / 1000);
        return at.getSeconds() + "." + micros.substring(1);
    }
}
