package dev.plumbline.reference.ip;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the link that leads to a destination: among the routes that the host was given and the networks on its links, the longest
 * match counts (RFC 1812 section 5.2.4.3).
 */
public class RoutingTable {
    private final Host host;

    /** That of a host. */
    public RoutingTable(Host host) {
        this.host = host;
    }

    /** The link for a datagram to {@code destination}; empty if nothing is known about it. */
    @Keeps({"IP-2", "IP-6"})
    public Optional<Link> linkTo(Ipv4Address destination) {
        List<Link> links = host.links();
        if (links.size() == 1) {
            // A host with one link has no choice to make (RFC 1122 section 3.3.1.1).
            return Optional.of(host.link());
        }
        return Stream.concat(host.routes().stream(), links.stream().map(RoutingTable::connected))
                .filter(route -> route.destination().contains(destination))
                .max(Comparator.comparingInt(route -> route.destination().length()))
                .map(Route::link);
    }

    private static Route connected(Link link) {
        return new Route(new Ipv4Prefix(link.address(), link.prefixLength()), link);
    }
}
