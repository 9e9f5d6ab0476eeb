package dev.plumbline.oracle;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Laws about the checksums of UDP and TCP. */
final class ChecksumLaws {
    private static final String EXPECTED = "the one's complement sum over pseudo-header, header and data";

    private ChecksumLaws() {}

    /** RFC 1122 section 4.1.3.4. */
    static final class Udp implements Law {
        private static final String ID = "RFC1122/UDP-CHECKSUM";

        @Override
        public List<String> requirements() {
            return List.of(ID);
        }

        @Override
        public Set<String> appliesTo(Packet packet) {
            return whole(packet, IpProtocol.UDP, 8).isPresent() ? Set.of(ID) : Set.of();
        }

        @Override
        public Optional<Violation> sent(Packet packet) {
            Optional<Ipv4Packet> udp = whole(packet, IpProtocol.UDP, 8);
            if (udp.isPresent() && udp.get().payload().u16(6) == 0) {
                return Law.violated(
                        ID,
                        "the endpoint sent a UDP datagram with checksum 0, which says that there is none",
                        EXPECTED + "; if it comes out as 0, then 65535");
            }
            return udp.flatMap(ip -> verify(ID, ip, "UDP datagram"));
        }
    }

    /** RFC 9293 section 3.1, MUST-2. */
    static final class Tcp implements Law {
        private static final String ID = "RFC9293/MUST-2";

        @Override
        public List<String> requirements() {
            return List.of(ID);
        }

        @Override
        public Set<String> appliesTo(Packet packet) {
            return whole(packet, IpProtocol.TCP, 20).isPresent() ? Set.of(ID) : Set.of();
        }

        @Override
        public Optional<Violation> sent(Packet packet) {
            return whole(packet, IpProtocol.TCP, 20).flatMap(ip -> verify(ID, ip, "TCP segment"));
        }
    }

    private static Optional<Ipv4Packet> whole(Packet packet, IpProtocol protocol, int header) {
        return packet.ip()
                .filter(ip -> ip.protocol().equals(protocol)
                        && !ip.isFragment()
                        && ip.payload().length() >= header);
    }

    private static Optional<Law.Violation> verify(String id, Ipv4Packet ip, String what) {
        Octets payload = ip.payload();
        long pseudoHeader = InternetChecksum.pseudoHeader(
                ip.source().bits(), ip.destination().bits(), ip.protocol().number(), payload.length());
        long sum = InternetChecksum.sum(payload);
        if (InternetChecksum.finish(pseudoHeader + sum) == 0) {
            return Optional.empty();
        }
        String hint = InternetChecksum.finish(sum) == 0 ? ": it leaves the pseudo-header out" : "";
        return Law.violated(id, "the endpoint sent a " + what + " with the wrong checksum" + hint, EXPECTED);
    }
}
