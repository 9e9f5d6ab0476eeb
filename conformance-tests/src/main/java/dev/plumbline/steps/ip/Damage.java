package dev.plumbline.steps.ip;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.trial.Trial;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.wire.Octets;

/** One bit of a datagram is turned over, in one of its parts. */
enum Damage {
    IP_HEADER("the IP header's checksum does not fit"),
    TRANSPORT_HEADER("the UDP checksum does not fit"),
    DATA("the UDP checksum does not fit");

    private static final int IP = Ipv4Packet.MIN_HEADER;
    private static final int BOTH_HEADERS = IP + UdpDatagram.HEADER;
    private static final int UDP_CHECKSUM = IP + 6;

    private final String wrong;

    Damage(String wrong) {
        this.wrong = wrong;
    }

    Wrapped done(Trial t, Ipv4Packet packet) {
        Octets whole = packet.encode();
        int from = 8 * start();
        int bit = from
                + t.draw(
                        "the bit that is turned over, from the start of the part",
                        AnyPacket.number(8 * end(whole) - from));
        t.show("the bit that is turned over, from the start of the packet", bit);
        Octets bad = turned(whole, bit);
        // A checksum of 0 would say that there is none, and the datagram would be right.
        boolean disarmed = this != IP_HEADER && bad.u16(UDP_CHECKSUM) == 0;
        return Wrapped.wrong(disarmed ? turned(bad, 8 * UDP_CHECKSUM) : bad, wrong);
    }

    /** The packet with the last bit of its data turned over, which the checksum of any transport tells. */
    static Octets atTheEnd(Ipv4Packet packet) {
        Octets whole = packet.encode();
        return turned(whole, 8 * whole.length() - 1);
    }

    private int start() {
        return switch (this) {
            case IP_HEADER -> 0;
            case TRANSPORT_HEADER -> IP;
            case DATA -> BOTH_HEADERS;
        };
    }

    private int end(Octets whole) {
        return switch (this) {
            case IP_HEADER -> IP;
            case TRANSPORT_HEADER -> BOTH_HEADERS;
            case DATA -> whole.length();
        };
    }

    private static Octets turned(Octets octets, int bit) {
        byte[] copy = octets.toByteArray();
        copy[bit / 8] ^= (byte) (0x80 >>> bit % 8);
        return Octets.wrap(copy);
    }
}
