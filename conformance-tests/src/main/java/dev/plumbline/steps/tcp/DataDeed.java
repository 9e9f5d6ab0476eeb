package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Elapse;
import dev.plumbline.peer.Pause;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.ThenPause;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Waits;
import dev.plumbline.values.AnyStream;
import dev.plumbline.values.Piece;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.function.Consumer;

/** What the peer does while data is on its way, in one direction or the other (RFC 9293 section 3.8). */
enum DataDeed implements Deed {
    /** Acknowledgments may be under way still. */
    SENDS_MISSING("sends again what is missing", PeerStream::sendUnacknowledged) {
        @Override
        public Expectation before(Trial t) {
            return new Pause(A_WHILE);
        }
    },
    /** Each gap by itself. */
    FILLS_GAPS("sends what has not come at all", PeerStream::fillGaps) {
        @Override
        public Expectation before(Trial t) {
            return new Pause(A_WHILE);
        }
    },
    /** One segment alone: what the endpoint has asked for. */
    SENDS_LOST("sends the lost segment after all", t -> {
        Scene.connection(t).reader().skipAll();
        PeerStream.send(t, Talk.of(t).gap());
    }),
    /** All that it has sent so far. */
    REPEATS("sends the same data once more", t -> {
        Scene.connection(t).reader().skipAll();
        PeerStream.send(t, new Piece(0, Talk.of(t).peerData().length()));
    }),
    /** The FIN. */
    REPEATS_END("sends the end of its stream once more", t -> {
        Scene.connection(t).reader().skipAll();
        PeerStream.sendFin(t);
    }),
    /** For longer than twice the lifetime that the RFC takes a segment to have (RFC 9293 section 3.4.2). Text that came with it comes again, too. */
    REPEATS_FIN("sends its FIN again every five seconds, for five minutes", DataDeed::repeatFin) {
        @Override
        public Expectation after(Trial t) {
            return new Elapse(BETWEEN_FINS.multipliedBy(fins(t) + 1L));
        }
    },
    /** The next octets of its stream. */
    GOES_ON("sends what comes next", t -> PeerStream.send(t, Octets.ofText("still here"))),
    /** It has nothing more to say. */
    CLOSES("closes", PeerStream::close),
    /** Octet by octet, more slowly than data may wait, and for longer than a first timeout. */
    TALKS("sends many octets of its own, but acknowledges nothing", DataDeed::talk) {
        @Override
        public Expectation after(Trial t) {
            return new Elapse(PACE.multipliedBy(octets(t)));
        }
    },
    /** From now on everything is acknowledged. */
    ANSWERS_AGAIN("answers again", t -> Scene.connection(t).acknowledgeByItself()),
    /** Less than everything, if there is more than one octet. */
    TAKES_PART("acknowledges any part of it", t -> {
        int before = Scene.connection(t).received().length();
        int part = Math.min(
                before + t.draw("how many octets are acknowledged", AnyStream.part()),
                Talk.of(t).endpointData().length() - 1);
        take(t, Math.min(part, EndpointStream.arrivedInOrder(t)));
    }) {
        @Override
        public Expectation before(Trial t) {
            return EndpointStream.begins(t);
        }
    },
    /** What is under way ends behind the window then: what a receiver should not do (RFC 9293 section 3.8.6, SHLD-14). */
    TAKES_PART_AND_SHRINKS("acknowledges any part of it, and offers less than is under way", t -> {
        int arrived = EndpointStream.arrivedInOrder(t);
        int part = 1 + t.draw("how many octets are acknowledged", AnyStream.part()) % Math.max(1, arrived - 2);
        int window = 1 + t.draw("how large the window is", AnyStream.part()) % Math.max(1, arrived - part - 1);
        t.show("how large the window is", window);
        Scene.connection(t).offer(window);
        take(t, part);
    }) {
        @Override
        public Expectation before(Trial t) {
            // All that leaves before anything is heard: not every host sends it in one go.
            return new ThenPause(EndpointStream.begins(t), t.world().timeline(), Waits.MOMENT);
        }
    },
    /** And what will arrive. */
    TAKES_EVERYTHING("acknowledges everything that arrives", t -> {
        take(t, EndpointStream.arrivedInOrder(t));
        Scene.connection(t).acknowledgeByItself();
    }),
    /** What a receiver should not do, and a sender must put up with (RFC 9293 section 3.8.6, SHLD-14 and MUST-34). */
    SHUTS_WINDOW("takes its window back", t -> offer(t, 0)) {
        @Override
        public Expectation after(Trial t) {
            return new Pause(Waits.MOMENT);
        }
    },
    /** As wide as it goes. */
    OPENS_WINDOW("opens its window", t -> offer(t, AnyStream.LARGEST_WINDOW)),
    /** It reports what happened on the way. */
    COMPLAINS("reports with any ICMP message that it did not get through this time", Complaint::send) {
        @Override
        public Expectation before(Trial t) {
            return EndpointStream.begins(t);
        }
    };

    /** Long enough for any acknowledgment, and shorter than a retransmission timeout. */
    private static final Duration A_WHILE = Duration.ofMillis(600);

    private static final Duration PACE = Duration.ofMillis(400);
    private static final int OCTETS = 20;
    /** Five seconds: longer than a kernel's timeout, and not so long that one which is told to be impatient gives up. */
    private static final int OCTETS_IN_REAL_TIME = 12;

    private static final Duration BETWEEN_FINS = Duration.ofSeconds(5);
    private static final int FINS = 60;
    /** Kernels that people wait for hold TIME-WAIT for a minute at most; of one that holds it longer nothing is learned. */
    private static final int FINS_IN_REAL_TIME = 18;

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "sends again what is missing|sends what has not come at all|sends the lost segment after all|sends the same data once more"
                    + "|sends the end of its stream once more|sends its FIN again every five seconds, for five minutes"
                    + "|sends what comes next|closes|acknowledges any part of it, and offers less than is under way"
                    + "|sends many octets of its own, but acknowledges nothing|answers again|acknowledges any part of it"
                    + "|acknowledges everything that arrives|takes its window back|opens its window"
                    + "|reports with any ICMP message that it did not get through this time";

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
    private final Consumer<Trial> deed;

    DataDeed(String words, Consumer<Trial> deed) {
        this.words = words;
        this.deed = deed;
    }

    @Override
    public void act(Trial t) {
        deed.accept(t);
    }

    private static void take(Trial t, int octets) {
        Scene.connection(t).reader().skipAll();
        EndpointStream.acknowledge(t, octets);
    }

    private static void offer(Trial t, int window) {
        PeerConnection connection = Scene.connection(t);
        connection.offer(window);
        connection.acknowledge();
    }

    private static void repeatFin(Trial t) {
        repeatFin(t, t.draw("how many octets come with it again", AnyStream.again()), fins(t));
    }

    private static int fins(Trial t) {
        return Scene.isInRealTime(t) ? FINS_IN_REAL_TIME : FINS;
    }

    private static void repeatFin(Trial t, int octets, int times) {
        t.later(BETWEEN_FINS, () -> {
            Probes.repeatFin(t, octets);
            if (times > 1) {
                repeatFin(t, octets, times - 1);
            }
        });
    }

    private static void talk(Trial t) {
        talk(t, octets(t));
    }

    private static int octets(Trial t) {
        return Scene.isInRealTime(t) ? OCTETS_IN_REAL_TIME : OCTETS;
    }

    private static void talk(Trial t, int octets) {
        PeerStream.send(t, Octets.ofText("!"));
        if (octets > 1) {
            t.later(PACE, () -> talk(t, octets - 1));
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
