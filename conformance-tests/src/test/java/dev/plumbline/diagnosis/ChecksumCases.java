package dev.plumbline.diagnosis;

import static dev.plumbline.tcp.TcpFlag.ACK;

import dev.plumbline.diagnosis.Cases.Case;
import dev.plumbline.icmp.IcmpMessage.EchoReply;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.tcp.TcpOption.MaximumSegmentSize;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/** For each mistake in a checksum a packet that has it; each sum is made here of its octets, one list after another. */
final class ChecksumCases {
    private static final int TCP_AT = 36;
    private static final int UDP_AT = 26;
    private static final int ICMP_AT = 22;
    private static final int IP_AT = 10;
    private static final Octets ODD = Octets.of(0x91, 0xf2, 0xe3);

    private static final Octets TCP = Wire.tcpOut(Wire.fromHost(0x1122_3344, ACK)
            .payload(ODD)
            .options(List.of(new MaximumSegmentSize(1460)))
            .build());
    private static final Octets UDP = Wire.udpOut(0xf0f0, 0x9999, ODD);
    private static final Octets ICMP = Ipv4Packet.of(
                    Wire.HOST, Wire.PEER, IpProtocol.ICMP, new EchoReply(7, 9, ODD.plus(ODD)).encode())
            .encode();

    private ChecksumCases() {}

    static List<Case> all() {
        Octets segment = TCP.from(20).withAt(16, Octets.of(0, 0));
        Octets pseudo = pseudo(6, segment.length());
        Octets addresses = pseudo.slice(0, 8);
        Octets length = Octets.of(0, segment.length());
        List<Case> all = new ArrayList<>(List.of(
                tcp(Checksums.FIELD_LEFT_ZERO, 0),
                tcp(Checksums.NOT_COMPLEMENTED, ~checksum(pseudo, segment) & 0xffff),
                tcp(Checksums.PSEUDO_HEADER_LEFT_OUT, checksum(segment)),
                tcp(Checksums.ADDRESSES_LEFT_OUT, checksum(Octets.of(0, 6), length, segment)),
                tcp(Checksums.PROTOCOL_LEFT_OUT, checksum(addresses, length, segment)),
                tcp(Checksums.LENGTH_LEFT_OUT, checksum(addresses, Octets.of(0, 6), segment)),
                tcp(Checksums.OTHER_PROTOCOLS_NUMBER, checksum(pseudo(17, segment.length()), segment)),
                tcp(Checksums.LENGTH_OF_DATA, checksum(pseudo(6, ODD.length()), segment)),
                tcp(Checksums.LENGTH_OF_UDP, checksum(pseudo(6, ODD.length() + 8), segment)),
                tcp(Checksums.LENGTH_OF_PACKET, checksum(pseudo(6, segment.length() + 20), segment)),
                tcp(Checksums.LAST_OCTET_LEFT_OUT, checksum(pseudo, segment.slice(0, segment.length() - 1))),
                tcp(
                        Checksums.LAST_OCTET_MISPLACED,
                        checksum(pseudo, segment.slice(0, segment.length() - 1), Octets.of(0, 0xe3))),
                tcp(Checksums.DATA_LEFT_OUT, checksum(pseudo, segment.slice(0, 24))),
                tcp(Checksums.OPTIONS_LEFT_OUT, checksum(pseudo, segment.slice(0, 20), ODD))));
        all.addAll(others());
        return all;
    }

