package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyStream;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import net.jqwik.api.Arbitraries;

/**
 * R2, set by the application (RFC 9293 section 3.8.3, MUST-21). A stack may measure it as a count of retransmissions, whose waits
 * double; so from half of the time to twice the time is right, and the wait for one retransmission more.
 */
final class UserTimeout {
    private static final String SECONDS = "after how many seconds the endpoint shall give up";
    /** The longest wait between two retransmissions (RFC 6298 section 2, rule (2.5)), and a little. */
    private static final Duration ONE_MORE = Duration.ofSeconds(70);

    /** How many quarters of the time pass while something is under way. */
    private static final int PARTS = 10;

    private UserTimeout() {}

    /** Where time is real it has to be waited for. */
    static Duration draw(Trial t) {
        boolean real = Scene.isInRealTime(t);
        int seconds = t.draw(SECONDS, Arbitraries.integers().between(real ? 2 : 10, real ? 4 : 20_000));
        return t.put(SECONDS, Duration.ofSeconds(seconds));
    }

    private static Duration time(Trial t) {
        return t.the(SECONDS, Duration.class);
    }

    /** It does not give up too soon. */
    static Expectation patience(Trial t) {
        return Becomes.staysUntrue(
                        "the endpoint goes on for at least half of the " + time(t).toSeconds() + " s",
                        () -> hasGivenUp(t),
                        () -> "the endpoint gave up before half of the time was over that its application has set")
                .within(time(t).dividedBy(2));
    }

    /** Nor too late. */
    static Expectation end(Trial t) {
        return Becomes.becomesTrue(
                        "the endpoint gives up after the " + time(t).toSeconds()
                                + " s that its application has set, and says so",
                        () -> hasGivenUp(t),
                        () -> "the endpoint went on for more than twice that time")
                .within(time(t).multipliedBy(3).dividedBy(2).plus(ONE_MORE));
    }

    /** Twice the time, and more. */
    static Duration busyTime(Trial t) {
        return part(t).multipliedBy(PARTS + 1L);
    }

    /** A piece leaves after each part of the time, and the one before it is acknowledged by then. */
    static void keepBusy(Trial t) {
        Octets piece = Amount.A_FEW.draw(t, Side.ENDPOINT.whose(), "a piece of ");
        for (int i = 0; i < PARTS; i++) {
            t.later(part(t).multipliedBy(i), () -> {
                if (!hasGivenUp(t)) {
                    int before = EndpointStream.arrivedInOrder(t);
                    TcpScene.of(t).send(piece);
                    EndpointStream.acknowledge(t, before);
                }
            });
        }
    }

    /** The same, but each segment leaves before the one before it is acknowledged: something is under way at every moment. */
    static void keepAhead(Trial t) {
        for (int i = 0; i < 2 * PARTS; i++) {
            boolean first = i == 0;
            t.later(part(t).dividedBy(2).multipliedBy(i), () -> {
                if (!hasGivenUp(t)) {
                    int before = Scene.connection(t).received().length();
                    TcpScene.of(t).send(PeersText.octets(0, AnyStream.SEGMENT * (first ? 2 : 1)));
                    EndpointStream.acknowledge(
                            t, first ? 0 : Math.min(before + AnyStream.SEGMENT, EndpointStream.arrivedInOrder(t) - 1));
                }
            });
        }
    }

    private static Duration part(Trial t) {
        return time(t).dividedBy(4);
    }

    private static boolean hasGivenUp(Trial t) {
        return Scene.application(t).error().isPresent();
    }
}
