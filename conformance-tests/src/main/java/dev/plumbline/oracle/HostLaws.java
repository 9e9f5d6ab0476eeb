package dev.plumbline.oracle;

import static dev.plumbline.oracle.Law.violated;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.ParameterProblem;
import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.spi.Link;
import dev.plumbline.wire.Malformed;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Laws about IP and ICMP. */
final class HostLaws {
    private static final String HEADER = "RFC791/HEADER";
    private static final String TIME_TO_LIVE = "RFC1122/TTL";
    private static final String MTU = "RFC791/MTU";
    private static final String ICMP_ABOUT = "RFC1122/ICMP-ABOUT";

    private HostLaws() {}

    /** RFC 791 section 3.1. */
    static Law header() {
        return new PacketLaw(
                HEADER,
                packet -> true,
                packet -> packet.ip().isPresent()
                        ? Optional.empty()
                        : violated(
                                HEADER,
                                "the endpoint sent a datagram whose IP header is wrong: "
                                        + packet.problem()
                                                .map(Malformed::toString)
                                                .orElse(""),
                                "version 4, a header length and a total length that fit, the right header checksum"));
    }

    /** RFC 791 section 3.2; of a router's links the one that takes most counts, since a packet does not say where it left. */
    static Law mtu(Supplier<List<Link>> links) {
        return new PacketLaw(
                MTU,
                packet -> packet.ip().isPresent(),
                packet -> judgeLength(packet.datagram().length(), links.get()));
    }

    private static Optional<Law.Violation> judgeLength(int length, List<Link> links) {
        int mtu = 0;
        for (Link link : links) {
            mtu = Math.max(mtu, link.mtu());
        }
        return links.isEmpty() || length <= mtu
                ? Optional.empty()
                : violated(
                        MTU,
                        "the endpoint sent a packet of " + length + " octets onto a link that takes " + mtu,
                        "packets of at most " + mtu + " octets, header included");
    }

    /** RFC 1122 section 3.2.1.7. */
    static Law timeToLive() {
        return new PacketLaw(
                TIME_TO_LIVE,
                packet -> packet.ip().isPresent(),
                packet -> packet.ip()
                        .filter(ip -> ip.timeToLive() == 0)
                        .flatMap(ip -> violated(
                                TIME_TO_LIVE,
                                "the endpoint sent a datagram with a Time to Live of 0",
                                "a Time to Live of at least 1")));
    }

    /** RFC 1122 section 3.2.2. */
    static Law icmpAbout() {
        return new PacketLaw(
                ICMP_ABOUT,
                packet -> original(packet).isPresent(),
                packet -> original(packet)
                        .filter(HostLaws::isTaboo)
                        .flatMap(original -> violated(
                                ICMP_ABOUT,
                                "the endpoint sent an ICMP error about a datagram that must not get one",
                                "silence about ICMP errors, broadcasts, multicasts and later fragments")));
    }

    /** The datagram that an ICMP error is about. */
    static Optional<Octets> original(Packet packet) {
        IcmpMessage message = packet.icmp().orElse(null);
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
        int header = 4 * (int) original.get(Ipv4Field.IHL);
        if (original.length() < header + 8) {
            return false;
        }
        Ipv4Address destination = new Ipv4Address((int) original.get(Ipv4Field.DESTINATION));
        int type = original.u8(header);
        boolean icmpError = original.get(Ipv4Field.PROTOCOL) == IpProtocol.ICMP.number()
                && ((type >= 3 && type <= 5) || type == 11 || type == 12);
        return icmpError
                || destination.isMulticast()
                || destination.equals(Ipv4Address.BROADCAST)
                || original.get(Ipv4Field.FRAGMENT_OFFSET) != 0;
    }
}
