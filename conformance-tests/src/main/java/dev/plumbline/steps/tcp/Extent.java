package dev.plumbline.steps.tcp;

import dev.plumbline.peer.SegmentPattern;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.trial.Trial;
import java.util.Optional;

/** How much of the peer's stream the endpoint acknowledges (RFC 9293 section 3.4). */
public enum Extent {
    /** All of it, and the FIN, which counts like one octet. */
    EVERYTHING("everything that the peer has sent") {
        @Override
        SegmentPattern pattern(Trial t) {
            return ack().acknowledging(
                            Scene.connection(t).sndNxt(), "the number after everything that the peer has sent");
        }
    },
    /** A router has marked a part of it (RFC 3168 section 6.1.3). */
    ECHOED("everything that the peer has sent, with ECE") {
        @Override
        SegmentPattern pattern(Trial t) {
            return EVERYTHING.pattern(t).with(TcpFlag.ECE);
        }
    },
    /** No router has, or the peer knows. */
    UNECHOED("everything that the peer has sent, without ECE") {
        @Override
        SegmentPattern pattern(Trial t) {
            return EVERYTHING.pattern(t).without(TcpFlag.ECE);
        }
    },
    /** So it asks for the first octet that is missing. */
    BEFORE_GAP("only what came before the gap") {
        @Override
        SegmentPattern pattern(Trial t) {
            return ack().acknowledging(missing(t), "the first octet that is missing");
        }
    },
    /** What lies behind the gap it may have kept, or not. */
    AT_LEAST_GAP("at least what was lost") {
        @Override
        SegmentPattern pattern(Trial t) {
            SeqNumber least = PeerStream.numberOf(t, Talk.of(t).gap().to());
            return ack().with(TcpFlag.ACK)
                    .and(
                            "acknowledging " + least + " (the end of the gap) or more",
                            s -> s.has(TcpFlag.ACK) && s.ack().isBefore(least)
                                    ? Optional.of("it acknowledges " + s.ack() + ", which is before the end of the gap")
                                    : Optional.empty());
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "everything that the peer has sent|everything that the peer has sent, with ECE|everything that the peer has sent, without ECE|only what came before the gap|at least what was lost";

    private final String words;

    Extent(String words) {
        this.words = words;
    }

    /** The acknowledgment that says so. */
    abstract SegmentPattern pattern(Trial t);

    /** The number of the first octet in the gap. */
    static SeqNumber missing(Trial t) {
        return PeerStream.numberOf(t, Talk.of(t).gap().from());
    }

    private static SegmentPattern ack() {
        return SegmentPattern.segment().without(TcpFlag.SYN, TcpFlag.RST);
    }

    @Override
    public String toString() {
        return words;
    }
}
