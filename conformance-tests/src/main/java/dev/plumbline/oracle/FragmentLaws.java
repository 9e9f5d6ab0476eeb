package dev.plumbline.oracle;

import static dev.plumbline.oracle.Law.violated;

import dev.plumbline.ip.DatagramId;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The host's own fragments fit together (RFC 791 section 3.2), and two datagrams that are both cut do not bear the same number
 * while parts of the first may be on their way (RFC 6864 section 4.3). What a router hands on is its sender's business.
 */
final class FragmentLaws implements Law {
    private static final String FRAGMENTS = "RFC791/FRAGMENTS";
    private static final String IDENTIFICATION = "RFC6864/ID";
    /** How long a datagram may be on its way (RFC 791 section 3.2, "Identification": for the time it will be active). */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    private final Predicate<Ipv4Address> isOwn;
    private final Map<DatagramId, Parts> sent = new HashMap<>();
    private final Supplier<Duration> clock;
    /** The last packet that is no fragment, by what it says of itself, and may be cut. */
    private Optional<Ipv4Packet> whole = Optional.empty();

    /** The parts of a datagram by their place in it. */
    private record Parts(Duration since, NavigableMap<Integer, Ipv4Packet> at) {}

    FragmentLaws(Predicate<Ipv4Address> isOwn, Supplier<Duration> clock) {
        this.isOwn = isOwn;
        this.clock = clock;
    }

    @Override
    public List<String> requirements() {
        return List.of(FRAGMENTS, IDENTIFICATION);
    }

    @Override
    public Set<String> appliesTo(Packet packet) {
        return ownFragment(packet).isPresent() ? Set.of(FRAGMENTS, IDENTIFICATION) : Set.of();
    }

    @Override
    public Optional<Violation> sent(Packet packet) {
        Optional<Violation> wrong =
                ownFragment(packet).flatMap(ip -> goesOnBehindAWhole(ip).or(() -> judge(ip)));
        whole = packet.ip().filter(ip -> !ip.isFragment() && !ip.dontFragment() && isOwn.test(ip.source()));
        return wrong;
    }

    /** The first piece has More Fragments, too (RFC 791 section 3.2): without it the peer takes it for all there is. */
    private Optional<Violation> goesOnBehindAWhole(Ipv4Packet ip) {
        return whole.filter(first ->
                        DatagramId.of(first).equals(DatagramId.of(ip)) && first.fragmentEnd() == ip.fragmentOffset())
                .flatMap(first -> violated(
                        FRAGMENTS,
                        "the endpoint sent the first piece of datagram " + ip.identification()
                                + " without More Fragments (MF): it says that it is the last one, so it passes for a"
                                + " whole datagram whose other octets are missing. But a piece from octet "
                                + ip.fragmentOffset() + " on came behind it",
                        "More Fragments in all fragments but the last"));
    }

    private Optional<Ipv4Packet> ownFragment(Packet packet) {
        return packet.ip().filter(Ipv4Packet::isFragment).filter(ip -> isOwn.test(ip.source()));
    }

    private Optional<Violation> judge(Ipv4Packet ip) {
        int length = ip.payload().length();
        if (ip.moreFragments() && length % 8 != 0) {
            return violated(
                    FRAGMENTS,
                    "the endpoint sent a fragment of " + length + " octets that is not the last of its datagram",
                    "multiples of eight octets in all fragments but the last, because offsets count in eights");
        }
        Duration now = clock.get();
        Parts parts = sent.computeIfAbsent(DatagramId.of(ip), number -> new Parts(now, new TreeMap<>()));
        if (now.minus(parts.since()).compareTo(ON_ITS_WAY) >= 0) {
            parts = new Parts(now, new TreeMap<>());
            sent.put(DatagramId.of(ip), parts);
        }
        NavigableMap<Integer, Ipv4Packet> before = parts.at();
        Optional<Violation> wrong = compare(before, ip).or(() -> behindTheLast(before, ip));
        before.put(ip.fragmentOffset(), ip);
        return wrong;
    }

    private static Optional<Violation> compare(NavigableMap<Integer, Ipv4Packet> parts, Ipv4Packet ip) {
        int from = ip.fragmentOffset();
        Ipv4Packet same = parts.get(from);
        if (same != null && from == 0 && !agree(same, ip)) {
            return violated(
                    IDENTIFICATION,
                    "the endpoint sent two datagrams with the same identification, " + ip.identification()
                            + ", and cut both: their fragments cannot be told apart",
                    "another identification for each datagram to the same destination");
        }
        return parts.values().stream().allMatch(part -> agree(part, ip))
                ? Optional.empty()
                : violated(
                        FRAGMENTS,
                        "the endpoint sent fragments of datagram " + ip.identification()
                                + " that overlap and say different things, the last from octet " + from + " on",
                        "fragments that lie one behind the other: the offset is where the part belongs, in eights");
    }

    /** Only the very last has no More Fragments, and it has data (RFC 791 section 3.2). */
    private static Optional<Violation> behindTheLast(NavigableMap<Integer, Ipv4Packet> parts, Ipv4Packet ip) {
        return parts.values().stream().anyMatch(part -> isBehind(part, ip) || isBehind(ip, part))
                ? violated(
                        FRAGMENTS,
                        "the endpoint sent a fragment of datagram " + ip.identification()
                                + " that lies behind the one without More Fragments",
                        "More Fragments in all fragments but the last, and no empty one behind it")
                : Optional.empty();
    }

    private static boolean isBehind(Ipv4Packet last, Ipv4Packet ip) {
        return !last.moreFragments() && ip.fragmentOffset() >= last.fragmentEnd();
    }

    /** Whether two parts say the same where they overlap. */
    private static boolean agree(Ipv4Packet one, Ipv4Packet other) {
        int from = Math.max(one.fragmentOffset(), other.fragmentOffset());
        int to = Math.min(one.fragmentEnd(), other.fragmentEnd());
        return from >= to || within(one, from, to).equals(within(other, from, to));
    }

    private static Octets within(Ipv4Packet part, int from, int to) {
        return part.payload().slice(from - part.fragmentOffset(), to - part.fragmentOffset());
    }
}
