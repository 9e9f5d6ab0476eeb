package dev.plumbline.steps.tcp;

import static dev.plumbline.peer.SegmentPattern.segment;
import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.FIN;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.diagnosis.Objection;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.peer.Answered.Choice;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.SegmentPattern;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import java.util.Optional;

/** What the RFC has an endpoint answer (RFC 9293 section 3.10.7). A cell of the grid allows one or several of them. */
public enum Answer {
    /** Silence, but for what is sent again in its own time. */
    NOTHING("nothing") {
        @Override
        Choice choice(TcpScene scene) {
            throw new IllegalStateException("silence is no segment");
        }
    },
    /** Silence of an endpoint that has believed a reset and forgotten the connection. */
    ITS_END("its end") {
        @Override
        Choice choice(TcpScene scene) {
            throw new IllegalStateException("silence is no segment");
        }
    },
    /** {@code <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>}: what arrived has changed nothing. */
    EXPECTED_NEXT("what it expects next") {
        @Override
        Choice choice(TcpScene scene) {
            PeerConnection connection = scene.connection();
            return new Choice(
                    bareAck()
                            .numbered(connection.rcvNxt(), "the next of its own")
                            .acknowledging(connection.sndNxt(), "what it expects next, as before"),
                    s -> {});
        }
    },
    /** The same while the window is closed (RFC 9293 section 3.8.6.1). */
    EXPECTED_NEXT_CLOSED("what it expects next and that its window is closed") {
        @Override
        Choice choice(TcpScene scene) {
            return new Choice(
                    EXPECTED_NEXT
                            .choice(scene)
                            .pattern()
                            .comparing(
                                    "a window of 0",
                                    s -> s.window() == 0
                                            ? Optional.empty()
                                            : Optional.of(Objection.of(
                                                    Quantity.WINDOW,
                                                    0,
                                                    s.window(),
                                                    "it offers " + s.window()
                                                            + " octets, though its application has taken nothing"))),
                    s -> {});
        }
    },
    /** RCV.NXT has moved over what arrived, as far as the window goes. */
    ACKNOWLEDGMENT("an acknowledgment of it") {
        @Override
        Choice choice(TcpScene scene) {
            SeqNumber end = scene.arrived().end();
            SeqNumber edge = scene.edge();
            return new Choice(
                    bareAck()
                            .numbered(scene.connection().rcvNxt(), "the next of its own")
                            .comparing(
                                    "acknowledging " + end + " (the number after what arrived"
                                            + (end.isAfter(edge) ? ", or " + edge + ", after what fits" : "") + ")",
                                    s -> covers(scene.arrived(), s, edge)),
                    s -> scene.acknowledged(s.ack()));
        }

        /** Text that comes with a SYN may be left out, to be sent again (RFC 9293 section 3.10.7.3). */
        private Optional<Objection> covers(TcpSegment arrived, TcpSegment answer, SeqNumber edge) {
            SeqNumber ack = answer.ack();
            SeqNumber end = arrived.end();
            boolean synAlone = arrived.has(SYN) && ack.equals(arrived.seq().plus(1));
            boolean right = ack.equals(end) || synAlone || (edge.isBefore(end) && ack.equals(edge));
            return right ? Optional.empty() : SegmentPattern.acknowledgment(answer, end);
        }
    },
    /** RCV.NXT has moved to the right edge of the window, and what lies beyond is left out. */
    WHAT_FITS("an acknowledgment of what fits") {
        @Override
        Choice choice(TcpScene scene) {
            return new Choice(
                    bareAck()
                            .numbered(scene.connection().rcvNxt(), "the next of its own")
                            .acknowledging(scene.edge(), "the number after what fits into the window"),
                    s -> scene.acknowledged(s.ack()));
        }
    },
    /** The application has taken what had filled the window (RFC 9293 section 3.10.3). */
    NEWS_OF_ROOM("news of an open window") {
        @Override
        Choice choice(TcpScene scene) {
            PeerConnection connection = scene.connection();
            return new Choice(
                    bareAck()
                            .numbered(connection.rcvNxt(), "the next of its own")
                            .acknowledging(connection.sndNxt(), "everything that the peer has sent")
                            .and(
                                    "a window that is open again",
                                    s -> s.window() > 0 ? Optional.empty() : Optional.of("its window is closed")),
                    s -> {});
        }
    },
    /** Between the same two sockets another connection is asked for (RFC 9293 section 3.4.1). */
    SYN_BY_THE_CLOCK("a SYN whose number the clock has moved on") {
        @Override
        Choice choice(TcpScene scene) {
            return new Choice(
                    Handshake.BARE_SYN.and(
                            "a number as far behind that of the SYN before as the clock has ticked meanwhile",
                            s -> IsnClock.of(scene).objection()),
                    s -> {});
        }
    },
    /** The reset that its receiver will believe (RFC 9293 section 3.5.2, groups 1 and 2). */
    FITTING_RESET("a reset that fits") {
        @Override
        Choice choice(TcpScene scene) {
            return new Choice(resetFor(scene.arrived()), s -> {});
        }
    },
    /** The end of the connection, where an error may be answered so: afterwards there is none. */
    RESET("a reset") {
        @Override
        Choice choice(TcpScene scene) {
            return new Choice(segment().with(RST).without(SYN, FIN).withoutData(), s -> scene.wasReset());
        }
    },
    /** {@code <SEQ=SND.NXT><CTL=RST>}: the application has aborted (RFC 9293 section 3.10.5). */
    LAST_WORD("a reset with its next number") {
        @Override
        Choice choice(TcpScene scene) {
            return new Choice(
                    segment()
                            .with(RST)
                            .without(SYN, FIN)
                            .withoutData()
                            .numbered(scene.connection().rcvNxt(), "the next of its own"),
                    s -> {});
        }
    },
    /** The end of its stream. */
    ITS_FIN("its FIN") {
        @Override
        Choice choice(TcpScene scene) {
            PeerConnection connection = scene.connection();
            return new Choice(
                    segment()
                            .with(FIN, ACK)
                            .without(SYN, RST)
                            .withoutData()
                            .numbered(connection.rcvNxt(), "the next of its own")
                            .acknowledging(connection.sndNxt(), "everything that the peer has sent"),
                    scene::finArrived);
        }
    },
    /** What its application has sent. */
    ITS_DATA("its data") {
        @Override
        Choice choice(TcpScene scene) {
            return new Choice(
                    SentText.part(scene)
                            .acknowledging(scene.connection().sndNxt(), "everything that the peer has sent"),
                    s -> SentText.take(scene, s));
        }

        @Override
        boolean isWhole(TcpScene scene) {
            return SentText.isTaken(scene);
        }
    },
    /** The peer's request is accepted. */
    SYN_ACK("a SYN and ACK") {
        @Override
        Choice choice(TcpScene scene) {
            TcpSegment syn = scene.arrived();
            return new Choice(
                    synAck(scene.connection())
                            .comparing(
                                    "acknowledging " + syn.seq().plus(1) + " (the peer's SYN, plus 1)",
                                    s -> accepts(s, syn)),
                    s -> scene.accepted(s));
        }

        /** Where two SYNs have crossed, it has the number of the endpoint's own (RFC 9293 section 3.10.7.3). */
        private SegmentPattern synAck(PeerConnection connection) {
            boolean crossed = connection.hasSyn() && connection.sndNxt().equals(connection.iss());
            return crossed
                    ? Handshake.SYN_AND_ACK.numbered(
                            connection.irs(), "that of the SYN that the endpoint has sent before")
                    : Handshake.SYN_AND_ACK;
        }

        /** Text that came with the SYN may be acknowledged already, or be sent again (RFC 9293 section 3.10.7.2). */
        private Optional<Objection> accepts(TcpSegment answer, TcpSegment syn) {
            SeqNumber ack = answer.ack();
            boolean right = ack.isAfter(syn.seq()) && ack.isAtOrBefore(syn.end());
            return right
                    ? Optional.empty()
                    : SegmentPattern.acknowledgment(answer, syn.seq().plus(1));
        }
    },
    /** The old connection is over, and a new one begins (RFC 9293 section 3.6.1, MAY-2). */
    NEW_CONNECTION("a new connection") {
        @Override
        Choice choice(TcpScene scene) {
            return new Choice(
                    SYN_ACK.choice(scene)
                            .pattern()
                            .and(
                                    "a number beyond all that the connection before has used",
                                    s -> s.seq().isBefore(scene.connection().rcvNxt())
                                            ? Optional.of("its number " + s.seq()
                                                    + " may have been used by the connection before")
                                            : Optional.empty()),
                    s -> scene.begunAnew(s));
        }
    },
    /** The answer that it has given to the peer's SYN before. */
    SYN_ACK_AGAIN("its SYN and ACK again") {
        @Override
        Choice choice(TcpScene scene) {
            PeerConnection connection = scene.connection();
            return new Choice(
                    segment()
                            .with(SYN, ACK)
                            .without(RST, FIN)
                            .withoutData()
                            .numbered(connection.irs(), "that of its SYN before")
                            .acknowledging(connection.iss().plus(1), "the peer's SYN, plus 1"),
                    s -> {});
        }
    };

