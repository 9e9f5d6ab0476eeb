package dev.plumbline.spi;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Octets;
import java.util.List;

/** The machine a stack runs on: all that it can see of the world. */
public interface Host extends Environment {
    /** The links it is attached to, in order of {@link Link#index}: one, or several for a router. */
    List<Link> links();

    /** Where destinations are reached; the most specific route that contains a destination counts. */
    List<Route> routes();

    /** The addresses that it has on its first link besides the link's; none, unless the stack claims what needs them. */
    default List<Ipv4Address> moreAddresses() {
        return List.of();
    }

    /** The DNS servers it was told of, best first; may be empty. */
    List<Ipv4Address> nameServers();

    /**
     * Puts one IP datagram, header included, onto a link. It takes any octets and never fails: what becomes of the datagram
     * is the network's business.
     */
    void transmit(Link link, Octets datagram);

    /** The first link: the only one, unless the host is a router. */
    default Link link() {
        return links().get(0);
    }

    /** The address on the first link. */
    default Ipv4Address address() {
        return link().address();
    }
}
