package dev.plumbline.testbed;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.wire.Octets;
import java.util.List;

/** What a router's error messages look like, and when there must be none (RFC 1812 section 4.3.2). */
final class IcmpErrors {
    /** As much as surely reaches the sender in one piece (RFC 1812 section 4.3.2.3). */
    private static final int LARGEST = Ipv4Packet.MIN_RECEIVABLE;

    /** Internetwork control (RFC 1812 section 4.3.2.5). */
    private static final int PRECEDENCE = 0xc0;

    private IcmpErrors() {}

    /** Whether the packet is no error itself, no later fragment, and from one host to one host (RFC 1812 section 4.3.2.7). */
    static boolean mayBeSentAbout(Ipv4Packet packet) {
        return packet.fragmentOffset() == 0
                && packet.source().isUnicast()
                && !packet.source().isLoopback()
                && !packet.destination().isMulticast()
                && !packet.destination().equals(Ipv4Address.BROADCAST)
                && !isError(packet);
    }

    /** The datagram's beginning, as it arrived (RFC 1812 section 4.3.2.3). */
    static Octets quote(Octets datagram) {
        int room = LARGEST - Ipv4Packet.MIN_HEADER - IcmpMessage.HEADER;
        return datagram.slice(0, Math.min(room, datagram.length()));
    }

    static Octets datagram(Ipv4Address from, Ipv4Packet about, IcmpMessage error) {
        return new Ipv4Packet(
                        PRECEDENCE,
                        0,
                        false,
                        false,
                        0,
                        Ipv4Packet.DEFAULT_TIME_TO_LIVE,
                        IpProtocol.ICMP,
                        from,
                        about.source(),
                        List.of(),
                        error.encode())
                .encode();
    }

    /** By its type alone: the rest of the message may be in another fragment, or broken. */
    private static boolean isError(Ipv4Packet packet) {
        if (!packet.protocol().equals(IpProtocol.ICMP) || packet.payload().isEmpty()) {
            return false;
        }
        return new IcmpMessage.Other(packet.payload().u8(0), 0, 0, Octets.empty()).isError();
    }
}