    /** All of them, as a feature writes them; joined by "or" where there is a choice. */
    static final String WORD =
            "nothing|its end|what it expects next|what it expects next and that its window is closed|an acknowledgment of it|an acknowledgment of what fits|news of an open window"
                    + "|a SYN whose number the clock has moved on|a reset that fits|a reset|a reset with its next number"
                    + "|its FIN|its data|a SYN and ACK|a new connection|its SYN and ACK again";

    private final String words;

    Answer(String words) {
        this.words = words;
    }

    /** What it looks like on the connection, and what follows if it comes. */
    abstract Choice choice(TcpScene scene);

    /** Whether nothing of it is missing, once a segment of it has come. */
    boolean isWhole(TcpScene scene) {
        return true;
    }

    static SegmentPattern bareAck() {
        return segment().with(ACK).without(SYN, RST, FIN).withoutData();
    }

    /** The reset that answers a segment without a connection (RFC 9293 section 3.10.7.1). */
    static SegmentPattern resetFor(TcpSegment stray) {
        SegmentPattern reset = segment().with(RST).without(SYN, FIN).withoutData();
        return stray.has(ACK)
                ? reset.without(ACK).numbered(stray.ack(), "the number that the segment acknowledged")
                : reset.numbered(SeqNumber.ZERO, "as there was no ACK to take it from")
                        .acknowledging(stray.end(), "the segment's number plus its length, SYN and FIN counted");
    }

    /**
     * The reset by which whoever sent the segment learns that there is no connection: its number is all that it is believed by
     * (RFC 9293 section 3.5.3). Whether it acknowledges something is a question of its own.
     */
    static SegmentPattern anyResetFor(TcpSegment stray) {
        return segment()
                .with(RST)
                .without(SYN, FIN)
                .withoutData()
                .numbered(stray.ack(), "the number that the segment acknowledged");
    }

    @Override
    public String toString() {
        return words;
    }
}
