package dev.plumbline.values;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.testbed.Topology;
import dev.plumbline.testbed.Topology.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The networks and addresses that the word "any" draws from. */
public final class AnyNetwork {
    private static final int ETHERNET = 1500;
    /** Where the hosts and the routers of the testbed have their addresses. */
    private static final List<Ipv4Prefix> TESTBED =
            List.of(Ipv4Prefix.parse("198.18.0.0/15"), Ipv4Prefix.parse("100.64.0.0/10"));

    /** So that with both ends there are eight nodes. */
    private static final int MOST_ROUTERS = 6;

    private AnyNetwork() {}

    /** What lies between two ends: up to six routers, in any arrangement; a cable is the simplest. */
    public static Arbitrary<Topology> topology(int leastMtu) {
        return Any.once("topology " + leastMtu, () -> makeTopology(leastMtu));
    }

    /** Up to six routers in a row, with lines that take packets of any size from {@code leastMtu} on. */
    public static Arbitrary<Topology> chain(int leastMtu) {
        return Any.once(
                "chain " + leastMtu,
                () -> mtu(leastMtu)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(MOST_ROUTERS + 1)
                        .map(Topology::chain));
    }

    /** Two ways with up to two routers on each besides those that both have: packets come back another way than they went. */
    public static Arbitrary<Topology> twoWays() {
        Arbitrary<Integer> routers = Arbitraries.integers().between(0, 2);
        return Any.once(
                "two ways",
                () -> Combinators.combine(routers, routers)
                        .as((there, back) -> Topology.twoWays(there, back, ETHERNET)));
    }

    /** Two to four ways of different length, which take turns: packets overtake each other. */
    public static Arbitrary<Topology> parallelWays() {
        return Any.once(
                "parallel ways",
                () -> Arbitraries.integers()
                        .between(0, 9)
                        .set()
                        .ofMinSize(2)
                        .ofMaxSize(4)
                        .map(delays -> Topology.parallel(
                                delays.stream().map(Duration::ofMillis).toList(), ETHERNET)));
    }

    /** How many peers there are, several at least. */
    public static Arbitrary<Integer> peers() {
        return Any.once("peers", () -> Arbitraries.integers().between(2, 4).shrinkTowards(2));
    }

    /** An address that a host can have, in any class; nobody else in the network has it. */
    public static Arbitrary<Ipv4Address> hostAddress() {
        return Any.once("host address", AnyNetwork::makeHostAddress);
    }

    /** The same where the other of two addresses that differ in the last bit is free, too. */
    public static Arbitrary<Ipv4Address> oneOfTwo() {
        return hostAddress().filter(address -> isFree(new Ipv4Address(address.bits() ^ 1)));
    }

    private static Arbitrary<Ipv4Address> makeHostAddress() {
        String[] corners = {
            "1.0.0.1",
            "10.0.0.1",
            "126.255.255.254",
            "128.0.0.1",
            "172.16.0.1",
            "191.255.255.254",
            "192.168.0.1",
            "223.255.255.254"
        };
        Long[] edges = Arrays.stream(corners)
                .map(corner -> Integer.toUnsignedLong(Ipv4Address.parse(corner).bits()))
                .toArray(Long[]::new);
        return Arbitraries.longs()
                .between(0x0100_0000L, 0xdfff_ffffL)
                .shrinkTowards(
                        Integer.toUnsignedLong(Ipv4Address.parse("192.0.2.1").bits()))
                .edgeCases(config -> config.filter(v -> false).add(edges))
                .map(bits -> new Ipv4Address(bits.intValue()))
                .filter(AnyNetwork::isFree);
    }

    /** Neither the testbed's own nor, in a network of 2^17 addresses as all hosts here are in, the first or the last. */
    private static boolean isFree(Ipv4Address address) {
        int host = address.bits() & 0x1ffff;
        boolean testbeds = TESTBED.stream().anyMatch(prefix -> prefix.contains(address));
        return host != 0 && host != 0x1ffff && !address.isLoopback() && !testbeds;
    }

    /** The largest packet that a link takes. */
    public static Arbitrary<Integer> mtu(int least) {
        return Any.once(
                "MTU " + least,
                () -> Arbitraries.integers()
                        .between(least, ETHERNET)
                        .shrinkTowards(ETHERNET)
                        .edgeCases(edges -> edges.filter(v -> false).add(least, ETHERNET, Math.max(least, 577))));
    }

    private static Arbitrary<Topology> makeTopology(int leastMtu) {
        Arbitrary<Integer> cost = Arbitraries.integers().between(1, 3);
        Arbitrary<Line> line = Combinators.combine(
                        Arbitraries.integers().between(0, MOST_ROUTERS - 1),
                        mtu(leastMtu),
                        cost,
                        cost,
                        Arbitraries.integers().between(0, 4).map(Duration::ofMillis))
                .as((back, mtu, there, home, delay) -> new Line(back, 0, mtu, there, home, delay));
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(0, MOST_ROUTERS)
                                .edgeCases(edges -> edges.filter(v -> false).add(0, 1, MOST_ROUTERS)),
                        line.list().ofSize(MOST_ROUTERS + 1),
                        line.list().ofMaxSize(3))
                .as(AnyNetwork::connected);
    }

    /** A tree of routers, each joined to one before it, and some lines more: their {@code from} says how far back they lead. */
    private static Topology connected(int routers, List<Line> tree, List<Line> more) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(0, 1, tree.get(0).mtu()));
        for (int node = 2; node <= routers; node++) {
            lines.add(joined(tree.get(node - 1), node));
        }
        for (int i = 0; i < more.size() && routers > 1; i++) {
            lines.add(joined(more.get(i), 2 + (more.get(i).from() + i) % (routers - 1)));
        }
        if (routers > 0) {
            lines.add(Line.of(routers, routers + 1, tree.get(routers).mtu()));
        }
        return new Topology(lines);
    }

    private static Line joined(Line shape, int node) {
        int before = node - 1 - shape.from() % (node - 1);
        return new Line(before, node, shape.mtu(), shape.costThere(), shape.costBack(), shape.delay());
    }
}
