package dev.plumbline.oracle;

import static dev.plumbline.oracle.Law.violated;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.spi.Link;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a host sends comes from itself (RFC 1122 section 3.2.1.3). A router also hands on what others send, and everything that it
 * hands on is older than it was when it came (RFC 1812 section 5.3.1).
 */
final class SourceLaw implements Law {
    private static final String SOURCE = "RFC1122/SOURCE";
    private static final String COUNT_DOWN = "RFC1812/TTL";

    private final Supplier<List<Link>> links;
    private final Map<Datagram, TreeSet<Integer>> received = new HashMap<>();

    private record Datagram(Ipv4Address source, Ipv4Address destination, IpProtocol protocol, int identification) {
        static Datagram of(Ipv4Packet ip) {
            return new Datagram(ip.source(), ip.destination(), ip.protocol(), ip.identification());
        }
    }

    SourceLaw(Supplier<List<Link>> links) {
        this.links = links;
    }

    @Override
    public List<String> requirements() {
        return List.of(SOURCE, COUNT_DOWN);
    }

    @Override
    public Set<String> appliesTo(Packet packet) {
        Set<String> applies = new HashSet<>();
        packet.ip().ifPresent(ip -> applies.add(isHandedOn(ip) ? COUNT_DOWN : SOURCE));
        return applies;
    }

    @Override
    public void received(Packet packet) {
        packet.ip()
                .ifPresent(ip -> received.computeIfAbsent(Datagram.of(ip), key -> new TreeSet<>())
                        .add(ip.timeToLive()));
    }

    @Override
    public Optional<Violation> sent(Packet packet) {
        return packet.ip().filter(ip -> !isOwn(ip.source())).flatMap(this::judge);
    }

    private Optional<Violation> judge(Ipv4Packet ip) {
        if (!isHandedOn(ip)) {
            String own =
                    links.get().stream().map(link -> link.address().toString()).collect(Collectors.joining(" or "));
            return violated(
                    SOURCE,
                    "the endpoint sent a datagram from " + ip.source() + ", but its address is " + own,
                    "the source address " + own);
        }
        int came = received.get(Datagram.of(ip)).last();
        return ip.timeToLive() < came
                ? Optional.empty()
                : violated(
                        COUNT_DOWN,
                        "the endpoint handed a packet on with a Time to Live of " + ip.timeToLive()
                                + ", and it came with " + came,
                        "a Time to Live that is one less than it was when the packet came");
    }

    private boolean isHandedOn(Ipv4Packet ip) {
        return links.get().size() > 1 && !isOwn(ip.source()) && received.containsKey(Datagram.of(ip));
    }

    private boolean isOwn(Ipv4Address address) {
        return links.get().stream().anyMatch(link -> link.address().equals(address));
    }
}
