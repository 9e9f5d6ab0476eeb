package dev.plumbline.model;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the endpoint has still to answer, and what it may answer besides.
 *
 * @param ack since when an acknowledgment of RCV.NXT is due
 * @param synAck since when its SYN and ACK, or its SYN, is due
 * @param resets the resets that are due or allowed
 * @param may how many acknowledgments nobody has asked for
 * @param throttle what has been challenged
 */
record Debts(Optional<Duration> ack, Optional<Duration> synAck, List<Reset> resets, int may, Throttle throttle) {
    private static final int MOST = 8;

    /** None. */
    static final Debts NONE = new Debts(Optional.empty(), Optional.empty(), List.of(), 0, Throttle.OPEN);

    /**
     * A reset (RFC 9293 section 3.5.2).
     *
     * @param since since when; empty if it is only allowed
     * @param seq its number, if that is fixed
     * @param ack what it acknowledges, if it does
     * @param bare whether it must not acknowledge anything
     */
    record Reset(Optional<Duration> since, Optional<SeqNumber> seq, Optional<SeqNumber> ack, boolean bare) {
        /** The answer to a segment without a connection (section 3.10.7.1). */
        static Reset of(TcpSegment stray, Duration now) {
            return stray.has(TcpFlag.ACK)
                    ? new Reset(Optional.of(now), Optional.of(stray.ack()), Optional.empty(), true)
                    : new Reset(Optional.of(now), Optional.of(SeqNumber.ZERO), Optional.of(stray.end()), false);
        }

        /** The end of a connection, with the next number. */
        static Reset last(SeqNumber nxt, Duration now) {
            return new Reset(Optional.of(now), Optional.of(nxt), Optional.empty(), false);
        }

        /** The same, allowed or not. */
        static Reset optional() {
            return new Reset(Optional.empty(), Optional.empty(), Optional.empty(), false);
        }

        boolean is(TcpSegment segment) {
            return seq.filter(number -> !number.equals(segment.seq())).isEmpty()
                    && ack.filter(number -> !segment.has(TcpFlag.ACK) || !number.equals(segment.ack()))
                            .isEmpty()
                    && !(bare && segment.has(TcpFlag.ACK))
                    && segment.payload().isEmpty();
        }

        @Override
        public String toString() {
            return (since.isPresent() ? "a reset" : "perhaps a reset")
                    + seq.map(number -> " with number " + number).orElse("")
                    + ack.map(number -> ", acknowledging " + number).orElse("");
        }
    }

    /** An acknowledgment is due; one that was due already may come, too. */
    Debts owingAck(Duration now) {
        return new Debts(
                Optional.of(ack.orElse(now)),
                synAck,
                resets,
                Math.min(MOST, may + (ack.isPresent() ? 2 : 1)),
                throttle);
    }

    /** An acknowledgment is allowed. */
    Debts allowingAck() {
        return new Debts(ack, synAck, resets, Math.min(MOST, may + 1), throttle);
    }

    Debts challengedAt(Duration now) {
        return new Debts(ack, synAck, resets, may, throttle.challengedAt(now));
    }

    Debts owingSynAck(Duration now) {
        return new Debts(ack, Optional.of(now), resets, may, throttle);
    }

    Debts owing(Reset reset) {
        List<Reset> more = new ArrayList<>(resets);
        more.add(reset);
        return new Debts(ack, synAck, more, may, throttle);
    }

    /** Whether nothing is said against an acknowledgment that says nothing else. */
    boolean allowAck() {
        return ack.isPresent() || may > 0;
    }

    /** RCV.NXT is acknowledged; if by nothing else, that was one of those that may come. */
    Debts acknowledged(boolean bare) {
        int left = bare && ack.isEmpty() ? may - 1 : may;
        return new Debts(Optional.empty(), synAck, resets, Math.max(0, left), throttle);
    }

    Debts synSent() {
        return new Debts(ack, Optional.empty(), resets, may, throttle);
    }

    Debts without(Reset reset) {
        List<Reset> fewer = new ArrayList<>(resets);
        fewer.remove(reset);
        return new Debts(ack, synAck, fewer, may, throttle);
    }

    /** Only the resets: what a connection has to say that is gone. */
    Debts ofTheGone() {
        return new Debts(Optional.empty(), Optional.empty(), resets, 0, throttle);
    }

    /** Whether something has been due since before this. */
    boolean areOlderThan(Duration time) {
        return ack.filter(since -> since.compareTo(time) < 0).isPresent()
                || synAck.filter(since -> since.compareTo(time) < 0).isPresent()
                || resets.stream()
                        .anyMatch(r ->
                                r.since().filter(s -> s.compareTo(time) < 0).isPresent());
    }

    /** What was only allowed is so no longer; a challenge of long ago is forgotten. */
    Debts settled(Duration now) {
        List<Reset> due = resets.stream().filter(r -> r.since().isPresent()).toList();
        return new Debts(ack, synAck, due, 0, throttle.settled(now));
    }
}
