package dev.plumbline.oracle;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;

/** What the fragments of one datagram have in common (RFC 791 section 3.2). */
record DatagramId(Ipv4Address source, Ipv4Address destination, IpProtocol protocol, int identification) {
    static DatagramId of(Ipv4Packet packet) {
        return new DatagramId(packet.source(), packet.destination(), packet.protocol(), packet.identification());
    }
}
