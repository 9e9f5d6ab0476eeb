package dev.plumbline.steps.tcp;

import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When the endpoint put one octet of its stream on the wire, the first time and again (RFC 9293 section 3.8.1).
 *
 * @param times since the timeline began
 */
record Sendings(List<Duration> times) {
    /** Of the octet at {@code place}, counted from 0. */
    static Sendings of(Trial t, int place) {
        SeqNumber number = Scene.connection(t).irs().plus(1L + place);
        return new Sendings(Crossing.sent(t)
                .filter(crossing -> number.isWithin(
                        crossing.segment().seq(), crossing.segment().len()))
                .map(Crossing::at)
                .toList());
    }

    /** When it put anything on the wire for the second time, if it did. */
    static Optional<Duration> anyAgain(Trial t) {
        int end = 0;
        for (Crossing crossing : Crossing.sent(t).toList()) {
            TcpSegment segment = crossing.segment();
            int place = EndpointStream.placeOf(t, segment);
            if (!segment.payload().isEmpty() && place < end) {
                return Optional.of(crossing.at());
            }
            end = Math.max(end, place + segment.payload().length());
        }
        return Optional.empty();
    }

    /** The same where it must. */
    static Duration firstOfAnyAgain(Trial t) {
        return anyAgain(t)
                .orElseThrow(() -> new FindingError(Finding.missing(
                        "the endpoint sent nothing again",
                        "what nobody has acknowledged, once more",
                        "each octet of the stream once")));
    }

    /** When it put something on the wire again, after it had sent nothing for so long that this was a timeout; the last time. */
    static Duration lastAfterQuiet(Trial t) {
        int end = 0;
        Duration before = Duration.ZERO;
        Duration last = firstOfAnyAgain(t);
        for (Crossing crossing : Crossing.sent(t).toList()) {
            TcpSegment segment = crossing.segment();
            int place = EndpointStream.placeOf(t, segment);
            boolean again = !segment.payload().isEmpty() && place < end;
            last = again && crossing.at().minus(before).compareTo(Habit.NO_TIMEOUT) >= 0 ? crossing.at() : last;
            end = Math.max(end, place + segment.payload().length());
            before = crossing.at();
        }
        return last;
    }

    /**
     * When it did so for the {@code n}th time, counted from 1.
     *
     * @throws FindingError if it did so less often
     */
    Duration time(int n) {
        if (times.size() < n) {
            throw new FindingError(Finding.missing(
                    "the endpoint did not send the octet as often as its peer waited for it",
                    "the same octet of the stream " + n + " times",
                    "it " + times.size() + " times"));
        }
        return times.get(n - 1);
    }

    /** How long the endpoint waited before it sent the octet for the second time. */
    Duration firstInterval() {
        return time(2).minus(time(1));
    }

    /**
     * The same, as far as the testbed's clock can tell: where time is real the first sending may have been seen late, but it has not
     * left before what made it leave.
     */
    Duration firstIntervalAtMost(Trial t) {
        return Scene.isInRealTime(t) ? time(2).minus(Crossing.causeOf(t, time(1))) : firstInterval();
    }

    /** How long it waited the last time. */
    Duration lastInterval() {
        return time(times.size()).minus(time(times.size() - 1));
    }

    /**
     * A lower limit, as far as the testbed's clock can tell: where time is real, packets are seen late, and the first of two may be
     * seen later than the second.
     */
    static Duration atLeast(Trial t, Duration limit) {
        boolean real = Scene.isInRealTime(t);
        return real ? limit.multipliedBy(3).dividedBy(4) : limit;
    }
}
