package com.example.stack;

import java.nio.ByteBuffer;

/** An IP datagram (RFC 791 section 3.1); addresses as 32 bits. */
record IpPacket(int protocol, int source, int destination, ByteBuffer payload) {
    static final int TCP = 6;
    static final int UDP = 17;
    /** Octets in a header without options. */
    static final int HEADER = 20;

    private static final int TIME_TO_LIVE = 64;
    private static final int MORE_FRAGMENTS_OR_OFFSET = 0x3fff;

    /** Reads a datagram; null if it is not whole, not valid, or a fragment (this stack does not put fragments together). */
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
        if ((in.getShort(6) & MORE_FRAGMENTS_OR_OFFSET) != 0) {
            return null;
        }
        ByteBuffer payload = in.slice(headerLength, totalLength - headerLength);
        return new IpPacket(in.get(9) & 0xff, in.getInt(12), in.getInt(16), payload);
    }

    /** Writes a datagram without options. */
    static byte[] build(int identification, int protocol, int source, int destination, ByteBuffer payload) {
        ByteBuffer out = ByteBuffer.allocate(HEADER + payload.remaining());
        out.put((byte) 0x45).put((byte) 0).putShort((short) out.capacity());
        out.putShort((short) identification).putShort((short) 0);
        out.put((byte) TIME_TO_LIVE).put((byte) protocol).putShort((short) 0);
        out.putInt(source).putInt(destination);
        out.putShort(10, (short) Checksum.of(out.slice(0, HEADER)));
        out.put(payload.duplicate());
        return out.array();
    }
}
