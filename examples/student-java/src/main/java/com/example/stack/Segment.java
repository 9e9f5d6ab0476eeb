package com.example.stack;

import dev.plumbline.transport.SocketAddress;
import java.nio.ByteBuffer;

/** A TCP segment (RFC 9293 section 3.1); {@code mss} is zero if it has no such option. */
record Segment(int sourcePort, int destinationPort, int seq, int ack, int flags, int window, int mss, ByteBuffer data) {
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int PSH = 8;
    static final int ACK = 16;
    static final int HEADER = 20;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int OPTION_END = 0;
    private static final int OPTION_NOTHING = 1;
    private static final int OPTION_MSS = 2;

    /** A segment without data. */
    static Segment control(int sourcePort, int destinationPort, int seq, int ack, int flags, int window) {
        return new Segment(sourcePort, destinationPort, seq, ack, flags, window, 0, NOTHING);
    }

    /** A segment of a connection. */
    static Segment between(
            SocketAddress from, SocketAddress to, int seq, int ack, int flags, int window, int mss, ByteBuffer data) {
        return new Segment(from.port().number(), to.port().number(), seq, ack, flags, window, mss, data);
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** SEG.LEN: SYN and FIN count as one octet each. */
    int length() {
        return data.remaining() + (has(SYN) ? 1 : 0) + (has(FIN) ? 1 : 0);
    }

    /** Reads a segment; null if its checksum is wrong or its header is not whole. */
    static Segment parse(IpPacket packet) {
        ByteBuffer in = packet.payload();
        if (in.remaining() < HEADER
                || Checksum.withPseudoHeader(packet.source(), packet.destination(), IpPacket.TCP, in) != 0) {
            return null;
        }
        int header = (in.get(12) >> 4 & 0xf) * 4;
        if (header < HEADER || header > in.remaining()) {
            return null;
        }
        return new Segment(
                in.getShort(0) & 0xffff,
                in.getShort(2) & 0xffff,
                in.getInt(4),
                in.getInt(8),
                in.get(13) & 0x3f,
                in.getShort(14) & 0xffff,
                mss(in.slice(HEADER, header - HEADER)),
                in.slice(header, in.remaining() - header));
    }

    /** Every option but two has a length; what does not fit ends the search. */
    private static int mss(ByteBuffer options) {
        while (options.hasRemaining()) {
            int kind = options.get();
            if (kind == OPTION_END) {
                return 0;
            }
            if (kind == OPTION_NOTHING) {
                continue;
            }
            int length = options.hasRemaining() ? options.get() & 0xff : 0;
            if (length < 2 || length - 2 > options.remaining()) {
                return 0;
            }
            if (kind == OPTION_MSS && length == 4) {
                return options.getShort() & 0xffff;
            }
            options.position(options.position() + length - 2);
        }
        return 0;
    }

    /** Writes it with its checksum. */
    ByteBuffer build(int source, int destination) {
        int header = HEADER + (mss > 0 ? 4 : 0);
        ByteBuffer out = ByteBuffer.allocate(header + data.remaining());
        out.putShort((short) sourcePort).putShort((short) destinationPort).putInt(seq).putInt(ack);
        out.put((byte) (header / 4 << 4)).put((byte) flags).putShort((short) window);
        out.putShort((short) 0).putShort((short) 0);
        if (mss > 0) {
            out.put((byte) OPTION_MSS).put((byte) 4).putShort((short) mss);
        }
        out.put(data.duplicate()).flip();
        out.putShort(16, (short) Checksum.withPseudoHeader(source, destination, IpPacket.TCP, out));
        return out;
    }
}
