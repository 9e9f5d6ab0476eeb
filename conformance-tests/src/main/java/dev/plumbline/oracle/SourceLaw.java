package dev.plumbline.oracle;

import static dev.plumbline.oracle.Law.violated;

import dev.plumbline.diagnosis.Difference;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.ip.DatagramId;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.spi.Link;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a host sends comes from itself (RFC 1122 section 3.2.1.3). A router also hands on what others send, and any host what has a
 * source route by way of it (RFC 1122 section 3.3.5); everything that it hands on is older than it was when it came (RFC 1812 section 5.3.1).
 */
final class SourceLaw implements Law {
    private static final String SOURCE = "RFC1122/SOURCE";
    private static final String COUNT_DOWN = "RFC1812/TTL";

    private final Supplier<List<Link>> links;
    private final Supplier<List<Ipv4Address>> more;
    private final Map<DatagramId, Integer> received = new HashMap<>();

    SourceLaw(Supplier<List<Link>> links, Supplier<List<Ipv4Address>> more) {
        this.links = links;
        this.more = more;
    }

    @Override
    public List<String> requirements() {
        return List.of(SOURCE, COUNT_DOWN);
    }

    @Override
    public Set<String> appliesTo(Packet packet) {
        return packet.ip()
                .map(ip -> Set.of(handedOn(ip).isPresent() ? COUNT_DOWN : SOURCE))
                .orElse(Set.of());
    }

    @Override
    public void received(Packet packet) {
        packet.ip().ifPresent(ip -> received.merge(DatagramId.of(ip), ip.timeToLive(), Math::max));
    }

    @Override
    public Optional<Violation> sent(Packet packet) {
        return packet.ip().filter(ip -> !isOwn(ip.source())).flatMap(this::judge);
    }

    private Optional<Violation> judge(Ipv4Packet ip) {
        Optional<Integer> came = handedOn(ip);
        if (came.isEmpty()) {
            String own = own().map(Ipv4Address::toString).collect(Collectors.joining(" or "));
            Optional<Violation> foreign = violated(
                    SOURCE,
                    "the endpoint sent a datagram from " + ip.source() + ", but its address is " + own,
                    "the source address " + own);
            return own().limit(2).count() == 1
                    ? foreign.map(
                            v -> v.comparing(Difference.of(own().findFirst().orElseThrow(), ip.source(), "")))
                    : foreign;
        }
        return came.filter(then -> ip.timeToLive() >= then)
                .flatMap(then -> violated(
                        COUNT_DOWN,
                        "the endpoint handed a packet on with a Time to Live of " + ip.timeToLive()
                                + ", and it came with " + then,
                        "a Time to Live that is one less than it was when the packet came",
                        Difference.of(Quantity.TIME_TO_LIVE, then - 1L, ip.timeToLive())));
    }

    /** The highest Time to Live with which a packet came that is handed on; empty for any other packet. */
    private Optional<Integer> handedOn(Ipv4Packet ip) {
        boolean may = links.get().size() > 1 || SourceRoute.isIn(ip.options());
        return may && !isOwn(ip.source()) ? Optional.ofNullable(received.get(DatagramId.of(ip))) : Optional.empty();
    }

    /** Whether the host has it, on a link or besides. */
    boolean isOwn(Ipv4Address address) {
        for (Link link : links.get()) {
            if (link.address().equals(address)) {
                return true;
            }
        }
        return more.get().contains(address);
    }

    private Stream<Ipv4Address> own() {
        return Stream.concat(links.get().stream().map(Link::address), more.get().stream());
    }
}
