package dev.plumbline.values;

import dev.plumbline.tcp.TcpOption;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The headers and options of segments that the word "any" draws from (RFC 9293 sections 3.1 and 3.2). */
public final class AnySegment {
    private static final int WORD = 4;
    private static final int LEAST_WORDS = 5;
    private static final int WORDS = 16;
    private static final int NO_OPERATION = 1;
    private static final int MSS = 2;
    private static final int UNKNOWN = 253;

    private AnySegment() {}

    /** So few of them that there is room behind them. */
    public static Arbitrary<List<TcpOption>> fewOptions() {
        return Any.once("few TCP options", () -> Any.tcpOptions().map(all -> all.subList(0, Math.min(2, all.size()))));
    }

    /** An MSS option with others before and behind it. */
    public static Arbitrary<List<TcpOption>> around(int mss) {
        return Combinators.combine(otherOptions(), otherOptions()).as((before, behind) -> {
            List<TcpOption> all = new ArrayList<>(before);
            all.add(new TcpOption.MaximumSegmentSize(mss));
            all.addAll(behind);
            return all;
        });
    }

    /** How many No-Operation options; with three of them an MSS ends where a word does. */
    public static Arbitrary<Integer> noOperations() {
        return Any.once("No-Operation options", () -> Arbitraries.integers().between(1, 3));
    }

    private static Arbitrary<List<TcpOption>> otherOptions() {
        return Any.once(
                "other TCP options",
                () -> Any.tcpOptions()
                        .map(all -> all.stream()
                                .filter(option -> !(option instanceof TcpOption.MaximumSegmentSize))
                                .limit(2)
                                .toList()));
    }

    /** Whole words of them, of which the last has the length 0 or 1, or one that leads beyond the header, or none at all. */
    public static Arbitrary<Octets> illegalOptions() {
        return Any.once("illegal TCP options", AnySegment::makeIllegalOptions);
    }

    private static Arbitrary<Octets> makeIllegalOptions() {
        Arbitrary<Integer> kind = Arbitraries.of(UNKNOWN, MSS);
        Arbitrary<Integer> before = Arbitraries.of(0, 1, 2, 3);
        Arbitrary<Octets> tooShort = Combinators.combine(before, kind, Arbitraries.of(0, 1))
                .as((nops, which, length) -> behind(nops, 2 * WORD, which, length));
        Arbitrary<Octets> tooLong = Combinators.combine(
                        before,
                        kind,
                        Arbitraries.integers()
                                .between(2 * WORD + 1, 255)
                                .edgeCases(edges -> edges.filter(v -> false).add(2 * WORD + 1, 255)))
                .as((nops, which, length) -> behind(nops, 2 * WORD, which, length));
        Arbitrary<Octets> cutOff = kind.map(which -> behind(WORD - 1, WORD, which));
        return Arbitraries.oneOf(List.of(tooShort, tooLong, cutOff));
    }

    private static Octets behind(int nops, int length, int... option) {
        int[] octets = new int[length];
        Arrays.fill(octets, NO_OPERATION);
        System.arraycopy(option, 0, octets, nops, option.length);
        return Octets.of(octets);
    }

    /** What the data offset of a segment of so many octets may not say, in words (RFC 9293 section 3.1). */
    public static Arbitrary<Integer> wrongOffset(int octets) {
        return Arbitraries.of(IntStream.range(0, WORDS)
                .filter(words -> words < LEAST_WORDS || words * WORD > octets)
                .boxed()
                .toList());
    }
}
