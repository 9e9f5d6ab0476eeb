package dev.plumbline.testbed;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What lies between two ends: routers, and lines between them. The nodes have numbers: 0 is the left end, then come the routers,
 * the last is the right end. Packets take the ways that cost least; where several cost the same, by turns.
 *
 * @param lines the first is the left end's only one, the last the right end's; a single one is a cable from end to end
 */
public record Topology(List<Line> lines) {
    /** Where the routers' own addresses are: shared address space, which no scenario uses (RFC 6598 section 7). */
    private static final Ipv4Address INNER = Ipv4Address.parse("100.64.0.0");

    /** More than any way around it. */
    private static final int DEAR = 100;

    private static final int FAR = Integer.MAX_VALUE / 2;

    /**
     * A line between two nodes.
     *
     * @param from one node
     * @param to another one
     * @param mtu the largest packet it takes, in octets
     * @param costThere what it costs to go from {@code from} to {@code to}, 1 or more
     * @param costBack what the opposite direction costs: if it is another, packets come back another way than they went
     * @param delay how long a packet is on it
     */
    public record Line(int from, int to, int mtu, int costThere, int costBack, Duration delay) {
        /** Without delay, and at the same cost in both directions. */
        public static Line of(int from, int to, int mtu) {
            return new Line(from, to, mtu, 1, 1, Duration.ZERO);
        }

        private Line costing(int there, int back) {
            return new Line(from, to, mtu, there, back, delay);
        }

        private int cost(int node) {
            return node == from ? costThere : costBack;
        }

        private boolean touches(int node) {
            return node == from || node == to;
        }

        private int other(int node) {
            return node == from ? to : from;
        }
    }

    /** Copies the list; a line that is named twice is one. */
    public Topology {
        lines = lines.stream().distinct().toList();
    }

    /** The two ends, side by side. */
    public static Topology cable(int mtu) {
        return chain(List.of(mtu));
    }

    /**
     * Routers in a row.
     *
     * @param mtus the MTU of each line, from left to right: one more than there are routers
     */
    public static Topology chain(List<Integer> mtus) {
        return new Topology(IntStream.range(0, mtus.size())
                .mapToObj(i -> Line.of(i, i + 1, mtus.get(i)))
                .toList());
    }

    /**
     * Two ways between the first router and the last: packets to the right take one, packets to the left the other.
     *
     * @param there how many routers are on the one in between, 0 or more
     * @param back how many on the other
     */
    public static Topology twoWays(int there, int back, int mtu) {
        List<Line> lines = new ArrayList<>();
        int last = there + back + 2;
        lines.add(Line.of(0, 1, mtu));
        branch(lines, 2, there, last, line -> line.costing(1, DEAR));
        branch(lines, 2 + there, back, last, line -> line.costing(DEAR, 1));
        lines.add(Line.of(last, last + 1, mtu));
        return new Topology(lines);
    }

