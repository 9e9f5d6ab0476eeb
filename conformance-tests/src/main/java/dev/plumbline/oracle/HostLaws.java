package dev.plumbline.oracle;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.ParameterProblem;
import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.wire.Malformed;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Laws about IP and ICMP. */
final class HostLaws {
    private HostLaws() {}

    /** RFC 791 section 3.1. */
    static final class Header implements Law {
        private static final String ID = "RFC791/HEADER";

        @Override
        public List<String> requirements() {
            return List.of(ID);
        }

        @Override
        public Set<String> appliesTo(Packet packet) {
            return Set.of(ID);
        }

        @Override
        public Optional<Violation> sent(Packet packet) {
            return packet.ip().isPresent()
                    ? Optional.empty()
                    : Law.violated(
                            ID,
                            "the endpoint sent a datagram whose IP header is wrong: "
                                    + packet.problem().map(Malformed::toString).orElse(""),
                            "version 4, a header length and a total length that fit, the right header checksum");
        }
    }

    /** RFC 1122 section 3.2.1.3. */
    static final class Source implements Law {
        private static final String ID = "RFC1122/SOURCE";
        private Ipv4Address own = Ipv4Address.UNSPECIFIED;

        void own(Ipv4Address address) {
            own = address;
        }

        @Override
        public List<String> requirements() {
            return List.of(ID);
        }

        @Override
        public Set<String> appliesTo(Packet packet) {
            return packet.ip().isPresent() ? Set.of(ID) : Set.of();
        }

        @Override
        public Optional<Violation> sent(Packet packet) {
            return packet.ip()
                    .filter(ip -> !ip.source().equals(own))
                    .flatMap(ip -> Law.violated(
                            ID,
                            "the endpoint sent a datagram from " + ip.source() + ", but its address is " + own,
                            "the source address " + own));
        }
    }

    /** RFC 1122 section 3.2.1.7. */
    static final class TimeToLive implements Law {
        private static final String ID = "RFC1122/TTL";

        @Override
        public List<String> requirements() {
            return List.of(ID);
        }

        @Override
        public Set<String> appliesTo(Packet packet) {
            return packet.ip().isPresent() ? Set.of(ID) : Set.of();
        }

        @Override
        public Optional<Violation> sent(Packet packet) {
            return packet.ip()
                    .filter(ip -> ip.timeToLive() == 0)
                    .flatMap(ip -> Law.violated(
                            ID,
                            "the endpoint sent a datagram with a Time to Live of 0",
                            "a Time to Live of at least 1"));
        }
    }

    /** RFC 1122 section 3.2.2. */
    static final class IcmpAbout implements Law {
        private static final String ID = "RFC1122/ICMP-ABOUT";

        @Override
        public List<String> requirements() {
            return List.of(ID);
        }

        @Override
        public Set<String> appliesTo(Packet packet) {
            return packet.icmp().flatMap(IcmpAbout::original).isPresent() ? Set.of(ID) : Set.of();
        }

        @Override
        public Optional<Violation> sent(Packet packet) {
            return packet.icmp()
                    .flatMap(IcmpAbout::original)
                    .filter(IcmpAbout::isTaboo)
                    .flatMap(original -> Law.violated(
                            ID,
                            "the endpoint sent an ICMP error about a datagram that must not get one",
                            "silence about ICMP errors, broadcasts, multicasts and later fragments"));
        }

        private static Optional<Octets> original(IcmpMessage message) {
            if (message instanceof DestinationUnreachable m) {
                return Optional.of(m.original());
            } else if (message instanceof TimeExceeded m) {
                return Optional.of(m.original());
            } else if (message instanceof ParameterProblem m) {
                return Optional.of(m.original());
            }
            return Optional.empty();
        }

        private static boolean isTaboo(Octets original) {
            if (original.length() < 28) {
                return false;
            }
            Ipv4Address destination = new Ipv4Address((int) original.get(Ipv4Field.DESTINATION));
            int type = original.u8(20);
            boolean icmpError = original.get(Ipv4Field.PROTOCOL) == IpProtocol.ICMP.number()
                    && ((type >= 3 && type <= 5) || type == 11 || type == 12);
            return icmpError
                    || destination.isMulticast()
                    || destination.equals(Ipv4Address.BROADCAST)
                    || original.get(Ipv4Field.FRAGMENT_OFFSET) != 0;
        }
    }
}
