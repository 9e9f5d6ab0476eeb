package dev.plumbline.adapter.line;

import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Route;

/** What a program is told of a host's network before {@code boot}, which has no room for it: a host with one link needs little of it. */
final class TheNetwork {
    private TheNetwork() {}

    /** Who tells it. */
    @FunctionalInterface
    interface Teller {
        void tell(Verb verb, Object... values);
    }

    static void of(Host host, Teller teller) {
        host.links().stream()
                .skip(1)
                .forEach(link -> teller.tell(Verb.LINK, link.index(), link.address(), link.prefixLength(), link.mtu()));
        host.moreAddresses().forEach(address -> teller.tell(Verb.ADDRESS, address));
        for (Route route : host.routes()) {
            Ipv4Prefix to = route.destination();
            teller.tell(Verb.ROUTE, to.network(), to.length(), route.link().index());
        }
        host.nameServers().forEach(address -> teller.tell(Verb.NAME_SERVER, address));
    }
}
