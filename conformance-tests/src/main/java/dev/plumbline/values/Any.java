package dev.plumbline.values;

import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The values that the word "any" draws from. */
public final class Any {
    /** The data of an ordinary segment on an Ethernet: MSS. */
    private static final int MSS = 1460;

    /** Each arbitrary is made once: jqwik prepares its generators and edge cases anew for each that it does not know. */
    private static final Map<String, Arbitrary<?>> MADE = new ConcurrentHashMap<>();

    private Any() {}

    @SuppressWarnings("unchecked")
    static <T> Arbitrary<T> once(String name, Supplier<Arbitrary<T>> recipe) {
        Arbitrary<?> made = MADE.get(name);
        if (made == null) {
            made = recipe.get();
            MADE.put(name, made);
        }
        return (Arbitrary<T>) made;
    }

    /** A port that an application can have: 1 to 65535, the ends and the border of the well-known ones first. */
    public static Arbitrary<Port> port() {
        return once("port", Any::makePort);
    }

    private static Arbitrary<Port> makePort() {
        return Arbitraries.integers()
                .between(1, Port.MAX)
                .shrinkTowards(8080)
                .edgeCases(edges -> edges.filter(v -> false).add(1, Port.MAX, 1023, 1024, 32768, 49152))
                .map(Port::new);
    }

    /** A port of a client: not a well-known one. */
    public static Arbitrary<Port> clientPort() {
        return once("client port", Any::makeClientPort);
    }

    private static Arbitrary<Port> makeClientPort() {
        return Arbitraries.integers()
                .between(1024, Port.MAX)
                .shrinkTowards(5000)
                .edgeCases(edges -> edges.filter(v -> false).add(1024, Port.MAX, 32767, 32768, 49152))
                .map(Port::new);
    }

    /** Ports of several applications, each another one. */
    public static Arbitrary<Set<Port>> ports(int min, int max) {
        return once("ports " + min + " " + max, () -> makePorts(min, max));
    }

    private static Arbitrary<Set<Port>> makePorts(int min, int max) {
        return port().set().ofMinSize(min).ofMaxSize(max);
    }

    /** A sequence number: those around 2^32 and 2^31 first, where comparisons go wrong. */
    public static Arbitrary<SeqNumber> sequenceNumber() {
        return once("sequence number", Any::makeSequenceNumber);
    }

    private static Arbitrary<SeqNumber> makeSequenceNumber() {
        return Arbitraries.longs()
                .between(0, 0xffff_ffffL)
                .shrinkTowards(1000)
                .edgeCases(edges -> edges.filter(v -> false)
                        .add(
                                0xffff_ffffL,
                                0L,
                                0xffff_fffeL,
                                0x7fff_ffffL,
                                0x8000_0000L,
                                0xffff_ff00L,
                                0x7fff_ff00L,
                                1L))
                .map(SeqNumber::of);
    }

    /** Data of {@code min} to {@code max} octets: the empty one, one octet, odd lengths and MSS +/- 1 first. */
    public static Arbitrary<Octets> data(int min, int max) {
        return once("data " + min + " " + max, () -> makeData(min, max));
    }

    private static Arbitrary<Octets> makeData(int min, int max) {
        Integer[] lengths = IntStream.of(min, 1, max, 3, 536, MSS - 1, MSS, MSS + 1)
                .filter(length -> length >= min && length <= max)
                .distinct()
                .boxed()
                .toArray(Integer[]::new);
        Arbitrary<Integer> length = Arbitraries.integers()
                .between(min, max)
                .shrinkTowards(Math.max(min, Math.min(max, 1)))
                .edgeCases(edges -> edges.filter(v -> false).add(lengths));
        Arbitrary<Integer> filling = Arbitraries.integers()
                .between(0, 1_000_000)
                .edgeCases(edges -> edges.filter(v -> false).add(0, 1, 2));
        return Combinators.combine(length, filling).as(Any::fill);
    }

