package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Elapse;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.SegmentDraft;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyStream;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;

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
    },
    /** So rarely that no limit of so many in a time is reached (RFC 5961 section 7). */
    IS_IMITATED_RARELY(
            "is imitated by somebody who sends any forged segment once a minute, for three hours", TalkDeed::forge) {
        @Override
        public Expectation after(Trial t) {
            return new Elapse(BETWEEN_FORGERIES.multipliedBy(FORGERIES));
        }
    },
    /** So that a limit of so many in a few seconds is reached, and then whatever comes comes within such seconds (RFC 5961 section 7). */
    IS_IMITATED_ON_AND_ON(
            "is imitated by somebody who sends any forged segment twenty times at once, and then every four seconds for longer than half an hour",
            TalkDeed::insist) {
        @Override
        public Expectation after(Trial t) {
            return new Elapse(BETWEEN_INSISTENT.multipliedBy(INSISTENT));
        }
    },
    /** After seconds, and after minutes; once it is over, the last answer has come, too. */
    COMES_BACK(
            "has many connections closed by the endpoint, and sends the FIN of each again at another time",
            Lingering::ask) {
        @Override
        public Expectation needs(Trial t) {
            return Lingering.begins(t);
        }

        @Override
        public Expectation after(Trial t) {
            return new Elapse(Lingering.duration());
        }
    },
    /** The same, with a FIN that has made TIME-WAIT begin anew before (RFC 9293 section 3.10.7.4). */
    COMES_BACK_TWICE(
            "has many connections closed by the endpoint, sends every second FIN again at once, and then each at another time",
            Lingering::ask) {
        @Override
        public Expectation needs(Trial t) {
            return Lingering.beginsAnew(t);
        }

        @Override
        public Expectation after(Trial t) {
            return new Elapse(Lingering.duration());
        }
    },
    /** From the middle of the window down to the number behind the one that is expected (RFC 5961 section 3.2). */
    IS_IMITATED_CLOSELY(
            "is imitated by somebody whose resets come ever closer to the number that is expected",
            TalkDeed::approach) {
        @Override
        public Expectation after(Trial t) {
            return new Elapse(BETWEEN_RESETS.multipliedBy(APPROACHES.size()));
        }
    },
    /** Each pair sooner than an acknowledgment has to leave, and with two ticks of the clock at least (RFC 7323 section 4.3). */
    SENDS_PAIRS("sends any small segments in pairs, the second of each a moment after the first", TalkDeed::sendPairs) {
        @Override
        public Expectation after(Trial t) {
            return new Elapse(BETWEEN_QUESTIONS.multipliedBy(QUESTIONS));
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "asks five questions, which the endpoint's application answers a moment later"
            + "|lets the endpoint wait ever longer for its answers, and then falls silent"
            + "|has every second piece sent again before it acknowledges it, and then falls silent"
            + "|is imitated by somebody who sends hundreds of SYNs within a second"
            + "|is imitated by somebody who sends any forged segment once a minute, for three hours"
            + "|is imitated by somebody who sends any forged segment twenty times at once, and then every four seconds for longer than half an hour"
            + "|has many connections closed by the endpoint, and sends the FIN of each again at another time"
            + "|has many connections closed by the endpoint, sends every second FIN again at once, and then each at another time"
            + "|is imitated by somebody whose resets come ever closer to the number that is expected"
            + "|sends any small segments in pairs, the second of each a moment after the first";

    /** How many SYNs that are. */
    static final int SYNS = 200;

    /** How many forged segments come one by one: more than any limit that is named for a few seconds. */
    static final int FORGERIES = 180;

    private static final int INSISTENT = 600;
    private static final int AT_ONCE = 20;

    private static final Duration BETWEEN_SYNS = Duration.ofMillis(5);
    private static final Duration BETWEEN_FORGERIES = Duration.ofMinutes(1);
    private static final Duration BETWEEN_INSISTENT = Duration.ofSeconds(4);
    /** Longer than a limit of so many challenges goes back. */
    private static final Duration BETWEEN_RESETS = Duration.ofSeconds(10);
    /** How far behind the number that is expected each of them lies. */
    private static final List<Integer> APPROACHES = List.of(1000, 100, 10, 2, 1);

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
            t.later(when, () -> PeerStream.send(t, Octets.ofText("how late is it?")));
            t.later(when.plus(A_MOMENT), () -> TcpScene.of(t).send(Octets.ofText("late")));
        }
    }

    private static void flood(Trial t) {
        PeerConnection connection = Scene.connection(t);
        TcpSegment syn = SegmentDraft.on(connection).with(TcpFlag.SYN).segment();
        for (int i = 0; i < SYNS; i++) {
            t.later(BETWEEN_SYNS.multipliedBy(i), () -> connection.transmit(syn));
        }
    }

    private static void forge(Trial t) {
        TcpSegment forged = forged(t);
        for (int i = 0; i < FORGERIES; i++) {
            t.later(BETWEEN_FORGERIES.multipliedBy(i), () -> Scene.connection(t).transmit(forged));
        }
    }

    private static void insist(Trial t) {
        TcpSegment forged = forged(t);
        for (int i = 0; i < AT_ONCE; i++) {
            t.later(BETWEEN_SYNS.multipliedBy(i), () -> Scene.connection(t).transmit(forged));
        }
        for (int i = 1; i < INSISTENT; i++) {
            t.later(BETWEEN_INSISTENT.multipliedBy(i), () -> Scene.connection(t).transmit(forged));
        }
    }

    private static TcpSegment forged(Trial t) {
        return t.draw("what is forged", Arbitraries.of(Forgery.values())).segment(t);
    }

    private static void approach(Trial t) {
        PeerConnection connection = Scene.connection(t);
        for (int i = 0; i < APPROACHES.size(); i++) {
            TcpSegment reset = SegmentDraft.on(connection)
                    .with(TcpFlag.RST)
                    .numbered(connection.sndNxt().plus(APPROACHES.get(i)))
                    .segment();
            t.later(BETWEEN_RESETS.multipliedBy(i), () -> connection.transmit(reset));
        }
    }

    private static void sendPairs(Trial t) {
        List<Integer> sizes = t.draw("the sizes of the segments", AnyStream.crumbs());
        for (int i = 0; i < QUESTIONS; i++) {
            Duration when = BETWEEN_QUESTIONS.multipliedBy(i);
            Octets first = PeersText.octets(0, sizes.get(2 * i));
            Octets second = PeersText.octets(0, sizes.get(2 * i + 1));
            t.later(when, () -> PeerStream.send(t, first));
            t.later(when.plus(A_MOMENT), () -> PeerStream.send(t, second));
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
