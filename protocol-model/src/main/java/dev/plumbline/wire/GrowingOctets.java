package dev.plumbline.wire;

import java.util.Arrays;

/**
 * Octets that come one part after another, such as what has arrived of a stream. What it has is never copied for those who look at
 * it, and but rarely for the next part: {@link Octets#plus} would copy the whole stream for each segment.
 */
public final class GrowingOctets {
    private static final int SMALLEST = 64;

    private byte[] array = new byte[0];
    private int length;

    /** With none yet. */
    public GrowingOctets() {}

    /** Has {@code more} follow what is there. */
    public void add(Octets more) {
        int end = Math.addExact(length, more.length());
        if (end > array.length) {
            array = Arrays.copyOf(array, Math.max(SMALLEST, Math.max(end, 2 * array.length)));
        }
        more.copyTo(array, length);
        length = end;
    }

    /** How many there are. */
    public int length() {
        return length;
    }

    /** All so far; what is added later does not change it, for nothing is ever written where octets are. */
    public Octets octets() {
        return Octets.wrap(array).slice(0, length);
    }
}
