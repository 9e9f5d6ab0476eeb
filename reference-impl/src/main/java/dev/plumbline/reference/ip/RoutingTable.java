package dev.plumbline.reference.ip;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import java.util.Comparator;
import java.util.Optional;

/** Finds the link that leads to a destination: the longest match counts (RFC 1812 section 5.2.4.3). */
final class RoutingTable {
    private final Host host;

    RoutingTable(Host host) {
        this.host = host;
    }

    /** The link for a datagram to {@code destination}; empty if nothing is known about it. */
    Optional<Link> linkTo(Ipv4Address destination) {
        Optional<Link> configured = host.routes().stream()
                .filter(route -> route.destination().contains(destination))
                .max(Comparator.comparingInt(route -> route.destination().length()))
                .map(Route::link);
        return configured.or(() -> connected(destination));
    }

    private Optional<Link> connected(Ipv4Address destination) {
        if (host.links().size() == 1) {
            // A host with one link has no choice to make (RFC 1122 section 3.3.1.1).
            return Optional.of(host.link());
        }
        return host.links().stream()
                .filter(link -> new Ipv4Prefix(link.address(), link.prefixLength()).contains(destination))
                .findFirst();
    }
}
