package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Judgement;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.SegmentPattern;
import dev.plumbline.steps.Packets;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyStream;
import dev.plumbline.values.Piece;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the endpoint sends, and sends again if it gets lost (RFC 9293 section 3.8.1). */
public enum Sending {
    /** It begins with the first octet that the application has sent. */
    DATA("the data") {
        @Override
        Expectation arrives(Trial t, Duration limit) {
            return EndpointStream.octet(t, 0, limit);
        }
    },
    /** It begins with the first octet that the peer has not acknowledged. */
    REST("the rest") {
        @Override
        Expectation arrives(Trial t, Duration limit) {
            return EndpointStream.octet(t, Scene.connection(t).received().length(), limit);
        }
    },
    /** Up to the last octet that the application has sent. */
    EVERYTHING("everything") {
        @Override
        Expectation arrives(Trial t, Duration limit) {
            return EndpointStream.everything(t, limit);
        }
    },
    /** In the middle of much else. */
    SEGMENT("any one segment of it") {
        @Override
        void lose(Trial t, Octets data) {
            Scene.connection(t).overlook(EndpointStream.numberOf(t, place(t, data)));
        }

        private int place(Trial t, Octets data) {
            int place =
                    before(t) + t.draw("the lost segment carries the octet", AnyStream.inTheMiddleOf(data.length()));
            Talk.of(t).lost(new Piece(place, place + 1), 0);
            return place;
        }

        @Override
        Expectation arrives(Trial t, Duration limit) {
            return LOST.arrives(t, limit);
        }
    },
    /** Several places that need not be in the same round trip. */
    SEGMENTS("any few segments of it") {
        @Override
        void lose(Trial t, Octets data) {
            List<Integer> places = t.draw(
                    "the lost segments carry the octets",
                    AnyStream.inTheMiddleOf(data.length())
                            .map(place -> before(t) + place)
                            .list()
                            .ofMinSize(2)
                            .ofMaxSize(4));
            places.forEach(place -> Scene.connection(t).overlook(EndpointStream.numberOf(t, place)));
            Talk.of(t).lost(new Piece(places.get(0), places.get(0) + 1), 0);
        }

        @Override
        Expectation arrives(Trial t, Duration limit) {
            return LOST.arrives(t, limit);
        }
    },
    /** Nothing comes behind it that would tell of the loss. */
    LAST_SEGMENT("the last segment of it") {
        @Override
        void lose(Trial t, Octets data) {
            int place = before(t) + data.length() - 1;
            Scene.connection(t).overlook(EndpointStream.numberOf(t, place));
            Talk.of(t).lost(new Piece(place, place + 1), 0);
        }

        @Override
        Expectation arrives(Trial t, Duration limit) {
            return LOST.arrives(t, limit);
        }
    },
    /** What was lost in this way. */
    LOST("the lost segment") {
        @Override
        Expectation arrives(Trial t, Duration limit) {
            return EndpointStream.secondSending(
                    t, EndpointStream.numberOf(t, Talk.of(t).gap().from()), limit);
        }
    },
    /** The FIN, which has a number like an octet. */
    END("the end of its stream") {
        @Override
        void lose(Trial t, Octets data) {
            Scene.connection(t).overlook(EndpointStream.numberOf(t, data.length()));
        }

        @Override
        Expectation arrives(Trial t, Duration limit) {
            return EndpointStream.fin(t, limit);
        }
    },
    /** As much as leaves at once where there is a lot to send and room for it. */
    FULL("a segment of 536 octets at least") {
        @Override
        Expectation arrives(Trial t, Duration limit) {
            return Scene.connection(t)
                    .expectWithin(
                            limit,
                            SegmentPattern.segment()
                                    .and(
                                            "536 octets of data at least",
                                            s -> s.payload().length() >= AnyStream.DEFAULT_SEGMENT
                                                    ? Optional.empty()
                                                    : Optional.of("it has only "
                                                            + s.payload().length())),
                            s -> {});
        }
    },
    /** Anything that the peer must answer while its window is closed (RFC 9293 section 3.4): an octet, or an old number. */
    PROBE("a window probe") {
        @Override
        Expectation arrives(Trial t, Duration limit) {
            return EndpointStream.probe(t, limit);
        }
    },
    /** Something that the peer must answer, and that tells it nothing (RFC 9293 section 3.8.4). */
    KEEP_ALIVE("a keep-alive") {
        @Override
        Expectation arrives(Trial t, Duration limit) {
            return Idle.asked(t, true);
        }
    },
    /** RFC 9293 section 3.8.4, SHLD-12. */
    BARE_KEEP_ALIVE("a keep-alive without data") {
        @Override
        Expectation arrives(Trial t, Duration limit) {
            return Idle.asked(t, false);
        }
    },
    /** The same, which wants no ECN any more (RFC 3168 section 6.1.1.1). */
    PLAIN_SYN("a SYN that asks for no ECN") {
        @Override
        Expectation arrives(Trial t, Duration limit) {
            return new Arrives(
                    Scene.connection(t).reader(),
                    "its SYN once more, without ECE and CWR",
                    arrival -> arrival.tcp()
                                    .filter(s -> s.has(TcpFlag.SYN) && !s.has(TcpFlag.ECE) && !s.has(TcpFlag.CWR))
                                    .isPresent()
                            ? Judgement.accepted()
                            : Judgement.harmless("it asks for ECN"),
                    arrival -> {},
                    limit);
        }
    },
    /** The request to connect. */
    SYN("its SYN, without ACK and without data") {
        @Override
        Expectation arrives(Trial t, Duration limit) {
            return t.maybe(PeerConnection.class).isPresent() ? synAgain(t, limit) : Handshake.syn(t);
        }

        private Expectation synAgain(Trial t, Duration limit) {
            SegmentPattern same =
                    Handshake.BARE_SYN.numbered(Scene.connection(t).irs(), "that of the first SYN");
            return new Arrives(
                    Scene.connection(t).reader(),
                    "the same SYN again: " + same,
                    arrival -> Packets.judge(arrival, same),
                    arrival -> {},
                    limit);
        }
    },
    /** The answer to the peer's request, as it was sent before. */
    SYN_AND_ACK("its SYN and ACK") {
        @Override
        Expectation arrives(Trial t, Duration limit) {
            PeerConnection connection = Scene.connection(t);
            return connection.expectWithin(
                    limit,
                    Handshake.SYN_AND_ACK
                            .numbered(connection.irs(), "that of the SYN and ACK that was lost")
                            .acknowledging(connection.iss().plus(1), "the peer's SYN, plus 1"),
                    s -> {});
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "the data|a segment of 536 octets at least|the rest|everything|any one segment of it|any few segments of it|the last segment of it|the lost segment|the end of its stream|a window probe|a keep-alive|a keep-alive without data"
                    + "|a SYN that asks for no ECN|its SYN, without ACK and without data|its SYN and ACK";

    private final String words;

    Sending(String words) {
        this.words = words;
    }

    /** How much of the stream was sent earlier. */
    private static int before(Trial t) {
        return Talk.of(t).endpointData().length();
    }

    /** It will get lost when the endpoint's application sends this. */
    void lose(Trial t, Octets data) {
        throw new IllegalStateException("nobody has said how to lose " + words);
    }

    /** It arrives once more than a step has noticed so far. */
    abstract Expectation arrives(Trial t, Duration limit);

    @Override
    public String toString() {
        return words;
    }
}
