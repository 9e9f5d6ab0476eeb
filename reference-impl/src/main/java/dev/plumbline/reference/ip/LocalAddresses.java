package dev.plumbline.reference.ip;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.Link;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses mean this host, and which no host can have (RFC 1122 section 3.2.1.3). */
public class LocalAddresses {
    private final List<Link> links;
    private final List<Ipv4Address> own;

    /** Those of a host with these links, and with these addresses more. */
    public LocalAddresses(List<Link> links, List<Ipv4Address> more) {
        this.links = List.copyOf(links);
        this.own =
                Stream.concat(links.stream().map(Link::address), more.stream()).toList();
    }

    /** The host's own. */
    List<Ipv4Address> own() {
        return own;
    }

    /** Whether it is one of them. */
    public boolean isOwn(Ipv4Address address) {
        return own.contains(address);
    }

    /** The limited broadcast, or the directed broadcast of one of the links. */
    boolean isBroadcast(Ipv4Address address) {
        for (Link link : links) {
            if (isDirectedBroadcast(link, address)) {
                return true;
            }
        }
        return address.equals(Ipv4Address.BROADCAST);
    }

    /** Whether a datagram with this destination is for this host. No multicast group is ever joined. */
    @Keeps({"IP-2", "RFC1122/BROADCAST"})
    public boolean isForUs(Ipv4Address destination) {
        return isOwn(destination) || isBroadcast(destination);
    }

    /** Whether the address can be that of one host somewhere on the network. */
    public boolean isHost(Ipv4Address address) {
        return address.isUnicast() && !address.isLoopback() && !isBroadcast(address);
    }

    private static boolean isDirectedBroadcast(Link link, Ipv4Address address) {
        // A link of two addresses (RFC 3021 section 2.1) or one has none to spare for a broadcast.
        return link.prefixLength() < 31
                && new Ipv4Prefix(link.address(), link.prefixLength())
                        .broadcast()
                        .equals(address);
    }
}
