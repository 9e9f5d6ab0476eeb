package dev.plumbline.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The Internet checksum: the one's complement of the one's complement sum of all 16-bit words (RFC 1071 section 1).
 *
 * <p>A running sum is passed along as a number, so a pseudo-header and a segment are summed without being copied together.
 */
public final class InternetChecksum {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private InternetChecksum() {}

    /** The checksum of {@code octets}, 0 to 65535; 0 if they already hold their right checksum. */
    public static int of(Octets octets) {
        return finish(sum(octets));
    }

    /**
     * The sum for the pseudo-header of TCP and UDP: source, destination, protocol and length (RFC 9293 section 3.1).
     *
     * @param source the source address as 32 bits
     * @param destination the destination address as 32 bits
     * @param protocol the IP protocol number, 0 to 255
     * @param length the octets of header and data, 0 to 65535
     */
    public static long pseudoHeader(int source, int destination, int protocol, int length) {
        return (source & 0xffffffffL) + (destination & 0xffffffffL) + protocol + length;
    }

    /** The sum of {@code octets} as 16-bit words, an odd last one padded with zero; not yet folded or complemented. */
    public static long sum(Octets octets) {
        return sum(octets.array, octets.offset, octets.length());
    }

    /** The same for part of an array that is being written. */
    public static long sum(byte[] array, int offset, int length) {
        // 64 bits at a time, added as two halves, so that not even the longest array overflows the sum.
        long sum = 0;
        int end = offset + length;
        int i = offset;
        for (; i < end - 7; i += 8) {
            long word = (long) LONGS.get(array, i);
            sum += (word >>> 32) + (word & 0xffffffffL);
        }
        for (; i < end; i++) {
            int octet = array[i] & 0xff;
            sum += (i - offset & 1) == 0 ? octet << 8 : octet;
        }
        return sum;
    }

    /** Folds a sum to 16 bits and takes its one's complement: the value for the header field, 0 to 65535. */
    public static int finish(long sum) {
        long folded = fold32(sum);
        folded = (folded & 0xffff) + (folded >>> 16);
        folded = (folded & 0xffff) + (folded >>> 16);
        return (int) ~folded & 0xffff;
    }

    private static long fold32(long sum) {
        long folded = (sum & 0xffffffffL) + (sum >>> 32);
        return (folded & 0xffffffffL) + (folded >>> 32);
    }
}
