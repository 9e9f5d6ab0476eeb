package dev.plumbline.steps.tcp;

import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.ThenPause;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyStream;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;

/** How the peer acknowledges what the endpoint sends: what the sender's clock and its congestion window go by (RFC 5681 section 3.1). */
enum AckDeed implements Deed {
    /** Later than a first timeout, and sooner than the application sends more. */
    LATE("answers late from now on", t -> {
        Duration late = Duration.ofMillis(t.draw(
                "how many milliseconds late it answers", Arbitraries.integers().between(1200, 2000)));
        connection(t).replies().comeLate(action -> t.later(late, action));
    }),
    /** As a receiver does who wants more than its share. */
    IN_PARTS(
            "acknowledges each segment in ten parts",
            t -> connection(t).replies().comeInParts(10)),
    /** As receivers do that have the room (RFC 9293 section 3.10.7.4, SHLD-31). */
    KEEPS("keeps what comes behind a gap", t -> connection(t).replies().keepEarly()),
    /** A duplicate acknowledgment (RFC 5681 section 2). */
    REPEATS("repeats its acknowledgment twice when data comes", AckDeed::repeatTwice),
    /** A router has marked something of what has come (RFC 3168 section 6.1.3). */
    REPORTS("tells of congestion once any few segments have come", t -> {
        int few = t.draw(
                "after how many segments it tells of congestion",
                Arbitraries.integers().between(8, 10));
        connection(t).replies().tellOfCongestion(few * AnyStream.SEGMENT);
    }),
    /** The same from the first one on. */
    REPORTS_FIRST(
            "tells of congestion with its first acknowledgment",
            t -> connection(t).replies().tellOfCongestion(1)),
    /** Something is marked on its way whatever the endpoint does. */
    INSISTS(
            "tells of congestion with each acknowledgment, whatever it hears",
            t -> connection(t).replies().insistOnCongestion()),
    /** What was marked has come already. */
    REPORTS_ONLY(
            "tells of congestion, but acknowledges nothing",
            t -> connection(t).transmit(connection(t).next().flag(TcpFlag.ECE).build())) {
        @Override
        public Expectation before(Trial t) {
            return flight(t);
        }
    },
    /** As a receiver that keeps what comes behind a gap, and has two of them. */
    ASKS_AGAIN("asks again for the beginning of it, and then for any later part", t -> {
        IntStream.range(0, AckDeed.DUPLICATES).forEach(i -> connection(t).acknowledge());
        int part = t.draw("how many octets are acknowledged then", AnyStream.part());
        EndpointStream.acknowledge(t, Math.min(part, EndpointStream.arrivedInOrder(t) - 1));
    }) {
        @Override
        public Expectation before(Trial t) {
            return flight(t);
        }
    },
    /** The same numbers, but text of its own. */
    SPEAKS(
            "sends three segments of its own, but acknowledges nothing",
            t -> IntStream.range(0, 3).forEach(i -> PeerStream.send(t, Octets.ofText("!")))) {
        @Override
        public Expectation before(Trial t) {
            return flight(t);
        }
    },
    /** The same numbers, but windows of all sizes. */
    OFFERS(
            "offers three other windows, but acknowledges nothing",
            t -> IntStream.range(1, 4).forEach(i -> {
                connection(t).offer(AnyStream.LARGEST_WINDOW - i);
                connection(t).acknowledge();
            })) {
        @Override
        public Expectation before(Trial t) {
            return flight(t);
        }
    },
    /** Three duplicates, but not of one number (RFC 5681 section 3.2). */
    REPEATS_TWO("repeats an acknowledgment twice, and the next one once", t -> {
        connection(t).acknowledge();
        connection(t).acknowledge();
        EndpointStream.acknowledge(t, Math.min(AnyStream.SEGMENT, EndpointStream.arrivedInOrder(t) - 1));
        connection(t).acknowledge();
    }) {
        @Override
        public Expectation before(Trial t) {
            return flight(t);
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "answers late from now on|acknowledges each segment in ten parts|keeps what comes behind a gap|repeats its acknowledgment twice when data comes"
                    + "|tells of congestion once any few segments have come|tells of congestion with its first acknowledgment"
                    + "|tells of congestion with each acknowledgment, whatever it hears|tells of congestion, but acknowledges nothing"
                    + "|asks again for the beginning of it, and then for any later part"
                    + "|sends three segments of its own, but acknowledges nothing"
                    + "|offers three other windows, but acknowledges nothing"
                    + "|repeats an acknowledgment twice, and the next one once";

    /** RFC 5681 section 3.2. */
    private static final int DUPLICATES = 3;

    private static final Duration BETWEEN_DUPLICATES = Duration.ofMillis(20);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
    private final Consumer<Trial> deed;

    AckDeed(String words, Consumer<Trial> deed) {
        this.words = words;
        this.deed = deed;
    }

    @Override
    public void act(Trial t) {
        EndpointStream.noteSent(t);
        deed.accept(t);
    }

    private static void repeatTwice(Trial t) {
        connection(t).replies().atFirstData(() -> {
            for (int time = 1; time <= 2; time++) {
                t.later(BETWEEN_DUPLICATES.multipliedBy(time), connection(t)::acknowledge);
            }
        });
    }

    /** All that leaves at one moment; soon enough for no timeout to have passed. */
    private static Expectation flight(Trial t) {
        return new ThenPause(EndpointStream.begins(t), t.world().timeline(), Duration.ofMillis(10));
    }

    private static PeerConnection connection(Trial t) {
        return Scene.connection(t);
    }

    @Override
    public String toString() {
        return words;
    }
}
