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
        for (int at = known.nextSetBit(from); at >= 0 && at < end; at = known.nextSetBit(at + 1)) {
            same &= octets[at] == (byte) data.u8(at - from);
        }
        data.copyTo(octets, from);
        known.set(from, end);
        return same;
    }
}
