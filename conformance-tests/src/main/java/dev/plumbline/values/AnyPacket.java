package dev.plumbline.values;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Prefix;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** The fields, pieces and mistakes of packets that the word "any" draws from. */
public final class AnyPacket {
    private static final int MOST_PIECES = 8;
    private static final int LARGEST_PIECE = 100;
    private static final int UDP_HEADER = 8;

    private AnyPacket() {}

    /** A field's value or a place, counted from 0: one of {@code count}. */
    public static Arbitrary<Integer> number(int count) {
        return Arbitraries.integers().between(0, count - 1).shrinkTowards(0);
    }

    /** So many things, one at least. */
    public static Arbitrary<Integer> count(int most) {
        return Any.once("count " + most, () -> Arbitraries.integers().between(1, most));
    }

    /** A Time to Live, the largest first. */
    public static Arbitrary<Integer> timeToLive() {
        return Any.once("Time to Live", () -> number(255).map(less -> 255 - less));
    }

    /** A Time to Live with which a router hands nothing on: RFC 1812 section 5.3.1. */
    public static Arbitrary<Integer> lastTimeToLive() {
        return Any.once("last Time to Live", () -> Arbitraries.of(1, 0));
    }

    /** 200 to 252 are not assigned, 253 and 254 are for experiments: RFC 3692 section 2.1. */
    public static Arbitrary<IpProtocol> unknownProtocol() {
        return Any.once(
                "unknown protocol",
                () -> Arbitraries.integers()
                        .between(200, 254)
                        .shrinkTowards(253)
                        .map(IpProtocol::new));
    }

    /** The address of a host that is not here. 203.0.113.0/24 is set aside for examples: RFC 5737 section 3. */
    public static Arbitrary<Ipv4Address> otherHost() {
        return Any.once(
                "other host", () -> Arbitraries.integers().between(1, 254).map(Ipv4Address.parse("203.0.113.0")::plus));
    }

    /** What the length field of a UDP header may not say, if so many octets are there (RFC 768). */
    public static Arbitrary<Integer> wrongUdpLength(int right) {
        Arbitrary<Integer> tooShort = Arbitraries.integers().between(0, UDP_HEADER - 1);
        Arbitrary<Integer> tooLong = Arbitraries.integers().between(right + 1, 65_535);
        return Arbitraries.oneOf(List.of(tooShort, tooLong));
    }

    /** The sizes of the pieces of a datagram but for its last, in blocks of eight octets (RFC 791 section 3.2). */
    public static Arbitrary<List<Integer>> pieces() {
        return Any.once(
                "pieces",
                () -> Arbitraries.integers()
                        .between(1, LARGEST_PIECE)
                        .edgeCases(edges -> edges.filter(v -> false).add(1, LARGEST_PIECE))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(MOST_PIECES - 1));
    }

    /** The lengths of prefixes, each longer than the one before. */
    public static Arbitrary<List<Integer>> prefixLengths(int count) {
        return Any.once(
                "prefix lengths " + count,
                () -> Arbitraries.integers()
                        .between(8, 32)
                        .set()
                        .ofSize(count)
                        .map(lengths -> lengths.stream().sorted().toList()));
    }

    /** An address in 10.0.0.0/8, which nobody in the testbed has: RFC 1918 section 3. */
    public static Arbitrary<Ipv4Address> privateAddress() {
        Ipv4Prefix all = Ipv4Prefix.parse("10.0.0.0/8");
        return Any.once(
                "private address",
                () -> Arbitraries.integers().between(1, 0xfffffe).map(all.network()::plus));
    }
}
