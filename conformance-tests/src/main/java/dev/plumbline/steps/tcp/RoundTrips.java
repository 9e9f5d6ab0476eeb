package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;

/**
 * Round trips of seconds. The endpoint's application sends a few octets, is answered, sends the next ones, and each answer comes later
 * than the one before: nearly when the timeout must run out that follows from the answers so far. The last octets get none.
 */
final class RoundTrips {
    /** Then the difference between a timeout and another one is larger than a coarse clock's tick. */
    private static final Duration ENOUGH = Duration.ofSeconds(38);

    private static final Duration A_MOMENT = Duration.ofMillis(50);
    /** For all answers, and for the timeout behind them, if it is as patient as it may be. */
    private static final Duration FOR_ALL = Duration.ofMinutes(15);

    private final Octets piece;
    private final int percent;
    private int pieces;
    private Optional<SeqNumber> answered = Optional.empty();

    private RoundTrips(Trial t) {
        piece = Amount.A_FEW.draw(t, "the application", "a piece of ");
        percent = t.draw(
                "after how many percent of the timeout it answers",
                Arbitraries.integers().between(80, 86));
    }

    static RoundTrips of(Trial t) {
        return t.maybe(RoundTrips.class).orElseGet(() -> t.put(new RoundTrips(t)));
    }

    void begin(Trial t) {
        Scene.connection(t).replies().comeLate(reply -> arrived(t, reply));
        say(t);
    }

    private void say(Trial t) {
        pieces++;
        Talk.of(t).addEndpointData(piece);
        Scene.application(t).send(piece);
    }

    private void arrived(Trial t, Runnable reply) {
        PeerConnection connection = Scene.connection(t);
        if (!connection.rcvNxt().equals(EndpointStream.numberOf(t, pieces * piece.length()))) {
            return;
        }
        Duration timeout = Estimate.ofRoundTrips(before(t, pieces - 1));
        boolean isAgain = answered.filter(connection.rcvNxt()::equals).isPresent();
        if (isAgain || timeout.compareTo(ENOUGH) > 0) {
            return;
        }
        answered = Optional.of(connection.rcvNxt());
        later(t, timeout.multipliedBy(percent).dividedBy(100), () -> {
            reply.run();
            later(t, A_MOMENT, () -> say(t));
        });
    }

    private static void later(Trial t, Duration delay, Runnable action) {
        var unused = t.world().timeline().after(delay, action);
    }

    /** From the first time that each of the first pieces was sent to its acknowledgment, as the endpoint could measure it. */
    private List<Duration> before(Trial t, int count) {
        List<Duration> trips = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            SeqNumber end = EndpointStream.numberOf(t, (number + 1) * piece.length());
            Duration sent = Sendings.of(t, number * piece.length()).time(1);
            Crossing.all(t).stream()
                    .filter(crossing -> !crossing.sent() && crossing.segment().has(TcpFlag.ACK))
                    .filter(crossing -> crossing.segment().ack().isAtOrAfter(end))
                    .findFirst()
                    .ifPresent(crossing -> trips.add(crossing.at().minus(sent)));
        }
        return trips;
    }

    private Optional<Integer> firstTwice(Trial t) {
        for (int number = 0; number < pieces; number++) {
            if (Sendings.of(t, number * piece.length()).times().size() > 1) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    /** For the first time the endpoint has lost its patience. */
    Expectation timedOut(Trial t) {
        return Becomes.becomesTrue(
                        "the endpoint sends something again",
                        () -> firstTwice(t).isPresent(),
                        () -> "it sent nothing again of what nobody answers")
                .within(FOR_ALL);
    }

    /** More patience than the rules ask for is allowed, less is not (RFC 6298 section 1). */
    void judge(Trial t) {
        int number = firstTwice(t).orElseThrow();
        List<Duration> trips = before(t, number);
        Duration least = Estimate.ofRoundTrips(trips);
        Duration wait = Sendings.of(t, number * piece.length()).firstInterval();
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
