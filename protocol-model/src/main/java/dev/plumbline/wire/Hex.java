package dev.plumbline.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Octets as pairs of hexadecimal digits, by table: whole datagrams cross the line to a stack in this form. */
final class Hex {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] VALUES = values();

    private Hex() {}

    /** The octets of an array from one index up to another, in lower case. */
    static String of(byte[] octets, int from, int to) {
        byte[] digits = new byte[2 * (to - from)];
        int at = 0;
        for (int i = from; i < to; i++) {
            digits[at++] = DIGITS[octets[i] >> 4 & 0xf];
            digits[at++] = DIGITS[octets[i] & 0xf];
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    /** Reads them; null if there is anything else than pairs of digits. */
    static byte @Nullable [] parse(String hex) {
        byte[] digits = hex.getBytes(StandardCharsets.ISO_8859_1);
        byte[] octets = new byte[digits.length / 2];
        int all = digits.length % 2 == 0 ? 0 : -1;
        for (int i = 0; i < octets.length; i++) {
            int octet = VALUES[digits[2 * i] & 0xff] << 4 | VALUES[digits[2 * i + 1] & 0xff];
            octets[i] = (byte) octet;
            all |= octet;
        }
        return all < 0 ? null : octets;
    }

    /** By digit; less than zero for what is none. */
    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < DIGITS.length; i++) {
            values[DIGITS[i]] = (byte) i;
            values[Character.toUpperCase((char) DIGITS[i])] = (byte) i;
        }
        return values;
    }
}
