package dev.plumbline.reference.ip;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.wire.Octets;
import java.util.Optional;

/**
 * What an ICMP error tells about the datagram it is about (RFC 1122 section 3.2.2): its header, and the start of its payload.
 *
 * @param destination in the end: it may have been on its way to a gateway
 * @param start at least eight octets
 */
record QuotedDatagram(IpProtocol protocol, Ipv4Address source, Ipv4Address destination, Octets start) {
    private static final int MIN_START = 8;

    /** Reads a quote; it is cut short, so it need not be a valid datagram. Empty if not even the least is there. */
    static Optional<QuotedDatagram> parse(Octets quote) {
        if (quote.length() < Ipv4Packet.MIN_HEADER || quote.u8(0) >>> 4 != 4) {
            return Optional.empty();
        }
        int header = (quote.u8(0) & 0xf) * 4;
        if (header < Ipv4Packet.MIN_HEADER || quote.length() < header + MIN_START) {
            return Optional.empty();
        }
        return Optional.of(new QuotedDatagram(
                new IpProtocol(quote.u8(9)),
                new Ipv4Address(quote.i32(12)),
                Ipv4Packet.finalDestinationIn(quote.slice(0, header)),
                quote.from(header)));
    }
}
