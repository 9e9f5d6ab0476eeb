package dev.plumbline.steps.ip;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.Octets;

/** Packets that go elsewhere or come from elsewhere, and datagrams whose UDP header says something else. */
final class Readdressed {
    private static final int ADDRESS_BITS = 32;
    /** All hosts of the testbed are in networks of 2^17 addresses. */
    private static final int HOST = 0x1ffff;

    private Readdressed() {}

    /** The same datagram, right in every other way, to another host. */
    static Wrapped to(Ipv4Packet packet, Ipv4Address other) {
        return Wrapped.wrong(between(packet.source(), other, packet).encode(), "it is for the host " + other);
    }

    /** The same, where nothing but the address says that it is not the endpoint's: no UDP checksum (RFC 768, section "Fields"). */
    static Wrapped to(Ipv4Packet packet, Ipv4Address other, boolean unchecked) {
        Ipv4Packet moved = between(packet.source(), other, packet);
        return Wrapped.wrong(
                (unchecked ? withUdp(moved, UdpField.CHECKSUM, 0) : moved).encode(), "it is for the host " + other);
    }

    /** The same segment or datagram between two other addresses, which its checksum covers, too. */
    static Ipv4Packet between(Ipv4Address source, Ipv4Address destination, Ipv4Packet packet) {
        Octets payload = packet.payload();
        if (packet.protocol().equals(IpProtocol.ICMP)) {
            return Ipv4Packet.of(source, destination, packet.protocol(), payload);
        }
        Octets readdressed = packet.protocol().equals(IpProtocol.TCP)
                ? TcpSegment.decode(payload, packet.source(), packet.destination())
                        .orElseThrow()
                        .encode(source, destination)
                : UdpDatagram.decode(payload, packet.source(), packet.destination())
                        .orElseThrow()
                        .encode(source, destination);
        return Ipv4Packet.of(source, destination, packet.protocol(), readdressed);
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