    private static List<Case> others() {
        Octets icmp = ICMP.from(20).withAt(2, Octets.of(0, 0));
        Octets header = UDP.slice(0, 20).withAt(IP_AT, Octets.of(0, 0));
        int old = UDP.u16(UDP_AT);
        Octets udp = UDP.from(20).withAt(6, Octets.of(0, 0));
        return List.of(
                of(
                        Checksums.PSEUDO_HEADER_ADDED,
                        Quantity.ICMP_CHECKSUM,
                        ICMP,
                        ICMP_AT,
                        checksum(pseudo(1, icmp.length()), icmp)),
                of(
                        Checksums.ADDRESSES_NOT_YET_WRITTEN,
                        Quantity.IP_CHECKSUM,
                        UDP,
                        IP_AT,
                        checksum(header.slice(0, 12))),
                of(
                        Checksums.LENGTH_NOT_YET_WRITTEN,
                        Quantity.IP_CHECKSUM,
                        UDP,
                        IP_AT,
                        checksum(header.withAt(2, Octets.of(0, 0)))),
                of(Checksums.WHOLE_PACKET, Quantity.IP_CHECKSUM, UDP, IP_AT, checksum(header, UDP.from(20))),
                of(
                        Checksums.COPIED,
                        new Wire().in(Wire.udpIn(1, 2, ODD)),
                        Quantity.UDP_CHECKSUM,
                        UDP,
                        UDP_AT,
                        Wire.udpIn(1, 2, ODD).u16(UDP_AT)),
                of(
                        Checksums.FIELD_NOT_ZEROED,
                        new Wire().in(UDP),
                        Quantity.UDP_CHECKSUM,
                        Wire.udpOut(0xf0f0, 0x9998, ODD),
                        UDP_AT,
                        checksum(
                                pseudo(17, udp.length()),
                                udp.withAt(2, Octets.of(0x99, 0x98)),
                                Octets.of(old >>> 8, old & 0xff))),
                onlyOctet(),
                byWayOfGateway(),
                zeroForOnes(),
                carriedTwice(),
                carryLost(),
                signed());
    }

    /** The packet goes to a gateway first; the checksum that fits its header is not that which fits its end. */
    private static Case byWayOfGateway() {
        Ipv4Address gateway = Ipv4Address.parse("192.0.2.77");
        Octets udp = new UdpDatagram(new Port(1), new Port(2), ODD).encode(Wire.HOST, gateway);
        Octets right = new UdpDatagram(new Port(1), new Port(2), ODD).encode(Wire.HOST, Wire.PEER);
        Ipv4Option route = new Ipv4Option(SourceRoute.LOOSE, Octets.of(4).plus(Wire.PEER.octets()));
        Octets datagram = Ipv4Packet.of(Wire.HOST, gateway, IpProtocol.UDP, udp)
                .withOptions(List.of(route))
                .encode();
        return new Case(
                Checksums.GATEWAYS_ADDRESS,
                Difference.of(Quantity.UDP_CHECKSUM, right.u16(6), udp.u16(6)),
                new Wire().seeing(datagram));
    }

    private static Case onlyOctet() {
        Octets datagram = Wire.udpOut(1, 2, Octets.of(7));
        Octets header = datagram.slice(20, 28).withAt(6, Octets.of(0, 0));
        return of(
                Checksums.ONLY_OCTET_LEFT_OUT,
                Quantity.UDP_CHECKSUM,
                datagram,
                UDP_AT,
                checksum(pseudo(17, 9), header));
    }

    /** What is added to a sum of one carry makes another. */
    private static Case carriedTwice() {
        for (int id = 0; id < 0x10000; id++) {
            Octets header =
                    UDP.slice(0, 20).withAt(4, Octets.of(id >>> 8, id & 0xff)).withAt(IP_AT, Octets.of(0, 0));
            long once = (sum(header) & 0xffff) + (sum(header) >>> 16);
            if (once > 0xffff) {
                Octets datagram = UDP.withAt(4, Octets.of(id >>> 8, id & 0xff));
                return of(Checksums.CARRY_ADDED_ONCE, Quantity.IP_CHECKSUM, datagram, IP_AT, (int) ~once & 0xffff);
            }
        }
        throw new AssertionError("no identification makes two carries");
    }

