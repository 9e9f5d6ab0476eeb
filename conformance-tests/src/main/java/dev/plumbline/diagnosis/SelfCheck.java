package dev.plumbline.diagnosis;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.TcpField;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.Octets;
import java.util.Optional;

/** What a datagram says of itself and is not so: what every receiver verifies, in that order (RFC 1122 section 3.2.1). */
final class SelfCheck {
    private static final int VERSION = 4;
    private static final int WORDS_WITHOUT_OPTIONS = 5;
    private static final int MOST_WORDS = 15;
    private static final int DNS = 53;

    private SelfCheck() {}

    /** The first thing that is not so. */
    static Optional<Difference> of(Octets datagram) {
        if (datagram.length() < Ipv4Packet.MIN_HEADER) {
            return Optional.empty();
        }
        long version = datagram.get(Ipv4Field.VERSION);
        if (version != VERSION) {
            return Optional.of(Difference.of(Quantity.IP_VERSION, VERSION, version));
        }
        long words = datagram.get(Ipv4Field.IHL);
        if (words < WORDS_WITHOUT_OPTIONS || words * 4 > datagram.length()) {
            return Optional.of(Difference.of(Quantity.IP_HEADER_LENGTH, WORDS_WITHOUT_OPTIONS, words));
        }
        long length = datagram.get(Ipv4Field.TOTAL_LENGTH);
        if (length != datagram.length()) {
            return Optional.of(Difference.of(Quantity.IP_TOTAL_LENGTH, datagram.length(), length));
        }
        return Summed.ofIp(datagram).flatMap(SelfCheck::checksum).or(() -> payload(datagram));
    }

    private static Optional<Difference> payload(Octets datagram) {
        Optional<Ipv4Packet> packet = Ipv4Packet.decode(datagram).value().filter(ip -> !ip.isFragment());
        return packet.flatMap(SelfCheck::lengths)
                .or(() -> Summed.ofPayload(datagram).flatMap(SelfCheck::checksum))
                .or(() -> packet.flatMap(SelfCheck::dns));
    }

    private static Optional<Difference> lengths(Ipv4Packet ip) {
        Octets payload = ip.payload();
        if (ip.protocol().equals(IpProtocol.TCP) && payload.length() >= TcpSegment.MIN_HEADER) {
            return dataOffset(payload);
        }
        return Optional.of(payload)
                .filter(udp -> ip.protocol().equals(IpProtocol.UDP) && udp.length() >= UdpDatagram.HEADER)
                .filter(udp -> udp.get(UdpField.LENGTH) != udp.length())
                .map(udp -> Difference.of(Quantity.UDP_LENGTH, udp.length(), udp.get(UdpField.LENGTH)));
    }

    /** Of a segment without data its length tells what would be right. */
    private static Optional<Difference> dataOffset(Octets segment) {
        long words = segment.get(TcpField.DATA_OFFSET);
        int length = segment.length();
        if (words >= WORDS_WITHOUT_OPTIONS && words * 4 <= length) {
            return Optional.empty();
        }
        boolean mayBeHeaderAlone = length % 4 == 0 && length / 4 <= MOST_WORDS;
        int right = mayBeHeaderAlone ? length / 4 : WORDS_WITHOUT_OPTIONS;
        return Optional.of(Difference.of(Quantity.DATA_OFFSET, right, words));
    }

    private static Optional<Difference> checksum(Summed summed) {
        return summed.isRight()
                ? Optional.empty()
                : Optional.of(Difference.of(summed.quantity(), summed.right(), summed.seen()));
    }

    private static Optional<Difference> dns(Ipv4Packet ip) {
        return Optional.of(ip)
                .filter(packet -> packet.protocol().equals(IpProtocol.UDP))
                .flatMap(packet -> UdpDatagram.decode(packet.payload(), packet.source(), packet.finalDestination())
                        .value())
                .filter(udp -> udp.sourcePort().number() == DNS
                        || udp.destinationPort().number() == DNS)
                .filter(udp -> DnsMessage.decode(udp.payload()).problem().isPresent())
                .map(udp -> Difference.of(Quantity.DNS_READABLE, 1, 0));
    }
}
