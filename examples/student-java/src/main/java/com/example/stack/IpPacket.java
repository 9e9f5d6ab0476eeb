package com.example.stack;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An IP datagram, or a fragment of one (RFC 791 section 3.1); addresses as 32 bits.
 *
 * @param offset where the payload belongs in the whole datagram's, in octets
 * @param more whether fragments follow behind this one
 */
record IpPacket(
        int identification,
        int protocol,
        int source,
        int destination,
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
    /** Offsets are counted in units of so many octets. */
    private static final int UNIT = 8;

    /** Reads a datagram; null if it is cut off, or its header is not valid. */
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
        int place = in.getShort(6) & 0xffff;
        return new IpPacket(
                in.getShort(4) & 0xffff,
                in.get(9) & 0xff,
                in.getInt(12),
                in.getInt(16),
                (place & OFFSET) * UNIT,
                (place & MORE_FRAGMENTS) != 0,
                in.slice(headerLength, totalLength - headerLength));
    }

    boolean isFragment() {
        return more || offset > 0;
    }

    /** The same datagram with another part of the payload, or all of it. */
    IpPacket with(int newOffset, boolean newMore, ByteBuffer newPayload) {
        return new IpPacket(identification, protocol, source, destination, newOffset, newMore, newPayload);
    }

    /** It, in packets of at most {@code mtu} octets (RFC 791 section 2.3). */
    List<IpPacket> cut(int mtu) {
        int most = (mtu - HEADER) / UNIT * UNIT;
        int length = payload.remaining();
        if (HEADER + length <= mtu) {
            return List.of(this);
        }
        List<IpPacket> pieces = new ArrayList<>();
        for (int from = 0; from < length; from += most) {
            int size = Math.min(most, length - from);
            pieces.add(with(from, from + size < length, payload.slice(from, size)));
        }
        return pieces;
    }

    /** Writes it without options. */
    byte[] build() {
        ByteBuffer out = ByteBuffer.allocate(HEADER + payload.remaining());
        out.put((byte) 0x45).put((byte) 0).putShort((short) out.capacity());
        out.putShort((short) identification).putShort((short) (offset / UNIT | (more ? MORE_FRAGMENTS : 0)));
        out.put((byte) TIME_TO_LIVE).put((byte) protocol).putShort((short) 0);
        out.putInt(source).putInt(destination);
        out.putShort(10, (short) Checksum.of(out.slice(0, HEADER)));
        out.put(payload.duplicate());
        return out.array();
    }
}
