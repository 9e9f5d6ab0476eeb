package com.example.stack;

import java.nio.ByteBuffer;

/**
 * An IP datagram, or a piece of one (RFC 791 section 3.1).
 *
 * @param source 32 bits, as is the destination
 * @param offset where the payload stands in the whole datagram's, in octets
 * @param more whether other pieces follow behind
 */
record IpPacket(
        int protocol,
        int source,
        int destination,
        int identification,
        int offset,
        boolean more,
        ByteBuffer payload) {
    static final int TCP = 6;
    static final int UDP = 17;
    /** Octets in a header without options. */
    static final int HEADER = 20;

    private static final int TIME_TO_LIVE = 64;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int OFFSET = 0x1fff;
    /** The header counts a fragment's place in units of so many octets. */
    private static final int OFFSET_UNIT = 8;

    /** Reads a datagram; null if it is cut short or not valid. */
    static IpPacket parse(byte[] octets) {
        ByteBuffer in = ByteBuffer.wrap(octets);
        if (octets.length < HEADER || (in.get(0) >> 4 & 0xf) != 4) {
            return null;
        }
        int headerLength = (in.get(0) & 0xf) * 4;
        int totalLength = in.getShort(2) & 0xffff;
        if (headerLength < HEADER || totalLength < headerLength || totalLength > octets.length) {
            return null;
        }
        if (Checksum.of(in.slice(0, headerLength)) != 0) {
            return null;
        }
        ByteBuffer payload = in.slice(headerLength, totalLength - headerLength);
        int place = in.getShort(6);
        return new IpPacket(
                in.get(9) & 0xff,
                in.getInt(12),
                in.getInt(16),
                in.getShort(4) & 0xffff,
                (place & OFFSET) * OFFSET_UNIT,
                (place & MORE_FRAGMENTS) != 0,
                payload);
    }

    boolean isFragment() {
        return more || offset > 0;
    }

    /** How many octets of payload, at most, a piece may have that fits into so many octets and is not the last. */
    static int largestPiece(int mtu) {
        return (mtu - HEADER) / OFFSET_UNIT * OFFSET_UNIT;
    }

    /** The piece of this datagram from {@code start} to {@code end}, counted in its payload. */
    IpPacket piece(int start, int end) {
        boolean others = end < payload.remaining();
        return new IpPacket(
                protocol, source, destination, identification, start, others, payload.slice(start, end - start));
    }

    /** Writes it without options. */
    byte[] build() {
        ByteBuffer out = ByteBuffer.allocate(HEADER + payload.remaining());
        out.put((byte) 0x45).put((byte) 0).putShort((short) out.capacity());
        out.putShort((short) identification);
        out.putShort((short) (offset / OFFSET_UNIT | (more ? MORE_FRAGMENTS : 0)));
        out.put((byte) TIME_TO_LIVE).put((byte) protocol).putShort((short) 0);
        out.putInt(source).putInt(destination);
        out.putShort(10, (short) Checksum.of(out.slice(0, HEADER)));
        out.put(payload.duplicate());
        return out.array();
    }
}
