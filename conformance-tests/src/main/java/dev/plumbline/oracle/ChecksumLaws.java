package dev.plumbline.oracle;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.util.Optional;

/** Laws about the checksums of UDP and TCP. */
final class ChecksumLaws {
    private static final String EXPECTED = "the one's complement sum over pseudo-header, header and data";

    private static final String UDP = "RFC1122/UDP-CHECKSUM";
    private static final String TCP = "RFC9293/MUST-2";

    private ChecksumLaws() {}

    /** RFC 1122 section 4.1.3.4. */
    static Law udp() {
        return new PacketLaw(UDP, packet -> wholeUdp(packet).isPresent(), ChecksumLaws::judgeUdp);
    }

    /** What its length says is missing may be in a piece that follows, whatever this one says: its sum says nothing. */
    private static Optional<Ipv4Packet> wholeUdp(Packet packet) {
        return whole(packet, IpProtocol.UDP, 8)
                .filter(ip -> ip.payload().get(UdpField.LENGTH) <= ip.payload().length());
    }

    /** RFC 9293 section 3.1, MUST-2. */
    static Law tcp() {
        return new PacketLaw(
                TCP,
                packet -> whole(packet, IpProtocol.TCP, 20).isPresent(),
                packet -> whole(packet, IpProtocol.TCP, 20).flatMap(ip -> verify(TCP, ip, "TCP segment")));
    }

    private static Optional<Violation> judgeUdp(Packet packet) {
        Ipv4Packet ip = wholeUdp(packet).orElseThrow();
        return ip.payload().u16(6) == 0
                ? Law.violated(
                        UDP,
                        "the endpoint sent a UDP datagram with checksum 0, which says that there is none",
                        EXPECTED + "; if it comes out as 0, then 65535")
                : verify(UDP, ip, "UDP datagram");
    }

    /** One that is no piece, and that the endpoint has not merely handed on by its source route (RFC 1122 section 3.3.5). */
    private static Optional<Ipv4Packet> whole(Packet packet, IpProtocol protocol, int header) {
        return packet.ip()
                .filter(ip -> ip.protocol().equals(protocol)
                        && !ip.isFragment()
                        && !SourceRoute.isUnderWay(ip.options())
                        && ip.payload().length() >= header);
    }

    private static Optional<Violation> verify(String id, Ipv4Packet ip, String what) {
        Octets payload = ip.payload();
        long pseudoHeader = InternetChecksum.pseudoHeader(
                ip.source().bits(), ip.finalDestination().bits(), ip.protocol().number(), payload.length());
        if (InternetChecksum.finish(pseudoHeader + InternetChecksum.sum(payload)) == 0) {
            return Optional.empty();
        }
        return Law.violated(id, "the endpoint sent a " + what + " with the wrong checksum", EXPECTED);
    }
}
