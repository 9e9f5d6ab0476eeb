package dev.plumbline.values;

import dev.plumbline.tcp.SeqNumber;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What "any" draws from where a stream of octets crosses the network in segments (RFC 9293 section 3.4). */
public final class AnyStream {
    /** What fits into one segment of an ordinary Ethernet. */
    public static final int SEGMENT = 1460;
    /** What fits into one segment for every host (RFC 9293 section 3.7.1). */
    public static final int DEFAULT_SEGMENT = 536;
    /** How many segments a stream is cut into at most. */
    public static final int SEGMENTS = 12;
    /** How long a stream is of which segments overlap or are missing. */
    public static final int LENGTH = 8000;
    /** How long a stream is that fits into any window. */
    public static final int CRUMBS = 24;
    /** How much data there is for segments of any size. */
    public static final int ENOUGH = SEGMENTS * SEGMENT;
    /** The largest window without scaling (RFC 9293 section 3.1). */
    public static final int LARGEST_WINDOW = 65_535;

    private AnyStream() {}

    /** The sizes of the segments that a stream is cut into. */
    public static Arbitrary<List<Integer>> sizes(int least) {
        return Any.sizes(SEGMENT, least, SEGMENTS);
    }

    /** The order in which they arrive. */
    public static Arbitrary<List<Integer>> order() {
        return Any.once("order of segments", () -> Any.order(SEGMENTS));
    }

    /** Segments that overlap and repeat one another, and may leave something out. */
    public static Arbitrary<List<Piece>> overlapping() {
        return Any.once(
                "overlapping segments",
                () -> Combinators.combine(
                                Arbitraries.integers().between(0, LENGTH - 1),
                                Arbitraries.integers().between(1, SEGMENT))
                        .as((from, length) -> new Piece(from, from + length).before(LENGTH))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(2 * SEGMENTS));
    }

    /** Which of the segments is lost; never the last, so that something lies behind the gap. */
    public static Arbitrary<Integer> lost() {
        return Any.once("lost segment", () -> Arbitraries.integers().between(0, SEGMENTS - 2));
    }

    /** Twelve sizes of a few octets each, so that all of them together fit into any window. */
    public static Arbitrary<List<Integer>> crumbs() {
        return Any.once(
                "crumbs", () -> Arbitraries.integers().between(1, 3).list().ofSize(SEGMENTS));
    }

    /** A few parts of a stream of so many octets. */
    public static Arbitrary<List<Piece>> piecesOf(int octets) {
        return Any.once(
                "pieces of " + octets,
                () -> Combinators.combine(
                                Arbitraries.integers().between(0, octets - 1),
                                Arbitraries.integers().between(2, octets))
                        .as((from, length) -> new Piece(from, from + length).before(octets))
                        .list()
                        .ofMinSize(2)
                        .ofMaxSize(4));
    }

    /** How many octets a segment has. */
    public static Arbitrary<Integer> size() {
        return Any.once("size of a segment", () -> among(1, SEGMENT, 1, SEGMENT));
    }

    /** How many octets are missing before it. */
    public static Arbitrary<Integer> missing() {
        int most = LENGTH - SEGMENT;
        return Any.once("missing octets", () -> among(1, most, 1, SEGMENT, most));
    }

    /** Half of an even number of segments. */
    public static Arbitrary<Integer> pairs() {
        return Any.once("pairs of segments", () -> Arbitraries.integers().between(1, 10));
    }

    /** A bit of a segment with so many octets. */
    public static Arbitrary<Integer> bit(int octets) {
        return Arbitraries.integers().between(0, 8 * octets - 1).shrinkTowards(0);
    }

    /** How many octets of the endpoint's stream are acknowledged. */
    public static Arbitrary<Integer> part() {
        return Any.once("acknowledged part", () -> Arbitraries.integers().between(1, 4000));
    }

    /** A place in the middle of a stream of so many octets. */
    public static Arbitrary<Integer> inTheMiddleOf(int octets) {
        return Any.once("middle of " + octets, () -> Arbitraries.integers().between(octets / 4, octets * 3 / 4));
    }

    /** How many of the octets that came last come again. */
    public static Arbitrary<Integer> again() {
        return Any.once("octets again", () -> among(1, 20, 1, 20));
    }

    /** A window so small that the first flight is not smaller, and large enough for a stream to come through in time. */
    public static Arbitrary<Integer> window() {
        return Any.once("window", () -> among(100, 3000, 100, 535, 536, 1461, 2919));
    }

    /** Less than any fraction of a window that is worth using (RFC 9293 section 3.8.6.2.1). */
    public static Arbitrary<Integer> fewerThanWorthwhile() {
        return Any.once("room not worth using", () -> Arbitraries.integers().between(1, 24));
    }

    /** A small MSS. */
    public static Arbitrary<Integer> mss() {
        return Any.once("MSS", () -> among(48, 1459, 48, 535, 536, 537, 1459));
    }

    /** How far a number is from where comparing numbers goes wrong: the first data passes there. */
    public static Arbitrary<Integer> few() {
        return Any.once("a few octets", () -> among(1, 4000, 1, 2, 3, 1461));
    }

    /** An initial sequence number from which a few octets lead to 0 (RFC 9293 section 3.4). */
    public static Arbitrary<SeqNumber> justBeforeZero() {
        return few().map(octets -> SeqNumber.ZERO.plus(-octets));
    }

    /** By how much a wrong acknowledgment misses the right one. */
    public static Arbitrary<Integer> offBy() {
        return Any.once(
                "off by",
                () -> Arbitraries.integers()
                        .between(-1_000_000, 1_000_000)
                        .filter(off -> off != 0)
                        .edgeCases(edges -> edges.filter(v -> false).add(1, -1, 2, 65_536)));
    }

    private static Arbitrary<Integer> among(int least, int most, Integer... edges) {
        return Arbitraries.integers()
                .between(least, most)
                .edgeCases(config -> config.filter(v -> false).add(edges));
    }
}
