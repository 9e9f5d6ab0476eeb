package dev.plumbline.steps.tcp;

import dev.plumbline.diagnosis.Objection;
import dev.plumbline.peer.Silence;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.icmp.Report;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Words;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Waits;
import java.time.Duration;
import java.util.Optional;

/** What the endpoint must not send, however long one watches. */
public enum Misdeed {
    /** RFC 9293 section 3.8.6. */
    BEYOND_WINDOW("anything beyond the peer's window") {
        @Override
        String expected(Trial t) {
            return "no octet at or beyond " + edge(t) + ", the first one that the peer's window of "
                    + Talk.of(t).window() + " does not take";
        }

        @Override
        Optional<String> objection(Trial t, TcpSegment segment) {
            int beyond = segment.end().minus(edge(t));
            return beyond > 0 && !segment.has(TcpFlag.SYN)
                    ? Optional.of("the endpoint sent something wrong: it goes " + Words.octets(beyond)
                            + " beyond the peer's window")
                    : Optional.empty();
        }

        private SeqNumber edge(Trial t) {
            return EndpointStream.numberOf(t, Talk.of(t).window());
        }
    },
    /** The options count besides the data (RFC 9293 section 3.7.1). */
    TOO_LARGE("a segment larger than the peer takes") {
        @Override
        String expected(Trial t) {
            return "segments of at most " + Talk.of(t).mss() + " octets, options and data together";
        }

        @Override
        Optional<String> objection(Trial t, TcpSegment segment) {
            return Oversize.objection(t, segment).map(Objection::words);
        }

        @Override
        Optional<Objection> compared(Trial t, TcpSegment segment) {
            return Oversize.objection(t, segment);
        }
    },
    /** RFC 1191 section 3; who does not look for the path's MTU has found none. */
    TOO_LARGE_FOR_PATH("a segment too large for the path that it has found") {
        @Override
        String expected(Trial t) {
            return "packets of at most " + Report.narrowed(t) + " octets, for such it has sent when that was reported";
        }

        @Override
        Optional<String> objection(Trial t, TcpSegment segment) {
            return Oversize.forPath(t, segment);
        }
    },
    /** What left before the acknowledgment came does not count. */
    AGAIN("again what is acknowledged", true) {
        @Override
        String expected(Trial t) {
            return "nothing that the peer has acknowledged";
        }

        @Override
        Optional<String> objection(Trial t, TcpSegment segment) {
            return segment.len() > 0
                            && segment.end().isAtOrBefore(Scene.connection(t).rcvNxt())
                    ? Optional.of("the endpoint sent octets again that the peer has acknowledged"
                            + Hints.ownTurningPoint(Scene.connection(t)))
                    : Optional.empty();
        }
    },
    /** RFC 9293 section 3.8.6, SHLD-15: what is under way may come again, as far as it likes. */
    NEW("anything new", true) {
        @Override
        String expected(Trial t) {
            return "nothing, or again what was sent before the peer took its window back";
        }

        @Override
        void begin(Trial t) {
            super.begin(t);
            EndpointStream.noteSent(t);
        }

        /** What left meanwhile would count as sent before. */
        @Override
        Duration grace() {
            return Duration.ZERO;
        }

        @Override
        Optional<String> objection(Trial t, TcpSegment segment) {
            int beyond = segment.end().minus(EndpointStream.numberOf(t, EndpointStream.sentBefore(t)));
            return beyond > 0
                    ? Optional.of("the endpoint sent " + Words.octets(beyond)
                            + " more, although what it had sent ends beyond the peer's window already")
                    : Optional.empty();
        }
    },
    /** RFC 9293 section 3.10.5: what waits to be sent again is flushed with the connection. */
    MORE("anything more", true) {
        @Override
        String expected(Trial t) {
            return "silence: there is no connection any more that anything could be sent for";
        }

        @Override
        Optional<String> objection(Trial t, TcpSegment segment) {
            return Optional.of("the endpoint sent something for a connection that was over");
        }
    },
    /** RFC 9293 section 3.4: an acknowledgment says that everything before it has arrived. */
    ACK_BEYOND_GAP("an acknowledgment of what was lost or of anything behind it") {
        @Override
        String expected(Trial t) {
            return "no acknowledgment beyond " + Extent.missing(t) + ", the first octet that is missing";
        }

        @Override
        Optional<String> objection(Trial t, TcpSegment segment) {
            SeqNumber missing = Extent.missing(t);
            return segment.has(TcpFlag.ACK) && segment.ack().isAfter(missing)
                    ? Optional.of("the endpoint acknowledged " + segment.ack() + ", but the octets from " + missing
                            + " on have not arrived"
                            + (Talk.of(t).damage().isEmpty()
                                    ? ""
                                    : " intact: " + Talk.of(t).damage()))
                    : Optional.empty();
        }
    },
    /** RFC 3168 section 5.3; it may have been dropped instead. */
    MARK_FORGOTTEN("an acknowledgment of all that without ECE") {
        @Override
        String expected(Trial t) {
            return "no acknowledgment of what was marked, or one with ECE";
        }

        @Override
        Optional<String> objection(Trial t, TcpSegment segment) {
            return MarkedPiece.forgotten(t, segment);
        }
    },
    /** RFC 3168 section 5.3: of two things that may be done with a mark the other one is forbidden here. */
    CONTRADICTION_TAKEN("an acknowledgment of all that") {
        @Override
        String expected(Trial t) {
            return "no acknowledgment: what was marked in one piece, and could not be in another, is dropped";
        }

        @Override
        Optional<String> objection(Trial t, TcpSegment segment) {
            return MarkedPiece.taken(t, segment);
        }
    },
    /** RFC 9293 section 3.10.7.4, MUST-59: what was held is all processed before anything is acknowledged. */
    ACK_BY_ACK("a second acknowledgment that covers more") {
        @Override
        String expected(Trial t) {
            return "no acknowledgment of more than " + first(t)
                    + ", for that is the first one since the gap was filled";
        }

        @Override
        Optional<String> objection(Trial t, TcpSegment segment) {
            int more = segment.has(TcpFlag.ACK) ? segment.ack().minus(first(t)) : 0;
            return more > 0
                    ? Optional.of("the endpoint acknowledged " + Words.octets(more)
                            + " more with a second acknowledgment, although nothing else has arrived")
                    : Optional.empty();
        }

        private SeqNumber first(Trial t) {
            SeqNumber missing = Extent.missing(t);
            return Scene.connection(t).arrivals().stream()
                    .filter(s -> s.has(TcpFlag.ACK) && s.ack().isAfter(missing))
                    .map(TcpSegment::ack)
                    .findFirst()
                    .orElse(missing);
        }
    },
    /** RFC 9293 section 3.10.2: until then data waits. */
    BEFORE_CONNECTED("anything but its SYN before the peer has answered") {
        @Override
        String expected(Trial t) {
            return "nothing, or the same SYN again, until the peer has answered";
        }

        @Override
        Optional<String> objection(Trial t, TcpSegment segment) {
            if (!segment.payload().isEmpty()) {
                return Optional.of("the endpoint sent data before the peer has answered its SYN");
            }
            String other = "the endpoint sent something else than its SYN before the peer has answered";
            return segment.has(TcpFlag.SYN) ? Optional.empty() : Optional.of(other);
        }
    },
    /** RFC 9293 section 3.10.7.4: the same request is answered like before, or not at all. */
    OTHER_ANSWER("an answer that does not acknowledge the same SYN") {
        @Override
        String expected(Trial t) {
            return "no answer, or one that acknowledges "
                    + Scene.connection(t).iss().plus(1) + " (the peer's SYN, plus 1)";
        }

        @Override
        Optional<String> objection(Trial t, TcpSegment segment) {
            return !segment.has(TcpFlag.RST)
                            && segment.ack().equals(Scene.connection(t).iss().plus(1))
                    ? Optional.empty()
                    : Optional.of("the endpoint answered a repeated SYN with something else");
        }
    },
    /** RFC 9293 section 3.10.7.2 has it dropped; a reset does no harm either, for it is what a closed port says. */
    ANSWER_LIKE_SYN("anything but a reset") {
        @Override
        String expected(Trial t) {
            return "no answer to a segment that does not ask for a connection, or a reset";
        }

        @Override
        Optional<String> objection(Trial t, TcpSegment segment) {
            return segment.has(TcpFlag.RST)
                    ? Optional.empty()
                    : Optional.of("the endpoint took a segment without SYN for a request to connect");
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "anything beyond the peer's window|a segment larger than the peer takes|a segment too large for the path that it has found"
                    + "|again what is acknowledged|an acknowledgment of what was lost or of anything behind it"
                    + "|an acknowledgment of all that without ECE|an acknowledgment of all that|a second acknowledgment that covers more"
                    + "|anything but its SYN before the peer has answered|an answer that does not acknowledge the same SYN|anything but a reset|anything more|anything new";

    /** By then a host has let go of what it handed to its interface before. */
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private final String words;
    private final boolean fromNowOn;

    Misdeed(String words) {
        this(words, false);
    }

    /** Of what has come before nothing is said where it must not come from now on; then one has to watch for longer. */
    Misdeed(String words, boolean fromNowOn) {
        this.words = words;
        this.fromNowOn = fromNowOn;
    }

    /** How long it may still come. */
    Duration grace() {
        return fromNowOn ? HALF_A_SECOND : Duration.ZERO;
    }

    /** From now on it must not come. */
    void begin(Trial t) {
        if (fromNowOn) {
            Scene.connection(t).reader().skipAll();
        }
    }

    /** What may come, in words. */
    abstract String expected(Trial t);

    /** What is wrong with a segment, if it is such a one. */
    abstract Optional<String> objection(Trial t, TcpSegment segment);

    /** The same, with what it was compared with, where that may show which mistake was made. */
    Optional<Objection> compared(Trial t, TcpSegment segment) {
        return objection(t, segment).map(Objection::of);
    }

    /** Watches that none comes. */
    Expectation watched(Trial t) {
        return Silence.comparing(
                Scene.connection(t).reader(),
                expected(t),
                arrival -> arrival.tcp().flatMap(segment -> compared(t, segment)),
                fromNowOn ? EndpointStream.SOONER_OR_LATER : Waits.SILENCE);
    }

    @Override
    public String toString() {
        return words;
    }
}
