package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Judgement;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** A connection on which nothing is said, and the questions whether the peer is still there (RFC 9293 section 3.8.4). */
final class Idle {
    private static final String SECONDS = "after how many seconds the endpoint shall ask";
    private static final String LAST_WORD = "when the peer spoke last";
    /** How often the peer speaks up just before that. */
    private static final int TIMES = 5;
    /** How often the endpoint asks whose peer answers each time. */
    private static final int MANY = 15;
    /** An hour and a minute more, as what need not be exact may come later. */
    private static final Duration LATER = Duration.ofMinutes(61);

    private Idle() {}

    /** Long enough that an application may hear late of its connection; where time is real it has to be waited for. */
    static Duration draw(Trial t) {
        boolean real = Scene.isInRealTime(t);
        return t.put(SECONDS, Duration.ofSeconds(t.draw(SECONDS, real ? seconds(1, 3) : seconds(10, 20_000))));
    }

    private static Arbitrary<Integer> seconds(int least, int most) {
        return Arbitraries.integers().between(least, most);
    }

    private static Duration part(Trial t, int percent) {
        return t.the(SECONDS, Duration.class).multipliedBy(percent).dividedBy(100);
    }

    /** Most of the time that the application has asked for; a stack may count from the last packet or from the call. */
    static Duration mostOfIt(Trial t) {
        return part(t, 90);
    }

    /** While the peer speaks up. */
    static Duration talk(Trial t) {
        return part(t, 80 * TIMES);
    }

    /** While it is asked so often that nine questions without an answer would have been the end. */
    static Duration many(Trial t) {
        return part(t, 100 * MANY);
    }

    /** The peer says something each time just before the connection has been idle for so long. */
    static void interrupt(Trial t, Consumer<Trial> what) {
        t.put(LAST_WORD, t.world().timeline().now());
        interrupt(t, what, TIMES);
    }

    private static void interrupt(Trial t, Consumer<Trial> what, int times) {
        t.later(part(t, 80), () -> {
            t.put(LAST_WORD, t.world().timeline().now());
            what.accept(t);
            if (times > 1) {
                interrupt(t, what, times - 1);
            }
        });
    }

    /** The endpoint asks. */
    static Expectation asked(Trial t, boolean withData) {
        return new Arrives(
                Scene.connection(t).reader(),
                "a segment with the number before the next one, "
                        + (withData ? "which the peer must answer" : "and no data"),
                arrival -> judge(t, arrival.tcp().orElseThrow(), withData),
                arrival -> {},
                part(t, 100).plus(LATER));
    }

    private static Judgement judge(Trial t, TcpSegment segment, boolean withData) {
        if (!isQuestion(t, segment)) {
            return Judgement.harmless("it asks nothing");
        }
        return withData || segment.payload().isEmpty()
                ? Judgement.accepted()
                : Judgement.wrong("it carries an octet, which the peer must throw away");
    }

    /** What is wrong with a segment, if it is such a question. */
    static Optional<String> objection(Trial t, TcpSegment segment) {
        return isQuestion(t, segment) && !hasBeenIdle(t)
                ? Optional.of("the endpoint sent a keep-alive, for which it had no reason")
                : Optional.empty();
    }

    /** A peer that wanted to speak before the time is over may be late where time is real: then there is a reason to ask. */
    private static boolean hasBeenIdle(Trial t) {
        Duration now = t.world().timeline().now();
        return t.maybe(LAST_WORD, Duration.class)
                .filter(last -> now.minus(last).compareTo(part(t, 100)) >= 0)
                .isPresent();
    }

    /** The octet that some send with it is garbage, and no data (RFC 9293 section 3.8.4, MAY-6). */
    private static boolean isQuestion(Trial t, TcpSegment segment) {
        PeerConnection connection = Scene.connection(t);
        SeqNumber last = connection.arrivals().stream()
                .filter(s -> !s.has(TcpFlag.RST))
                .map(TcpSegment::end)
                .reduce(connection.irs().plus(1), SeqNumber::later)
                .plus(-1);
        boolean onlyAck = !segment.has(TcpFlag.SYN) && !segment.has(TcpFlag.FIN) && !segment.has(TcpFlag.RST);
        boolean noData = segment.payload().isEmpty()
                || (segment.payload().length() == 1 && segment.seq().isBefore(connection.rcvNxt()));
        return onlyAck && noData && segment.seq().equals(last);
    }
}
