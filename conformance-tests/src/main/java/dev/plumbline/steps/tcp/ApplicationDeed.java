package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Elapse;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyStream;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;

/** What the endpoint's application does with its connection (RFC 9293 section 3.9.1). */
public enum ApplicationDeed {
    /** Its window closes. */
    PAUSES("takes no data for a while", t -> Scene.application(t).pause()),
    /** It opens only by crumbs. */
    TAKES_CRUMBS("takes a few octets, again and again", ApplicationDeed::takeCrumbs),
    /** As a human who types. */
    TYPES("sends a few octets every few seconds", ApplicationDeed::type) {
        @Override
        Expectation after(Trial t) {
            return new Elapse(BETWEEN_PIECES.multipliedBy(PIECES));
        }
    },
    /** Each fills a segment, and leaves before the one before it is late. */
    FEEDS("sends a full segment now and then", ApplicationDeed::feed) {
        @Override
        Expectation after(Trial t) {
            return new Elapse(BETWEEN_SEGMENTS.multipliedBy(SEGMENTS));
        }
    },
    /** Something is under way all the time, but nothing for long. */
    GOES_ON("sends piece after piece, each acknowledged long before that time is over", UserTimeout::keepBusy) {
        @Override
        Expectation after(Trial t) {
            return new Elapse(UserTimeout.busyTime(t));
        }
    },
    /** The same, without a moment at which nothing is. */
    GOES_ON_AHEAD(
            "sends segment after segment, each acknowledged when the next has left, and long before that time is over",
            UserTimeout::keepAhead) {
        @Override
        Expectation after(Trial t) {
            return new Elapse(UserTimeout.busyTime(t));
        }
    },
    /** And opens again. */
    RESUMES("takes its data at last", t -> Scene.application(t).resume()),
    /** RFC 9293 section 3.8.5. */
    SENDS_URGENT(
            "sends any urgent data", t -> Urgency.send(t, Amount.ANY.draw(t, "the endpoint", "the urgent part of "))),
    /** RFC 9293 section 3.8.5, MUST-31. */
    SENDS_URGENT_STREAM(
            "sends any stream, all of it urgent",
            t -> Urgency.send(t, Amount.STREAM.draw(t, "the endpoint", "the urgent part of "))),
    /** Its last octet is before it. */
    TAKES_ALL_BUT_ONE(
            "takes what is urgent, but one octet",
            t -> Scene.application(t)
                    .takeExactly(
                            Urgency.of(t).peers().to() - 1 - Scene.received(t).length())),
    /** And now behind it. */
    TAKES_ONE("takes one octet", t -> Scene.application(t).takeExactly(1)),
    /** It has nothing more to say, once its stack has taken what was sent. */
    CLOSES("closes", t -> Scene.application(t).closeAfterSending());

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "takes no data for a while|sends a few octets every few seconds|sends a full segment now and then"
                    + "|sends piece after piece, each acknowledged long before that time is over"
                    + "|sends segment after segment, each acknowledged when the next has left, and long before that time is over"
                    + "|takes a few octets, again and again|takes its data at last|closes"
                    + "|sends any urgent data|sends any stream, all of it urgent|takes what is urgent, but one octet|takes one octet";

    private static final int TIMES = 5;
    /** Longer than a late answer takes. */
    private static final Duration BETWEEN_PIECES = Duration.ofMillis(2500);
    /** As many as any initial window takes (RFC 5681 section 3.1). */
    private static final int SEGMENTS = 3;
    /** Less than a timeout (RFC 6298 section 2, rule (2.4)). */
    private static final Duration BETWEEN_SEGMENTS = Duration.ofMillis(450);
    /** How often it types. */
    static final int PIECES = 7;

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
    private final Consumer<Trial> deed;

    ApplicationDeed(String words, Consumer<Trial> deed) {
        this.words = words;
        this.deed = deed;
    }

    void act(Trial t) {
        deed.accept(t);
    }

    private static void type(Trial t) {
        Octets data = Amount.A_FEW.draw(t, "the application", "a piece of ");
        for (int i = 0; i < PIECES; i++) {
            t.later(BETWEEN_PIECES.multipliedBy(i), () -> {
                Talk.of(t).addEndpointData(data);
                Scene.application(t).send(data);
            });
        }
    }

    private static void feed(Trial t) {
        for (int i = 0; i < SEGMENTS; i++) {
            var unused = t.world()
                    .timeline()
                    .after(
                            BETWEEN_SEGMENTS.multipliedBy(i),
                            () -> TcpScene.of(t).send(PeersText.octets(0, AnyStream.SEGMENT)));
        }
    }

    /** What it waits for afterwards. */
    Expectation after(Trial t) {
        return Expectation.NOTHING;
    }

    private static void takeCrumbs(Trial t) {
        EndpointStream.noteSent(t);
        int size = t.draw(
                "how many octets it takes at once", Arbitraries.integers().between(1, 20));
        for (int taken = 0; taken < TIMES * size && taken + size < OwnWindow.worthTelling(t); taken += size) {
            Scene.application(t).takeSome(size);
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
