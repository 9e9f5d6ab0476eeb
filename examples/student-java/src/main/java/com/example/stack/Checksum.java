package com.example.stack;

import java.nio.ByteBuffer;

/** The Internet checksum (RFC 1071 section 1): 16-bit words added in ones' complement, and turned over. */
final class Checksum {
    private Checksum() {}

    /** Over these octets; zero if they contain a checksum that is right. */
    static int of(ByteBuffer octets) {
        return finish(sum(octets));
    }

    /** The same with the pseudo-header of TCP and UDP in front (RFC 9293 section 3.1, RFC 768). */
    static int withPseudoHeader(int source, int destination, int protocol, ByteBuffer octets) {
        ByteBuffer pseudo = ByteBuffer.allocate(12);
        pseudo.putInt(source).putInt(destination).putShort((short) protocol).putShort((short) octets.remaining());
        return finish(sum(pseudo.flip()) + sum(octets));
    }

    private static long sum(ByteBuffer octets) {
        ByteBuffer in = octets.duplicate();
        long sum = 0;
        while (in.remaining() > 1) {
            sum += in.getShort() & 0xffff;
        }
        return in.hasRemaining() ? sum + ((in.get() & 0xff) << 8) : sum;
    }

    private static int finish(long sum) {
        long folded = sum;
        while (folded > 0xffff) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) ~folded & 0xffff;
    }
}
