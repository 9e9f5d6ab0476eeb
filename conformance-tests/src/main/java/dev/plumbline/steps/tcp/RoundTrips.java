package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;

/**
 * Round trips of seconds. The endpoint's application sends a few octets, is answered, sends the next ones, and each answer comes later
 * than the one before: nearly when the timeout must run out that follows from the answers so far. The last octets get none.
 */
final class RoundTrips {
    /** Then the difference between a timeout and another one is larger than a coarse clock's tick. */
    private static final Duration ENOUGH = Duration.ofSeconds(38);
    /** For all answers, and for the timeout behind them, if it is as patient as it may be. */
    private static final Duration FOR_ALL = Duration.ofMinutes(15);

    private final PieceByPiece pieces;
    private final int percent;
    /** How many the peer has answered, or will. */
    private int answered;

    private RoundTrips(Trial t) {
        pieces = new PieceByPiece(t);
        percent = t.draw(
                "after how many percent of the timeout it answers",
                Arbitraries.integers().between(80, 86));
    }

    static RoundTrips of(Trial t) {
        return t.maybe(RoundTrips.class).orElseGet(() -> t.put(new RoundTrips(t)));
    }

    void begin(Trial t) {
        pieces.begin(reply -> arrived(t, reply));
    }

    private void arrived(Trial t, Runnable reply) {
        if (!pieces.haveArrived() || answered == pieces.sent()) {
            return;
        }
        Duration timeout = Estimate.ofRoundTrips(before(t, pieces.sent() - 1));
        if (timeout.compareTo(ENOUGH) > 0) {
            return;
        }
        answered = pieces.sent();
        t.later(timeout.multipliedBy(percent).dividedBy(100), () -> pieces.goOn(reply));
    }

    /** From the first time that each of the first pieces was sent to its acknowledgment, as the endpoint could measure it. */
    private List<Duration> before(Trial t, int count) {
        List<Duration> trips = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            SeqNumber end = EndpointStream.numberOf(t, pieces.placeOf(number + 1));
            Duration sent = pieces.sendings(number).time(1);
            Crossing.all(t).stream()
                    .filter(crossing -> !crossing.sent() && crossing.segment().has(TcpFlag.ACK))
                    .filter(crossing -> crossing.segment().ack().isAtOrAfter(end))
                    .findFirst()
                    .ifPresent(crossing -> trips.add(crossing.at().minus(sent)));
        }
        return trips;
    }

    private OptionalInt firstTwice() {
        return IntStream.range(0, pieces.sent())
                .filter(number -> pieces.sendings(number).times().size() > 1)
                .findFirst();
    }

    /** For the first time the endpoint has lost its patience. */
    Expectation timedOut() {
        return Becomes.becomesTrue(
                        "the endpoint sends something again",
                        () -> firstTwice().isPresent(),
                        () -> "it sent nothing again of what nobody answers")
                .within(FOR_ALL);
    }

    /** More patience than the rules ask for is allowed, less is not (RFC 6298 section 1). */
    void judge(Trial t) {
        int number = firstTwice().orElseThrow();
        List<Duration> trips = before(t, number);
        Duration least = Estimate.ofRoundTrips(trips);
        Duration wait = pieces.sendings(number).firstInterval();
        Habit.require(
                wait.compareTo(least.minus(Estimate.COARSE)) >= 0,
                "the endpoint waited " + wait.toMillis()
                        + " ms for an answer; by the round trips before it should have been " + least.toMillis()
                        + " ms",
                "RTO = SRTT + 4 RTTVAR, in which RTTVAR is updated before SRTT, from the SRTT of before (RFC 6298 section 2, rules"
                        + " (2.2) and (2.3))",
                "round trips of " + trips.stream().map(Duration::toMillis).toList() + " ms, and then one timeout");
    }
}
