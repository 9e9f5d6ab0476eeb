package dev.plumbline.oracle;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;

/** What the fragments of one datagram have in common (RFC 791 section 3.2). */
record DatagramId(Ipv4Address source, Ipv4Address destination, IpProtocol protocol, int identification) {
    static DatagramId of(Ipv4Packet packet) {
        return new DatagramId(packet.source(), packet.finalDestination(), packet.protocol(), packet.identification());
    }

    // Written out for those who ask of every packet: what a record has by itself goes through method handles.
    @Override
    public boolean equals(Object other) {
        return other instanceof DatagramId that
                && identification == that.identification
                && source.equals(that.source)
                && destination.equals(that.destination)
                && protocol.equals(that.protocol);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * source.hashCode() + destination.hashCode()) + protocol.hashCode()) + identification;
    }
}
