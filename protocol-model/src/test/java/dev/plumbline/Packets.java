package dev.plumbline;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Any packet, for the properties of this module: put {@code @Domain(Packets.class)} on a class, and its parameters of these
 * types are drawn from here, edge cases first.
 */
public final class Packets extends DomainContextBase {
    private static final Set<Integer> KNOWN_ICMP_TYPES = Set.of(0, 3, 8, 11, 12);
    private static final Map<Class<?>, Integer> SIZES = Map.of(
            TcpOption.NoOperation.class, 1,
            TcpOption.SackPermitted.class, 2,
            TcpOption.WindowScale.class, 3,
            TcpOption.MaximumSegmentSize.class, 4,
            TcpOption.Timestamps.class, 10);

    /** Any octets: the lengths at which something changes, then any up to a full Ethernet frame. */
    @Provide
    public static Arbitrary<Octets> octets() {
        return octets(1500);
    }

    /** Any octets, at most {@code max}; their values are cheap to make and shrink to zeros. */
    public static Arbitrary<Octets> octets(int max) {
        Arbitrary<Integer> lengths = Arbitraries.integers().between(0, max).edgeCases(edges -> {
            edges.includeOnly();
            for (int length : new int[] {0, 1, 2, 3, 8, 535, 536, 1459, 1460, max}) {
                if (length <= max) {
                    edges.add(length);
                }
            }
        });
        Arbitrary<Long> fillings = Arbitraries.longs().edgeCases(edges -> edges.includeOnly(0L, -1L, 1L));
        return Combinators.combine(lengths, fillings).as(Packets::filled);
    }

    @Provide
    public static Arbitrary<Port> ports() {
        return unsigned(16, 0, 1, 1023, 1024, 65535).map(Port::new);
    }

    @Provide
    public static Arbitrary<SeqNumber> seqNumbers() {
        return words().map(SeqNumber::new);
    }

    @Provide
    public static Arbitrary<Ipv4Address> addresses() {
        return words().map(Ipv4Address::new);
    }

    @Provide
    public static Arbitrary<Ipv4Prefix> prefixes() {
        return Combinators.combine(addresses(), Arbitraries.integers().between(0, 32))
                .as(Ipv4Prefix::new);
    }

    @Provide
    public static Arbitrary<SocketAddress> sockets() {
        return Combinators.combine(addresses(), ports()).as(SocketAddress::new);
    }

    @Provide
    public static Arbitrary<TcpFlags> flags() {
        return Arbitraries.integers().between(0, 255).map(TcpFlags::new);
    }

    @Provide
    public static Arbitrary<TcpOption> tcpOptions() {
        Arbitrary<TcpOption.Block> blocks =
                Combinators.combine(seqNumbers(), seqNumbers()).as(TcpOption.Block::new);
        return Arbitraries.oneOf(
                Arbitraries.just(new TcpOption.NoOperation()),
                Arbitraries.just(new TcpOption.SackPermitted()),
                unsigned(16, 0, 1, 536, 1460, 65535).map(TcpOption.MaximumSegmentSize::new),
                unsigned(8, 0, 14, 15, 255).map(TcpOption.WindowScale::new),
                Combinators.combine(words(), words()).as(TcpOption.Timestamps::new),
                blocks.list().ofMinSize(1).ofMaxSize(4).map(TcpOption.Sack::new),
                unknownOptions());
    }

    @Provide
    public static Arbitrary<TcpSegment> tcpSegments() {
        Arbitrary<List<TcpOption>> options =
                tcpOptions().list().ofMaxSize(12).map(list -> fitting(list, Packets::size));
        Arbitrary<TcpSegment.Builder> headers = Combinators.combine(
                        ports(), ports(), seqNumbers(), seqNumbers(), flags(), words16(), words16())
                .as((source, destination, seq, ack, flags, window, urgent) -> TcpSegment.between(source, destination)
                        .seq(seq)
                        .ackNumber(ack)
                        .flags(flags)
                        .window(window)
                        .urgentPointer(urgent));
        return Combinators.combine(headers, options, octets())
                .as((header, list, payload) ->
                        header.options(list).payload(payload).build())
                .edgeCases(EdgeCases.Config::none);
    }

    @Provide
    public static Arbitrary<UdpDatagram> udpDatagrams() {
        return Combinators.combine(ports(), ports(), octets())
                .as(UdpDatagram::new)
                .edgeCases(EdgeCases.Config::none);
    }

    @Provide
    public static Arbitrary<IcmpMessage> icmpMessages() {
        Arbitrary<Integer> codes = octetValues();
        return Arbitraries.<IcmpMessage>oneOf(
                        Combinators.combine(words16(), words16(), octets()).as(IcmpMessage.EchoRequest::new),
                        Combinators.combine(words16(), words16(), octets()).as(IcmpMessage.EchoReply::new),
                        Combinators.combine(codes.filter(code -> code != 4), octets())
                                .as((code, original) -> new IcmpMessage.DestinationUnreachable(code, 0, original)),
                        Combinators.combine(words16(), octets())
                                .as((mtu, original) -> new IcmpMessage.DestinationUnreachable(4, mtu, original)),
                        Combinators.combine(codes, octets()).as(IcmpMessage.TimeExceeded::new),
                        Combinators.combine(codes, octetValues(), octets()).as(IcmpMessage.ParameterProblem::new),
                        Combinators.combine(
                                        octetValues().filter(type -> !KNOWN_ICMP_TYPES.contains(type)),
                                        codes,
                                        words(),
                                        octets())
                                .as(IcmpMessage.Other::new))
                .edgeCases(EdgeCases.Config::none);
    }

