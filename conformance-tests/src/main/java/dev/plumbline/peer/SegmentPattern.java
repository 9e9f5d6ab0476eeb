package dev.plumbline.peer;

import dev.plumbline.diagnosis.Objection;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Words;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a segment must be like, told field by field; fields that are not mentioned do not matter. It describes itself, and
 * what is wrong with a segment, in the words of the failure message.
 */
public final class SegmentPattern {
    /** Given a segment and the flags that are wanted of it. */
    private record Clause(String words, BiFunction<TcpSegment, TcpFlags, Optional<Objection>> mismatch) {}

    private final List<Clause> clauses;
    private final TcpFlags wanted;

    private SegmentPattern(List<Clause> clauses, TcpFlags wanted) {
        this.clauses = clauses;
        this.wanted = wanted;
    }

    /** Any segment at all. */
    public static SegmentPattern segment() {
        return new SegmentPattern(List.of(), TcpFlags.NONE);
    }

    /** These flags set. */
    public SegmentPattern with(TcpFlag... flags) {
        SegmentPattern pattern = this;
        for (TcpFlag flag : flags) {
            pattern = pattern.and(
                    new Clause(flag.name(), (s, all) -> flags(s.has(flag), s, all, "it has no " + flag)),
                    pattern.wanted.with(flag));
        }
        return pattern;
    }

    /** These flags not set. */
    public SegmentPattern without(TcpFlag... flags) {
        SegmentPattern pattern = this;
        for (TcpFlag flag : flags) {
            pattern = pattern.and(
                    new Clause("no " + flag, (s, all) -> flags(!s.has(flag), s, all, "it has " + flag)),
                    pattern.wanted);
        }
        return pattern;
    }

    /** ACK with exactly this number; {@code why} says in words what number that is. */
    public SegmentPattern acknowledging(SeqNumber number, String why) {
        return with(TcpFlag.ACK)
                .comparing("acknowledging " + number + " (" + why + ")", s -> acknowledgment(s, number));
    }

    /** Exactly this sequence number. */
    public SegmentPattern numbered(SeqNumber number, String why) {
        return comparing(
                "sequence number " + number + " (" + why + ")",
                s -> number(Quantity.SEQUENCE, s.seq(), number, "its sequence number is "));
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
        return comparing(
                "from port " + source.port() + " to port " + destination.port(),
                s -> ports(s, source.port(), destination.port()));
    }

    /** Anything else that can be said of a segment; {@code mismatch} says what is wrong with one. */
    public SegmentPattern and(String words, Function<TcpSegment, Optional<String>> mismatch) {
        return comparing(words, s -> mismatch.apply(s).map(Objection::of));
    }

    /** The same where two values are compared. */
    public SegmentPattern comparing(String words, Function<TcpSegment, Optional<Objection>> mismatch) {
        return and(new Clause(words, (s, all) -> mismatch.apply(s)), wanted);
    }

    private SegmentPattern and(Clause clause, TcpFlags flags) {
        List<Clause> more = new ArrayList<>(clauses);
        more.add(clause);
        return new SegmentPattern(more, flags);
    }

    /** Everything that is wrong with {@code segment}; empty if it is as it must be. */
    public List<Objection> mismatches(TcpSegment segment) {
        return clauses.stream()
                .map(clause -> clause.mismatch().apply(segment, wanted))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** What is wrong with the number that it acknowledges, if it acknowledges one: that it does is a question of its own. */
    public static Optional<Objection> acknowledgment(TcpSegment segment, SeqNumber expected) {
        return segment.has(TcpFlag.ACK)
                ? number(Quantity.ACKNOWLEDGMENT, segment.ack(), expected, "it acknowledges ")
                : Optional.empty();
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

    private static Optional<Objection> ports(TcpSegment found, Port source, Port destination) {
        long expected = bits(source, destination);
        long seen = bits(found.sourcePort(), found.destinationPort());
        String words = "it goes from port " + found.sourcePort() + " to port " + found.destinationPort();
        return expected == seen ? Optional.empty() : Optional.of(Objection.of(Quantity.PORTS, expected, seen, words));
    }

    private static long bits(Port source, Port destination) {
        return (long) source.number() << 16 | destination.number();
    }

    private static Optional<String> require(boolean holds, String otherwise) {
        return holds ? Optional.empty() : Optional.of(otherwise);
    }

    private static Optional<Objection> flags(boolean holds, TcpSegment found, TcpFlags wanted, String otherwise) {
        return holds
                ? Optional.empty()
                : Optional.of(Objection.of(
                        Quantity.FLAGS, wanted.bits(), found.flags().bits(), otherwise));
    }

    private static Optional<Objection> number(Quantity quantity, SeqNumber found, SeqNumber expected, String words) {
        if (found.equals(expected)) {
            return Optional.empty();
        }
        int off = found.minus(expected);
        String hint = Math.abs((long) off) <= 100_000
                ? ", which is " + Math.abs(off) + (off > 0 ? " too high" : " too low")
                : "";
        return Optional.of(Objection.of(quantity, expected.value(), found.value(), words + found + hint));
    }
}
