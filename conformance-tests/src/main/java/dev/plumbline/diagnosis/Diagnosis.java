package dev.plumbline.diagnosis;

import dev.plumbline.wire.Octets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one place where a difference is explained. All diagnosers are asked in their order, and the first that fits is told: what says
 * more precisely what happened stands before what would fit as well.
 */
public final class Diagnosis {
    /**
     * What one octet decides comes before what any number may be: how it was counted before whose number it is, that before how it
     * was read or written, and what any field can suffer last. Where the numbers wrap, that is what the others stumble over.
     */
    private static final List<Diagnoser> IN_ORDER = Stream.of(
                    Ends.values(),
                    new Diagnoser[] {Base.COMPARED_WITHOUT_WRAP},
                    Counting.values(),
                    Base.values(),
                    Checksums.values(),
                    Flags.values(),
                    Windows.values(),
                    Sizes.values(),
                    Stamps.values(),
                    Dns.values(),
                    DnsText.values(),
                    Reading.values(),
                    Lengths.values())
            .<Diagnoser>flatMap(Arrays::stream)
            .distinct()
            .toList();

    private Diagnosis() {}

    /** All of them, the one that is asked first at the beginning. */
    static List<Diagnoser> all() {
        return IN_ORDER;
    }

    /** The well-known mistake that makes exactly this difference, in words that go on after a colon; empty if there is none. */
    public static Optional<String> of(Difference difference, Facts facts) {
        Optional<String> mistake = IN_ORDER.stream()
                .filter(diagnoser -> diagnoser.explain(difference, facts).isPresent())
                .findFirst()
                .flatMap(first -> words(first, difference, facts));
        return difference.quantity().isChecksum() && difference.expected() != difference.seen()
                ? Optional.of(rightChecksum(difference)
                        + mistake.map(words -> "; " + words).orElse(""))
                : mistake;
    }

    /** What a segment of another kind than was expected means: less than a mistake, for where none is known. */
    public static Optional<String> ofKind(Difference difference, Facts facts) {
        return Arrays.stream(Kinds.values())
                .flatMap(kind -> kind.explain(difference, facts).stream())
                .findFirst();
    }

    /** Where a number could have been misread in two ways, or a sum come about in two, nobody can tell which it was. */
    private static Optional<String> words(Diagnoser first, Difference difference, Facts facts) {
        Stream<? extends Diagnoser> others = first instanceof Reading
                ? Arrays.stream(Reading.values())
                : first instanceof Checksums ? Checksums.OF_ANY_WORD.stream() : Stream.of();
        return Stream.concat(Stream.of(first), others)
                .flatMap(diagnoser -> diagnoser.explain(difference, facts).stream())
                .distinct()
                .reduce((one, other) -> one + "; or " + other);
    }

    /** What a packet says of itself and is not so, if there is such a thing. */
    public static Optional<Difference> contradiction(Octets datagram) {
        return SelfCheck.of(datagram);
    }

    private static String rightChecksum(Difference difference) {
        return Text.hex(difference.expected()) + " would be the right "
                + difference.quantity().noun() + ", and it is " + Text.hex(difference.seen());
    }
}
