package dev.plumbline.steps.ip;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.Octets;

/** Datagrams that go elsewhere, or whose UDP header says something else. */
final class Readdressed {
    private static final int ADDRESS_BITS = 32;
    /** All hosts of the testbed are in networks of 2^17 addresses. */
    private static final int HOST = 0x1ffff;

    private Readdressed() {}

    /** The same datagram, right in every other way, to another host. */
    static Wrapped to(Ipv4Packet packet, Ipv4Address other) {
        UdpDatagram udp = UdpDatagram.decode(packet.payload(), packet.source(), packet.destination())
                .orElseThrow();
        Octets payload = udp.encode(packet.source(), other);
        return Wrapped.wrong(
                Ipv4Packet.of(packet.source(), other, IpProtocol.UDP, payload).encode(), "it is for the host " + other);
    }

    /** The next address that is one host's, and not the broadcast of the network. */
    static Ipv4Address neighbour(Ipv4Address own, int bit) {
        Ipv4Address candidate = new Ipv4Address(own.bits() ^ 1 << bit);
        int host = candidate.bits() & HOST;
        boolean one = candidate.isUnicast() && !candidate.isLoopback() && host != 0 && host != HOST;
        return one ? candidate : neighbour(own, (bit + 1) % ADDRESS_BITS);
    }

    /** With another value in a field of the UDP header. */
    static Ipv4Packet withUdp(Ipv4Packet packet, UdpField field, long value) {
        return packet.withFragment(0, false, packet.payload().with(field, value));
    }
}
