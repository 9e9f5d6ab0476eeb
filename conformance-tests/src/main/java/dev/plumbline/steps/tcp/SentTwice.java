package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * A few octets again and again. Every second time the peer acknowledges them only when they have come twice, shortly before a timeout
 * could have been the reason; between these at once, for duplicates count again when more than that has arrived (RFC 6582 section
 * 3.2, step 2). The last octets get no answer.
 */
final class SentTwice {
    /** Of these the last one comes twice. */
    private static final int ROUNDS = 21;

    private static final int DUPLICATES = 3;
    /** All of that is over before the least timeout (RFC 6298 section 2, rule (2.4)). */
    private static final Duration FIRST_DUPLICATE = Duration.ofMillis(800);

    private static final Duration BETWEEN = Duration.ofMillis(10);
    private static final Duration ANSWER = Duration.ofMillis(900);

    private final PieceByPiece pieces;
    private int arrived;

    private SentTwice(Trial t) {
        pieces = new PieceByPiece(t);
    }

    static SentTwice of(Trial t) {
        return t.maybe(SentTwice.class).orElseGet(() -> t.put(new SentTwice(t)));
    }

    void begin(Trial t) {
        pieces.begin(reply -> arrived(t, reply));
    }

    private void arrived(Trial t, Runnable reply) {
        if (!pieces.haveArrived() || arrived == pieces.sent() || pieces.sent() > ROUNDS) {
            return;
        }
        arrived = pieces.sent();
        if (isAnsweredAtOnce(pieces.sent() - 1)) {
            pieces.goOn(reply);
            return;
        }
        PeerConnection connection = Scene.connection(t);
        TcpSegment duplicate = connection
                .next()
                .ack(connection.rcvNxt().plus(-pieces.length()))
                .build();
        IntStream.range(0, DUPLICATES)
                .forEach(i ->
                        t.later(FIRST_DUPLICATE.plus(BETWEEN.multipliedBy(i)), () -> connection.transmit(duplicate)));
        t.later(ANSWER, () -> pieces.goOn(reply));
    }

    private static boolean isAnsweredAtOnce(int number) {
        return number % 2 == 1;
    }

    /** The last octets are sent again, which nobody acknowledges. */
    Expectation timedOut() {
        return Becomes.becomesTrue(
                        "the endpoint sends the last octets again",
                        () -> pieces.sent() > ROUNDS
                                && pieces.sendings(ROUNDS).times().size() > 1,
                        () -> "it sent nothing again of what nobody answers")
                .within(EndpointStream.SOONER_OR_LATER);
    }

    private static boolean isRepeatedForDuplicates(Sendings sendings) {
        return sendings.times().size() == 2 && sendings.firstInterval().compareTo(FIRST_DUPLICATE) >= 0;
    }

    /** Where nothing was sent again for three duplicates, all that took so long were round trips. */
    void judge(Trial t) {
        boolean allTwice = IntStream.range(0, ROUNDS)
                .allMatch(number -> isAnsweredAtOnce(number) || isRepeatedForDuplicates(pieces.sendings(number)));
        Duration before = Sendings.of(t, 0).firstInterval();
        Duration wait = pieces.sendings(ROUNDS).firstInterval();
        Habit.require(
                !allTwice || wait.compareTo(before.multipliedBy(2)) < 0,
                "the endpoint waited " + wait.toMillis() + " ms for an answer, after it had sent everything twice",
                "the timeout that it had before, " + before.toMillis()
                        + " ms at first: what was sent twice tells no time (RFC 6298 section 3), whatever the reason",
                "a timeout that follows from what was sent twice");
    }
}