    /** Words without their highest bit make carries, too: who forgets their sign keeps these. */
    private static Case carryLost() {
        Octets data = Octets.of(0x7f, 0xff, 0x7f, 0xff, 0x7f, 0xff, 0x7f, 0xff, 0x7f, 0xff, 0x7f, 0xff);
        Octets datagram = Wire.udpOut(1, 2, data);
        Octets udp = datagram.from(20).withAt(6, Octets.of(0, 0));
        int lost = (int) ~sum(pseudo(17, udp.length()), udp) & 0xffff;
        return of(Checksums.CARRY_LOST, Quantity.UDP_CHECKSUM, datagram, UDP_AT, lost);
    }

    /** The last octet of the data brings the sum to all ones. */
    private static Case zeroForOnes() {
        Octets padded = Wire.udpOut(0xf0f0, 0x9999, Octets.of(0, 0));
        int missing = padded.u16(UDP_AT);
        Octets datagram = Wire.udpOut(0xf0f0, 0x9999, Octets.of(missing >>> 8, missing & 0xff));
        return of(Checksums.ZERO_NOT_SENT_AS_ONES, Quantity.UDP_CHECKSUM, datagram, UDP_AT, 0);
    }

    private static Case signed() {
        Octets udp = UDP.from(20).withAt(6, Octets.of(0, 0));
        int sum = 17 + udp.length();
        for (Octets part : List.of(UDP.slice(12, 20), udp.plus(Octets.of(0)))) {
            byte[] bytes = part.toByteArray();
            for (int i = 0; i < bytes.length; i += 2) {
                sum += (bytes[i] << 8) + bytes[i + 1];
            }
        }
        int once = (sum & 0xffff) + (sum >>> 16);
        int twice = (once & 0xffff) + (once >>> 16);
        return of(Checksums.SIGNED, Quantity.UDP_CHECKSUM, UDP, UDP_AT, ~twice & 0xffff);
    }

    private static Case tcp(Checksums mistake, int value) {
        return of(mistake, Quantity.TCP_CHECKSUM, TCP, TCP_AT, value);
    }

    private static Case of(Checksums mistake, Quantity quantity, Octets datagram, int at, int value) {
        return of(mistake, new Wire(), quantity, datagram, at, value);
    }

    /** The right value is that which the codec has written. */
    private static Case of(Checksums mistake, Wire before, Quantity quantity, Octets datagram, int at, int value) {
        int right = right(quantity, datagram, at);
        Octets spoiled = datagram.withAt(at, Octets.of(value >>> 8, value & 0xff));
        Octets readable = quantity == Quantity.IP_CHECKSUM ? spoiled : headerRight(spoiled);
        return new Case(mistake, Difference.of(quantity, right, value), before.seeing(readable));
    }

    private static int right(Quantity quantity, Octets datagram, int at) {
        return quantity == Quantity.IP_CHECKSUM
                ? checksum(datagram.slice(0, 20).withAt(IP_AT, Octets.of(0, 0)))
                : datagram.u16(at);
    }

    private static Octets headerRight(Octets datagram) {
        int checksum = checksum(datagram.slice(0, 20).withAt(IP_AT, Octets.of(0, 0)));
        return datagram.withAt(IP_AT, Octets.of(checksum >>> 8, checksum & 0xff));
    }

    private static Octets pseudo(int protocol, int length) {
        return Wire.HOST.octets().plus(Wire.PEER.octets()).plus(Octets.of(0, protocol, length >>> 8, length & 0xff));
    }

    private static int checksum(Octets... parts) {
        long sum = sum(parts);
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return (int) ~sum & 0xffff;
    }

    /** Each part is filled up to whole words. */
    private static long sum(Octets... parts) {
        long sum = 0;
        for (Octets part : parts) {
            for (int i = 0; i < part.length(); i += 2) {
                sum += part.u8(i) * 256L + (i + 1 < part.length() ? part.u8(i + 1) : 0);
            }
        }
        return sum;
    }
}
