package dev.plumbline.diagnosis;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.TcpField;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.util.Optional;

/**
 * What a checksum is computed over, part by part.
 *
 * @param quantity which checksum
 * @param seen what stands in its field
 * @param octets all that is summed up, with 0 in the field of the checksum
 * @param header how many of these octets are the header
 * @param pseudo the pseudo-header; all zero if the protocol has none
 * @param datagram all of the datagram
 */
record Summed(Quantity quantity, int seen, Octets octets, int header, Pseudo pseudo, Octets datagram) {
    private static final int TCP_CHECKSUM_AT = 16;
    private static final int UDP_CHECKSUM_AT = 6;
    private static final int ICMP_CHECKSUM_AT = 2;
    private static final int ICMP_HEADER = 8;
    private static final int ALL_ONES = 0xffff;

    /** The pseudo-header of TCP and UDP (RFC 9293 section 3.1). */
    record Pseudo(Octets addresses, int protocol, int length) {
        static final Pseudo NONE = new Pseudo(Octets.empty(), 0, 0);

        long sum() {
            return Summed.sum(addresses) + protocol + length;
        }
    }

    /** What stands in the field of a right one. */
    int right() {
        int right = InternetChecksum.finish(pseudo.sum() + sum(octets));
        return right == 0 && quantity == Quantity.UDP_CHECKSUM ? ALL_ONES : right;
    }

    /** Whether its receiver takes it. */
    boolean isRight() {
        return quantity == Quantity.UDP_CHECKSUM
                ? seen == right()
                : InternetChecksum.finish(pseudo.sum() + sum(octets) + seen) == 0;
    }

    /** The sum of words of 16 bits, not folded. */
    static long sum(Octets octets) {
        long sum = 0;
        for (int i = 0; i < octets.length(); i++) {
            sum += i % 2 == 0 ? octets.u8(i) << 8 : octets.u8(i);
        }
        return sum;
    }

    /** The checksum of a datagram's IP header, if it has one. */
    static Optional<Summed> ofIp(Octets datagram) {
        if (datagram.length() < Ipv4Packet.MIN_HEADER) {
            return Optional.empty();
        }
        int header = (int) datagram.get(Ipv4Field.IHL) * 4;
        if (header < Ipv4Packet.MIN_HEADER || header > datagram.length()) {
            return Optional.empty();
        }
        Octets blank = datagram.slice(0, header).with(Ipv4Field.HEADER_CHECKSUM, 0);
        int seen = (int) datagram.get(Ipv4Field.HEADER_CHECKSUM);
        return Optional.of(new Summed(Quantity.IP_CHECKSUM, seen, blank, header, Pseudo.NONE, datagram));
    }

    /** The checksum of what a datagram carries, if that is whole and has one. */
    static Optional<Summed> ofPayload(Octets datagram) {
        return Ipv4Packet.decode(datagram)
                .value()
                .filter(ip -> !ip.isFragment())
                .flatMap(ip -> of(ip, datagram));
    }

    private static Optional<Summed> of(Ipv4Packet ip, Octets datagram) {
        Octets payload = ip.payload();
        Pseudo pseudo = new Pseudo(
                ip.source().octets().plus(ip.finalDestination().octets()),
                ip.protocol().number(),
                payload.length());
        if (ip.protocol().equals(IpProtocol.TCP) && payload.has(TcpField.URGENT_POINTER)) {
            int header = Math.min(payload.length(), (int) payload.get(TcpField.DATA_OFFSET) * 4);
            return Optional.of(of(Quantity.TCP_CHECKSUM, TCP_CHECKSUM_AT, payload, header, pseudo, datagram));
        } else if (ip.protocol().equals(IpProtocol.UDP) && payload.length() >= UdpDatagram.HEADER) {
            return Optional.of(
                    of(Quantity.UDP_CHECKSUM, UDP_CHECKSUM_AT, payload, UdpDatagram.HEADER, pseudo, datagram));
        } else if (ip.protocol().equals(IpProtocol.ICMP) && payload.length() >= ICMP_HEADER) {
            return Optional.of(
                    of(Quantity.ICMP_CHECKSUM, ICMP_CHECKSUM_AT, payload, ICMP_HEADER, Pseudo.NONE, datagram));
        }
        return Optional.empty();
    }

    private static Summed of(Quantity quantity, int at, Octets payload, int header, Pseudo pseudo, Octets datagram) {
        return new Summed(quantity, payload.u16(at), payload.withAt(at, Octets.of(0, 0)), header, pseudo, datagram);
    }
}
