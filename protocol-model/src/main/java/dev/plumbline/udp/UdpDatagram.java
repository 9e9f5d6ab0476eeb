package dev.plumbline.udp;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.OctetWriter;
import dev.plumbline.wire.Octets;

/**
 * A UDP datagram in its checked form (RFC 768, section "Fields").
 *
 * @param sourcePort where an answer would go; 0 if none is wanted
 * @param destinationPort which application it is for
 * @param payload what the application sent, at most 65507 octets over IPv4
 */
public record UdpDatagram(Port sourcePort, Port destinationPort, Octets payload) {
    /** The header in octets. */
    public static final int HEADER = 8;
    /** The longest payload that an IPv4 packet without options can carry, in octets. */
    public static final int MAX_PAYLOAD = 65535 - 20 - HEADER;

    /** Refuses what cannot be written. */
    public UdpDatagram {
        if (payload.length() > MAX_PAYLOAD) {
            throw new IllegalArgumentException(
                    "a UDP payload over IPv4 is at most " + MAX_PAYLOAD + " octets, found " + payload.length());
        }
    }

    /** The datagram with its checksum; a checksum that comes out as 0 is sent as all ones (RFC 768, "Fields"). */
    @Keeps({"UDP-2", "RFC1122/UDP-CHECKSUM"})
    public Octets encode(Ipv4Address source, Ipv4Address destination) {
        int length = HEADER + payload.length();
        OctetWriter out = new OctetWriter(HEADER, payload);
        out.u16(sourcePort.number()).u16(destinationPort.number());
        out.u16(length).u16(0);
        if (out.checksum(6, length, pseudoHeader(source, destination, length)) == 0) {
            out.store16(6, 0xffff);
        }
        return out.toOctets();
    }

    /**
     * Reads a datagram and verifies its length and, unless the sender computed none, its checksum (RFC 1122 section 4.1.3.4).
     * Octets beyond its length are dropped.
     */
    public static Decoded<UdpDatagram> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
        if (octets.length() < HEADER) {
            return malformed("only " + octets.length() + " octets, a header has 8", 0);
        }
        int length = octets.u16(4);
        if (length < HEADER || length > octets.length()) {
            return malformed("length " + length + ", but " + octets.length() + " octets are here", 4);
        }
        if (length > HEADER + MAX_PAYLOAD) {
            return malformed("length " + length + ", an IPv4 packet carries at most " + (HEADER + MAX_PAYLOAD), 4);
        }
        Octets datagram = octets.slice(0, length);
        int checksum = octets.u16(6);
        if (checksum != 0 && !isIntact(datagram, source, destination)) {
            return malformed(String.format("wrong checksum 0x%04x", checksum), 6);
        }
        return Decoded.valid(new UdpDatagram(new Port(octets.u16(0)), new Port(octets.u16(2)), datagram.from(HEADER)));
    }

    private static boolean isIntact(Octets datagram, Ipv4Address source, Ipv4Address destination) {
        long sum = pseudoHeader(source, destination, datagram.length()) + InternetChecksum.sum(datagram);
        return InternetChecksum.finish(sum) == 0;
    }

    private static long pseudoHeader(Ipv4Address source, Ipv4Address destination, int length) {
        return InternetChecksum.pseudoHeader(source.bits(), destination.bits(), IpProtocol.UDP.number(), length);
    }

    private static Decoded<UdpDatagram> malformed(String reason, int offset) {
        return Decoded.malformed("UDP header", reason, offset);
    }
}
