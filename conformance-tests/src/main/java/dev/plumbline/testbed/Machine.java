package dev.plumbline.testbed;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import java.util.List;

/**
 * What a host is given before a stack boots on it.
 *
 * @param name its name in the transcript, without blanks
 * @param links its links, in order of their index, at least one
 * @param moreAddresses further addresses on the first link
 * @param routes which destinations are reached over which link
 * @param nameServers the DNS servers it is told of, best first
 */
public record Machine(
        String name,
        List<Link> links,
        List<Ipv4Address> moreAddresses,
        List<Route> routes,
        List<Ipv4Address> nameServers) {
    /** Copies the lists. */
    public Machine {
        links = List.copyOf(links);
        moreAddresses = List.copyOf(moreAddresses);
        routes = List.copyOf(routes);
        nameServers = List.copyOf(nameServers);
        if (links.isEmpty()) {
            throw new IllegalArgumentException("host " + name + " needs at least one link");
        }
    }

    /** An ordinary host: one link, which everything goes through. */
    public static Machine of(String name, Link link) {
        return new Machine(name, List.of(link), List.of(), List.of(new Route(Ipv4Prefix.DEFAULT, link)), List.of());
    }

    /** The same with these DNS servers. */
    public Machine withNameServers(List<Ipv4Address> servers) {
        return new Machine(name, links, moreAddresses, routes, servers);
    }

    /** The same with further addresses. */
    public Machine withMoreAddresses(List<Ipv4Address> more) {
        return new Machine(name, links, more, routes, nameServers);
    }
}
