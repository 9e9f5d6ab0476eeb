package dev.plumbline.ip;

/**
 * What the fragments of one datagram have in common (RFC 791 section 3.2).
 *
 * @param destination the last one, where a source route leads
 * @param identification 0 to 65535
 */
public record DatagramId(Ipv4Address source, Ipv4Address destination, IpProtocol protocol, int identification) {
    /** Of a datagram, or of a fragment of it. */
    public static DatagramId of(Ipv4Packet packet) {
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
