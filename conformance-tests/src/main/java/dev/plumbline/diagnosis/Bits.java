package dev.plumbline.diagnosis;

import java.util.HashSet;
import java.util.Set;

/** What becomes of a number's octets in the hands of those who get them wrong. */
final class Bits {
    private static final int OCTET = 8;

    private Bits() {}

    /** The lowest bits of a number, so many. */
    static long low(long value, int width) {
        return width >= Long.SIZE ? value : value & ((1L << width) - 1);
    }

    /** The last octet first; of a number of whole octets. */
    static long reversed(long value, int width) {
        return Long.reverseBytes(value) >>> (Long.SIZE - width);
    }

    /** The lower 16 bits of 32 first. */
    static long halvesReversed(long value) {
        return low(value << 16, 32) | (value >>> 16);
    }

    /** One of eight bits becomes the other: 0 and 7, 1 and 6. */
    static long mirrored(long octet) {
        return Long.reverse(octet) >>> 56;
    }

    /**
     * What comes out if some of the octets that are 128 or more are taken for negative numbers when they are put together, by adding or
     * by {@code |}; without the right value.
     */
    static Set<Long> signedReadings(long value, int width) {
        int octets = width / OCTET;
        Set<Long> readings = new HashSet<>();
        for (int negative = 1; negative < 1 << octets; negative++) {
            readings.add(signedReading(value, octets, negative, true));
            readings.add(signedReading(value, octets, negative, false));
        }
        readings.remove(low(value, width));
        return readings;
    }

    private static long signedReading(long value, int octets, int negative, boolean adding) {
        long result = 0;
        for (int i = 0; i < octets; i++) {
            long octet = (value >>> (OCTET * i)) & 0xff;
            long taken = ((negative >>> i) & 1) == 0 ? octet : (byte) octet;
            long placed = taken << (OCTET * i);
            result = adding ? result + placed : result | placed;
        }
        return low(result, OCTET * octets);
    }
}