    /** Several lines between two routers, which take turns. */
    public static Topology parallel(List<Duration> delays, int mtu) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(0, 1, mtu));
        delays.forEach(delay -> lines.add(new Line(1, 2, mtu, 1, 1, delay)));
        lines.add(Line.of(2, 3, mtu));
        return new Topology(lines);
    }

    /** A row of routers from {@code first} on, between router 1 and the last. */
    private static void branch(List<Line> lines, int first, int count, int last, UnaryOperator<Line> shape) {
        int mtu = lines.get(0).mtu();
        int before = 1;
        for (int node = first; node < first + count; node++) {
            lines.add(shape.apply(Line.of(before, node, mtu)));
            before = node;
        }
        lines.add(shape.apply(Line.of(before, last, mtu)));
    }

    /** How many routers there are. */
    public int routers() {
        return lines.get(lines.size() - 1).to() - 1;
    }

    /** The MTU of the left end's link. */
    public int leftMtu() {
        return lines.get(0).mtu();
    }

    /** The MTU of the right end's link. */
    public int rightMtu() {
        return lines.get(lines.size() - 1).mtu();
    }

    /**
     * Sets the routers up, named r1, r2 and so on, and connects them with each other and with the left end. What is addressed to
     * the left end goes to the left, everything else to the right.
     *
     * @param there what the left end's line does to what it sends
     * @param back what the left end's line does to what it receives
     * @return where the right ends are to be plugged in; the left end's own place if there are no routers
     */
    public Attachment lay(Network network, Attachment left, Impairment there, Impairment back) {
        if (routers() == 0) {
            return left;
        }
        List<Router> routers = new ArrayList<>();
        for (int node = 1; node <= routers(); node++) {
            routers.add(router(network, left.link().address(), node));
        }
        network.connect(left, at(routers, 1, lines.get(0)), there, back);
        for (Line line : lines.subList(1, lines.size() - 1)) {
            Impairment delay = Impairment.delay(line.delay());
            network.connect(at(routers, line.from(), line), at(routers, line.to(), line), delay, delay);
        }
        return at(routers, routers(), lines.get(lines.size() - 1));
    }

    private Router router(Network network, Ipv4Address left, int node) {
        List<Line> own = linesOf(node);
        List<Link> links = IntStream.range(0, own.size())
                .mapToObj(i -> link(i, own.get(i), node))
                .toList();
        List<Route> table = new ArrayList<>();
        nextHops(node, 0).forEach(line -> table.add(new Route(new Ipv4Prefix(left, 32), links.get(own.indexOf(line)))));
        nextHops(node, routers() + 1)
                .forEach(line -> table.add(new Route(Ipv4Prefix.DEFAULT, links.get(own.indexOf(line)))));
        return new Router(network, "r" + node, links, table);
    }

    private Link link(int index, Line line, int node) {
        int side = node == line.to() ? 2 : 1;
        return new Link(index, INNER.plus(4 * lines.indexOf(line) + side), 30, line.mtu());
    }

    private Attachment at(List<Router> routers, int node, Line line) {
        return routers.get(node - 1).attachment(linesOf(node).indexOf(line));
    }

    private List<Line> linesOf(int node) {
        return lines.stream().filter(line -> line.touches(node)).toList();
    }

    /** The lines with which the cheapest ways to {@code target} begin. */
    private List<Line> nextHops(int node, int target) {
        int[] costs = costsTo(target);
        return linesOf(node).stream()
                .filter(line -> line.cost(node) + costs[line.other(node)] == costs[node])
                .toList();
    }

    /** What it costs to get from each node to {@code target}: the ends hand nothing on (Bellman and Ford's way). */
    private int[] costsTo(int target) {
        int[] costs = new int[routers() + 2];
        Arrays.fill(costs, FAR);
        costs[target] = 0;
        for (int round = 0; round < costs.length; round++) {
            for (Line line : lines) {
                relax(costs, line, line.from());
                relax(costs, line, line.to());
            }
        }
        return costs;
    }

    private static void relax(int[] costs, Line line, int node) {
        costs[node] = Math.min(costs[node], line.cost(node) + costs[line.other(node)]);
    }

    /** The lines, in words. */
    @Override
    public String toString() {
        return routers() == 0
                ? "a cable (MTU " + leftMtu() + ")"
                : lines.stream().map(this::words).collect(Collectors.joining(", "));
    }

    private String words(Line line) {
        String mtu = name(line.from()) + "-" + name(line.to()) + " (MTU " + line.mtu();
        String costs = line.costThere() == 1 && line.costBack() == 1
                ? ""
                : ", cost " + line.costThere() + " there, " + line.costBack() + " back";
        return mtu + costs + (line.delay().isZero() ? "" : ", " + line.delay().toMillis() + " ms") + ")";
    }

    private String name(int node) {
        return node == 0 ? "endpoint" : node > routers() ? "peer" : "r" + node;
    }
}