    /** TCP options that a receiver must be able to skip or read, 40 octets at most. */
    public static Arbitrary<List<TcpOption>> tcpOptions() {
        return once("TCP options", Any::makeTcpOptions);
    }

    private static Arbitrary<List<TcpOption>> makeTcpOptions() {
        Arbitrary<Octets> body = data(0, 6);
        Arbitrary<TcpOption> option = Arbitraries.oneOf(List.of(
                Combinators.combine(Arbitraries.of(77, 253, 254, 200), body).as(TcpOption.Unknown::new),
                Arbitraries.just(new TcpOption.NoOperation()),
                Arbitraries.integers().between(536, 9000).map(TcpOption.MaximumSegmentSize::new)));
        return option.list().ofMaxSize(4);
    }

    /** IPv4 options that a host must be able to skip: no operation, and unknown ones. */
    public static Arbitrary<List<Ipv4Option>> ipOptions() {
        return once("IP options", Any::makeIpOptions);
    }

    private static Arbitrary<List<Ipv4Option>> makeIpOptions() {
        Arbitrary<Ipv4Option> none = Arbitraries.just(new Ipv4Option(Ipv4Option.NO_OPERATION, Octets.empty()));
        Arbitrary<Ipv4Option> experiment = data(2, 6).map(body -> new Ipv4Option(30, body));
        return Arbitraries.oneOf(List.of(none, experiment)).list().ofMaxSize(4);
    }

    /** So few that a header has room for more. */
    public static Arbitrary<List<Ipv4Option>> fewIpOptions() {
        return once("few IP options", () -> ipOptions().filter(options -> options.size() < 3));
    }

    /** Control bits of a segment: every combination of FIN, SYN, RST, PSH, ACK and URG. */
    public static Arbitrary<TcpFlags> flags() {
        return once("flags", Any::makeFlags);
    }

    private static Arbitrary<TcpFlags> makeFlags() {
        return Arbitraries.integers()
                .between(0, 0x3f)
                .edgeCases(edges -> edges.filter(v -> false).add(0x10, 0x02, 0x04, 0x14, 0x01, 0x00, 0x12, 0x3f))
                .map(TcpFlags::new);
    }

    /** An order of arrival of {@code count} things: a permutation of 0 to count - 1. */
    public static Arbitrary<List<Integer>> order(int count) {
        return Arbitraries.shuffle(IntStream.range(0, count).boxed().toList());
    }

    /** Which of the first {@code within} packets get lost: {@code atMost} of them. */
    public static Arbitrary<Set<Integer>> losses(int atMost, int within) {
        return Arbitraries.integers().between(0, within - 1).set().ofMaxSize(atMost);
    }

    /** How the pieces of a stream are sized: each at least one octet. */
    public static Arbitrary<List<Integer>> sizes(int maxSize, int maxCount) {
        return sizes(maxSize, 1, maxCount);
    }

    /** The same, and how many there are at least. */
    public static Arbitrary<List<Integer>> sizes(int maxSize, int minCount, int maxCount) {
        return once(
                "sizes " + maxSize + " " + minCount + " " + maxCount,
                () -> Arbitraries.integers()
                        .between(1, maxSize)
                        .edgeCases(edges -> edges.filter(v -> false).add(1, maxSize))
                        .list()
                        .ofMinSize(minCount)
                        .ofMaxSize(maxCount));
    }

    /** Letters for people, zeros and ones for checksums, noise for the rest. */
    private static Octets fill(int length, int filling) {
        byte[] octets = new byte[length];
        switch (filling) {
            case 0 -> {
                for (int i = 0; i < length; i++) {
                    octets[i] = (byte) ('a' + i % 26);
                }
            }
            case 1 -> Arrays.fill(octets, (byte) 0xff);
            case 2 -> Arrays.fill(octets, (byte) 0);
            default -> new Random(filling).nextBytes(octets);
        }
        return Octets.wrap(octets);
    }
}
