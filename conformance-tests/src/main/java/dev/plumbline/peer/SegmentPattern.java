package dev.plumbline.peer;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Words;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a segment must be like, told field by field; fields that are not mentioned do not matter. It describes itself, and
 * what is wrong with a segment, in the words of the failure message.
 */
public final class SegmentPattern {
    private record Clause(String words, Function<TcpSegment, Optional<String>> mismatch) {}

    private final List<Clause> clauses;

    private SegmentPattern(List<Clause> clauses) {
        this.clauses = clauses;
    }

    /** Any segment at all. */
    public static SegmentPattern segment() {
        return new SegmentPattern(List.of());
    }

    /** These flags set. */
    public SegmentPattern with(TcpFlag... flags) {
        SegmentPattern pattern = this;
        for (TcpFlag flag : flags) {
            pattern = pattern.and(flag.name(), s -> require(s.has(flag), "it has no " + flag));
        }
        return pattern;
    }

    /** These flags not set. */
    public SegmentPattern without(TcpFlag... flags) {
        SegmentPattern pattern = this;
        for (TcpFlag flag : flags) {
            pattern = pattern.and("no " + flag, s -> require(!s.has(flag), "it has " + flag));
        }
        return pattern;
    }

    /** ACK with exactly this number; {@code why} says in words what number that is. */
    public SegmentPattern acknowledging(SeqNumber number, String why) {
        return with(TcpFlag.ACK)
                .and(
                        "acknowledging " + number + " (" + why + ")",
                        s -> s.has(TcpFlag.ACK) ? number(s.ack(), number, "it acknowledges ") : Optional.empty());
    }

    /** Exactly this sequence number. */
    public SegmentPattern numbered(SeqNumber number, String why) {
        return and(
                "sequence number " + number + " (" + why + ")",
                s -> number(s.seq(), number, "its sequence number is "));
    }

    /** No data. */
    public SegmentPattern withoutData() {
        return and(
                "no data",
                s -> require(
                        s.payload().isEmpty(),
                        "it carries " + Words.octets(s.payload().length()) + " of data"));
    }

    /** These two ports. */
    public SegmentPattern between(SocketAddress source, SocketAddress destination) {
        return and(
                "from port " + source.port() + " to port " + destination.port(),
                s -> ports(s, source.port(), destination.port()));
    }

    /** Anything else that can be said of a segment; {@code mismatch} says what is wrong with one. */
    public SegmentPattern and(String words, Function<TcpSegment, Optional<String>> mismatch) {
        List<Clause> more = new ArrayList<>(clauses);
        more.add(new Clause(words, mismatch));
        return new SegmentPattern(more);
    }

    /** Everything that is wrong with {@code segment}; empty if it is as it must be. */
    public List<String> mismatches(TcpSegment segment) {
        return clauses.stream()
                .map(clause -> clause.mismatch().apply(segment))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** What is asked for, in words. */
    @Override
    public String toString() {
        return clauses.isEmpty()
                ? "any segment"
                : "a segment with "
                        + String.join(
                                ", ",
                                clauses.stream().map(Clause::words).distinct().toList());
    }

    private static Optional<String> ports(TcpSegment found, Port source, Port destination) {
        boolean right =
                found.sourcePort().equals(source) && found.destinationPort().equals(destination);
        boolean swapped = found.sourcePort().equals(destination)
                && found.destinationPort().equals(source);
        return require(
                right,
                "it goes from port " + found.sourcePort() + " to port " + found.destinationPort()
                        + (swapped ? ", which are the right two the wrong way round" : ""));
    }

    private static Optional<String> require(boolean holds, String otherwise) {
        return holds ? Optional.empty() : Optional.of(otherwise);
    }

    private static Optional<String> number(SeqNumber found, SeqNumber expected, String words) {
        if (found.equals(expected)) {
            return Optional.empty();
        }
        int off = found.minus(expected);
        String hint = Math.abs((long) off) <= 100_000
                ? ", which is " + Math.abs(off) + (off > 0 ? " too high" : " too low")
                : "";
        return Optional.of(words + found + hint);
    }
}
