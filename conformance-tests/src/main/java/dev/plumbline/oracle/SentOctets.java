package dev.plumbline.oracle;

import dev.plumbline.wire.Octets;
import java.util.Arrays;
import java.util.BitSet;

/** The octets that one side of a connection has sent so far, by their place in the stream. */
final class SentOctets {
    private byte[] octets = new byte[2048];
    private final BitSet known = new BitSet();

    /** Adds {@code data} at {@code from}; false if a different octet was there before. */
    boolean agree(int from, Octets data) {
        int end = from + data.length();
        if (end > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(end, octets.length * 2));
        }
        boolean same = true;
        for (int i = 0; i < data.length(); i++) {
            byte octet = (byte) data.u8(i);
            same &= !known.get(from + i) || octets[from + i] == octet;
            octets[from + i] = octet;
        }
        known.set(from, end);
        return same;
    }
}
