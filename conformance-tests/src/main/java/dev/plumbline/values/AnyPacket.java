package dev.plumbline.values;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.ParameterProblem;
import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.spi.Link;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The fields, pieces and mistakes of packets that the word "any" draws from. */
public final class AnyPacket {
    private static final int MOST_PIECES = 8;
    private static final int LARGEST_PIECE = 100;
    private static final int UDP_HEADER = 8;
    private static final int WORDS = 16;
    private static final int LEAST_WORDS = 5;

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

    /** What the length field of a UDP header may not say, if so many octets are there (RFC 768 section "Fields"). */
    public static Arbitrary<Integer> wrongUdpLength(int right) {
        Arbitrary<Integer> tooShort = Arbitraries.integers().between(0, UDP_HEADER - 1);
        Arbitrary<Integer> tooLong = Arbitraries.integers().between(right + 1, 65_535);
        return Arbitraries.oneOf(List.of(tooShort, tooLong));
    }

    /** An IP version but 4. */
    public static Arbitrary<Integer> otherVersion() {
        return Any.once(
                "other version", () -> Arbitraries.integers().between(0, 15).filter(version -> version != 4));
    }

    /** What the header length may not say, in words, if so many octets are there (RFC 791 section 3.1). */
    public static Arbitrary<Integer> wrongHeaderLength(int there) {
        List<Integer> wrong = IntStream.range(0, WORDS)
                .filter(words -> words < LEAST_WORDS || words * 4 > there)
                .boxed()
                .toList();
        return Arbitraries.of(wrong);
    }

    /** What the length of an option of eight octets, the only one, may not say: it counts two octets, and ends in the header. */
    public static Arbitrary<Integer> impossibleOptionLength() {
        return Any.once(
                "impossible option length",
                () -> Arbitraries.integers().between(0, 255).filter(length -> length < 2 || length > 8));
    }

    /**
     * Options of an IP header, most of all those for experiments, of which 30 goes into the first piece only and 158 into each (RFC
     * 4727 section 2.2): a router that does not know them passes them on as they are (RFC 1812 section 5.3.13.1).
     */
    public static Arbitrary<List<Ipv4Option>> optionsToCopyOrNot() {
        return Any.once(
                "options to copy or not",
                () -> Combinators.combine(Arbitraries.of(158, 30, Ipv4Option.NO_OPERATION), Any.data(2, 6))
                        .as((type, body) ->
                                new Ipv4Option(type, type == Ipv4Option.NO_OPERATION ? Octets.empty() : body))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(4));
    }

    /** What the total length may not say, if so many octets are there (RFC 791 section 3.1). */
    public static Arbitrary<Integer> wrongTotalLength(int there) {
        Arbitrary<Integer> tooShort = Arbitraries.integers().between(0, 4 * LEAST_WORDS - 1);
        Arbitrary<Integer> tooLong = Arbitraries.integers().between(there + 1, 65_535);
        return Arbitraries.oneOf(List.of(tooShort, tooLong));
    }

    /** What is nobody's source address: the broadcast, a group, a loopback address or none (RFC 1122 section 3.2.1.3). */
    public static Arbitrary<Ipv4Address> sourceOfNobody() {
        Arbitrary<Ipv4Address> loopback =
                Arbitraries.integers().between(1, 0xfffffe).map(Ipv4Address.parse("127.0.0.0")::plus);
        return Any.once(
                "source of nobody",
                () -> Arbitraries.oneOf(
                        List.of(group(), loopback, Arbitraries.of(Ipv4Address.BROADCAST, Ipv4Address.UNSPECIFIED))));
    }

    /** The limited broadcast, that of a link, or a group that a host may be in (RFC 1122 sections 3.2.1.3 and 3.3.7). */
    public static Arbitrary<Ipv4Address> manyHosts(List<Link> links) {
        return Arbitraries.oneOf(List.of(everybody(links), group()));
    }

    /** The limited broadcast, or that of the first link (RFC 1122 section 3.2.1.3). */
    public static Arbitrary<Ipv4Address> everybody(List<Link> links) {
        return Arbitraries.of(Ipv4Address.BROADCAST, broadcastOf(links.get(0)));
    }

    /** The directed broadcast of a link's network. */
    public static Ipv4Address broadcastOf(Link link) {
        return new Ipv4Prefix(link.address(), link.prefixLength()).broadcast();
    }

    /** "All hosts" is the group that every host is in that knows groups (RFC 1112 section 4). */
    private static Arbitrary<Ipv4Address> group() {
        return Any.once(
                "group",
                () -> Arbitraries.integers()
                        .between(1, 0xfffffff)
                        .edgeCases(edges -> edges.filter(v -> false).add(1, 0xfffffff))
                        .map(Ipv4Address.parse("224.0.0.0")::plus));
    }

    /** What the network reports of a segment, and what may pass (RFC 9293 section 3.9.2.2). */
    public static Arbitrary<IcmpMessage> softError(Octets quote) {
        return Arbitraries.of(
                new DestinationUnreachable(DestinationUnreachable.NETWORK, 0, quote),
                new DestinationUnreachable(DestinationUnreachable.HOST, 0, quote),
                new DestinationUnreachable(DestinationUnreachable.SOURCE_ROUTE_FAILED, 0, quote),
                new TimeExceeded(TimeExceeded.IN_TRANSIT, quote),
                new TimeExceeded(TimeExceeded.REASSEMBLY, quote),
                new ParameterProblem(0, 0, quote));
    }

    /** A type of ICMP message that nobody knows: 44 to 252 are not assigned, 253 and 254 are for experiments (RFC 4727 section 3). */
    public static Arbitrary<Integer> unknownIcmpType() {
        return Any.once(
                "unknown ICMP type",
                () -> Arbitraries.integers().between(44, 254).shrinkTowards(253));
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