    @Provide
    public static Arbitrary<Ipv4Packet> ipv4Packets() {
        Arbitrary<IpProtocol> protocols = unsigned(8, 1, 6, 17, 0, 255).map(IpProtocol::new);
        Arbitrary<List<Ipv4Option>> options =
                ipv4Options().list().ofMaxSize(8).map(list -> fitting(list, Packets::size));
        Arbitrary<Ipv4Packet> plain = Combinators.combine(addresses(), addresses(), protocols, octets())
                .as(Ipv4Packet::of);
        return Combinators.combine(
                        plain,
                        octetValues(),
                        words16(),
                        unsigned(2, 0, 1, 2, 3),
                        unsigned(13, 0, 1, 8190, 8191),
                        octetValues(),
                        options)
                .as((packet, tos, id, flags, eighths, ttl, list) -> new Ipv4Packet(
                        tos,
                        id,
                        (flags & 2) != 0,
                        (flags & 1) != 0,
                        eighths * 8,
                        ttl,
                        packet.protocol(),
                        packet.source(),
                        packet.destination(),
                        list,
                        packet.payload()))
                .edgeCases(EdgeCases.Config::none);
    }

    @Provide
    public static Arbitrary<Ipv4Option> ipv4Options() {
        Arbitrary<Ipv4Option> others = Combinators.combine(
                        Arbitraries.integers().between(2, 255), octets(38))
                .as(Ipv4Option::new);
        return Arbitraries.oneOf(Arbitraries.just(new Ipv4Option(Ipv4Option.NO_OPERATION, Octets.empty())), others);
    }

    // Whole packets have no edge cases of their own, or there would be more of them than tries: their parts keep
    // theirs.

    /** Any 32 bits, above all those around 0 and around 2^31, where sequence arithmetic turns. */
    public static Arbitrary<Integer> words() {
        return Arbitraries.integers()
                .edgeCases(edges -> edges.includeOnly(
                        0,
                        1,
                        -1,
                        -2,
                        Integer.MAX_VALUE - 1,
                        Integer.MAX_VALUE,
                        Integer.MIN_VALUE,
                        Integer.MIN_VALUE + 1));
    }

    /** Any 16 bits. */
    public static Arbitrary<Integer> words16() {
        return unsigned(16, 0, 1, 0x7fff, 0x8000, 0xffff);
    }

    private static Arbitrary<Integer> octetValues() {
        return unsigned(8, 0, 1, 0x7f, 0x80, 0xff);
    }

    private static Arbitrary<Integer> unsigned(int bits, Integer... edgeCases) {
        return Arbitraries.integers().between(0, (1 << bits) - 1).edgeCases(edges -> edges.includeOnly(edgeCases));
    }

    /** Kinds that nobody gave a meaning here, and known kinds with a length that is not theirs. */
    private static Arbitrary<TcpOption> unknownOptions() {
        Arbitrary<TcpOption> strange = Combinators.combine(Arbitraries.of(6, 7, 9, 34, 253, 254, 255), octets(38))
                .as(TcpOption.Unknown::new);
        Arbitrary<TcpOption> wrongLength = Combinators.combine(
                        Arbitraries.of(2, 3, 4, 5, 8), Arbitraries.of(0, 1, 2, 3, 5, 7, 8, 9, 12))
                .filter((kind, length) -> !hasMeaning(kind, length))
                .as((kind, length) -> new TcpOption.Unknown(kind, filled(length, kind)));
        return Arbitraries.oneOf(strange, wrongLength);
    }

    /** Whether an RFC gives an option of this kind this many octets after its length octet. */
    public static boolean hasMeaning(int kind, int length) {
        return switch (kind) {
            case 2 -> length == 2;
            case 3 -> length == 1;
            case 4 -> length == 0;
            case 5 -> length == 8 || length == 16 || length == 24 || length == 32;
            case 8 -> length == 8;
            default -> false;
        };
    }

    private static Octets filled(int length, long filling) {
        byte[] bytes = new byte[length];
        if (filling == -1) {
            Arrays.fill(bytes, (byte) 0xff);
        } else if (filling != 0) {
            new SplittableRandom(filling).nextBytes(bytes);
        }
        return Octets.wrap(bytes);
    }

    /** How many octets an option takes on the wire, counted by hand from the RFCs' diagrams. */
    public static int size(TcpOption option) {
        if (option instanceof TcpOption.Sack sack) {
            return 2 + 8 * sack.blocks().size();
        } else if (option instanceof TcpOption.Unknown unknown) {
            return 2 + unknown.data().length();
        }
        return SIZES.get(option.getClass());
    }

    /** How many octets an option takes on the wire. */
    public static int size(Ipv4Option option) {
        return option.type() == Ipv4Option.NO_OPERATION ? 1 : 2 + option.data().length();
    }

    private static <T> List<T> fitting(List<T> options, ToIntFunction<T> size) {
        int octets = 0;
        int count = 0;
        for (T option : options) {
            octets += size.applyAsInt(option);
            if (octets > 40) {
                break;
            }
            count++;
        }
        return options.subList(0, count);
    }
}
