package dev.plumbline.testbed;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import java.util.ArrayList;
import java.util.List;

/** Networks of shapes that are often wanted. Anything else is made of {@link Router}s and {@link Network#connect}. */
public final class Topology {
    /** Where the routers' own addresses are: shared address space, which no scenario uses (RFC 6598 section 7). */
    private static final Ipv4Address INNER = Ipv4Address.parse("100.64.0.0");

    private Topology() {}

    /** Perfect cables from {@code hub} to each of the others. */
    public static List<Cable> star(Network network, Attachment hub, List<Attachment> others) {
        return others.stream().map(other -> network.connect(hub, other)).toList();
    }

    /**
     * Routers in a row, with perfect cables: the first is the neighbour of {@code left}, the last that of {@code right}. What
     * belongs to {@code left}'s prefix goes to the left, everything else to the right.
     *
     * @param mtus the MTU of each link, from left to right: one more than there are routers, so at least two
     * @return the routers from left to right, named r1, r2 and so on; index 0 is a router's left link
     */
    public static List<Router> chain(Network network, Attachment left, Attachment right, List<Integer> mtus) {
        Ipv4Prefix home = new Ipv4Prefix(left.link().address(), left.link().prefixLength());
        List<Router> routers = new ArrayList<>();
        Attachment end = left;
        for (int i = 0; i < mtus.size() - 1; i++) {
            Link toLeft = new Link(0, INNER.plus(4 * i + 2), 30, mtus.get(i));
            Link toRight = new Link(1, INNER.plus(4 * i + 5), 30, mtus.get(i + 1));
            List<Route> table = List.of(new Route(home, toLeft), new Route(Ipv4Prefix.DEFAULT, toRight));
            Router router = new Router(network, "r" + (i + 1), List.of(toLeft, toRight), table);
            network.connect(end, router.attachment(0));
            end = router.attachment(1);
            routers.add(router);
        }
        network.connect(end, right);
        return routers;
    }
}
