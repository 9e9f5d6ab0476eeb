package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Elapse;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.SegmentDraft;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.function.Consumer;

/** What is said on a connection again and again, by the peer or in its name. */
enum TalkDeed implements Deed {
    /** As a client does who has one question after the other. */
    ASKS("asks five questions, which the endpoint's application answers a moment later", TalkDeed::ask) {
        @Override
        public Expectation after(Trial t) {
            return new Elapse(BETWEEN_QUESTIONS.multipliedBy(QUESTIONS));
        }
    },
    /** Each time nearly as long as a timeout must be by then (RFC 6298 section 2). */
    ANSWERS_LATER(
            "lets the endpoint wait ever longer for its answers, and then falls silent",
            t -> RoundTrips.of(t).begin(t)),
    /** By three duplicate acknowledgments, each time before a timeout (RFC 5681 section 3.2). */
    ASKS_TWICE(
            "has every second piece sent again before it acknowledges it, and then falls silent",
            t -> SentTwice.of(t).begin(t)),
    /** Each SYN lies in the window, and has to be challenged, not believed (RFC 5961 section 4.2). */
    IS_IMITATED("is imitated by somebody who sends hundreds of SYNs within a second", TalkDeed::flood) {
        @Override
        public Expectation after(Trial t) {
            return new Elapse(BETWEEN_SYNS.multipliedBy(SYNS + 20L));
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "asks five questions, which the endpoint's application answers a moment later"
            + "|lets the endpoint wait ever longer for its answers, and then falls silent"
            + "|has every second piece sent again before it acknowledges it, and then falls silent"
            + "|is imitated by somebody who sends hundreds of SYNs within a second";

    /** How many SYNs that are. */
    static final int SYNS = 200;

    private static final Duration BETWEEN_SYNS = Duration.ofMillis(5);
    private static final int QUESTIONS = 5;
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(700);
    /** Less than any stack lets an acknowledgment wait. */
    private static final Duration A_MOMENT = Duration.ofMillis(30);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
    private final Consumer<Trial> deed;

    TalkDeed(String words, Consumer<Trial> deed) {
        this.words = words;
        this.deed = deed;
    }

    @Override
    public void act(Trial t) {
        EndpointStream.noteSent(t);
        deed.accept(t);
    }

    private static void ask(Trial t) {
        Scene.connection(t).acknowledgeByItself();
        for (int i = 0; i < QUESTIONS; i++) {
            Duration when = BETWEEN_QUESTIONS.multipliedBy(i);
            later(t, when, () -> PeerStream.send(t, Octets.ofText("how late is it?")));
            later(t, when.plus(A_MOMENT), () -> TcpScene.of(t).send(Octets.ofText("late")));
        }
    }

    private static void flood(Trial t) {
        PeerConnection connection = Scene.connection(t);
        TcpSegment syn = SegmentDraft.on(connection).with(TcpFlag.SYN).segment();
        for (int i = 0; i < SYNS; i++) {
            later(t, BETWEEN_SYNS.multipliedBy(i), () -> connection.transmit(syn));
        }
    }

    private static void later(Trial t, Duration when, Runnable action) {
        var unused = t.world().timeline().after(when, action);
    }

    @Override
    public String toString() {
        return words;
    }
}
