package dev.plumbline.steps.tcp;

import dev.plumbline.peer.PeerConnection;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnySegment;
import dev.plumbline.values.AnyStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;

/** On what terms the peer enters a connection: what its SYN says (RFC 9293 sections 3.4.1 and 3.7.1). */
public enum Terms {
    /** Any ISS, and a host as they usually are. */
    USUAL("starting at any sequence number"),
    /** The numbers of its octets pass 2^32. */
    BEFORE_ZERO("whose numbers begin again at 0 after any few octets") {
        @Override
        Arbitrary<SeqNumber> iss() {
            return AnyStream.justBeforeZero();
        }
    },
    /** The same where a signed integer turns negative. */
    BEFORE_SIGN("whose numbers pass 2^31 after any few octets") {
        @Override
        Arbitrary<SeqNumber> iss() {
            return AnyStream.few().map(octets -> HALF_WAY.plus(-octets));
        }
    },
    /** The endpoint's own numbers pass 2^32. */
    OWN_BEFORE_ZERO("in which the endpoint's numbers begin again at 0 after any few octets") {
        @Override
        void prepare(Trials trials) {
            OwnNumbers.leadTo(SeqNumber.ZERO, trials);
        }
    },
    /** They pass where a signed integer turns negative. */
    OWN_BEFORE_SIGN("in which the endpoint's numbers pass 2^31 after any few octets") {
        @Override
        void prepare(Trials trials) {
            OwnNumbers.leadTo(HALF_WAY, trials);
        }
    },
    /** It takes little at once. */
    SMALL_WINDOW("with a window of any size") {
        @Override
        TcpSegment syn(Trial t, PeerConnection connection) {
            int window = t.draw("the peer's window", AnyStream.window());
            Talk.of(t).offered(window);
            connection.offer(window);
            return connection.syn();
        }
    },
    /** Its SYN says that it takes much; what comes after that counts. */
    SMALLER_WINDOW("with a window of any size behind its SYN") {
        @Override
        TcpSegment syn(Trial t, PeerConnection connection) {
            TcpSegment syn = connection.syn();
            int window = t.draw("the peer's window behind its SYN", AnyStream.window());
            Talk.of(t).offered(window);
            connection.offer(window);
            return syn;
        }
    },
    /** It takes more than a header can say by itself (RFC 7323 section 2.3). */
    SCALED_WINDOW("with a scaled window") {
        @Override
        TcpSegment syn(Trial t, PeerConnection connection) {
            Talk.of(t).offered(ONE_UNIT_AT_LEAST);
            connection.offer(ONE_UNIT_AT_LEAST);
            return connection.syn();
        }
    },
    /** It takes little in one segment. */
    SMALL_SEGMENTS("with an MSS of any size") {
        @Override
        TcpSegment syn(Trial t, PeerConnection connection) {
            int mss = t.draw("the peer's MSS", AnyStream.mss());
            Talk.of(t).takesAtMost(mss);
            return withOptions(
                    connection,
                    connection.syn().options().stream()
                            .map(each -> each instanceof TcpOption.MaximumSegmentSize
                                    ? new TcpOption.MaximumSegmentSize(mss)
                                    : each)
                            .toList());
        }
    },
    /** The same, and it has more to say (RFC 9293 section 3.1, MUST-6, and section 3.2, MUST-64). */
    AMONG_OPTIONS("with an MSS of any size among any other options") {
        @Override
        TcpSegment syn(Trial t, PeerConnection connection) {
            int mss = t.draw("the peer's MSS", AnyStream.mss());
            Talk.of(t).takesAtMost(mss);
            return withOptions(connection, t.draw("the options of its SYN", AnySegment.around(mss)));
        }
    },
    /** Each of the others is a single octet, and has no length (RFC 9293 section 3.2). */
    BEHIND_NOTHING("with an MSS of any size behind any No-Operation options") {
        @Override
        TcpSegment syn(Trial t, PeerConnection connection) {
            int mss = t.draw("the peer's MSS", AnyStream.mss());
            Talk.of(t).takesAtMost(mss);
            int before = t.draw("the No-Operation options before its MSS", AnySegment.noOperations());
            List<TcpOption> options = new ArrayList<>(Collections.nCopies(before, new TcpOption.NoOperation()));
            options.add(new TcpOption.MaximumSegmentSize(mss));
            return withOptions(connection, options);
        }
    },
    /** Nobody can send it anything. */
    NOTHING_AT_ONCE("with an MSS of zero") {
        @Override
        TcpSegment syn(Trial t, PeerConnection connection) {
            return withOptions(connection, List.of(new TcpOption.MaximumSegmentSize(0)));
        }
    },
    /** It does not say how much it takes in one segment. */
    NO_MSS("without an MSS") {
        @Override
        TcpSegment syn(Trial t, PeerConnection connection) {
            Talk.of(t).takesAtMost(AnyStream.DEFAULT_SEGMENT);
            return withOptions(connection, List.of());
        }
    },
    /** Routers may mark packets instead of dropping them (RFC 3168 section 6.1.1). */
    ECN("with ECN") {
        @Override
        TcpSegment syn(Trial t, PeerConnection connection) {
            return EcnFlags.setup(connection);
        }

        @Override
        Expectation agreed(Trial t) {
            return EcnFlags.agreed(t);
        }
    },
    /** The same; when the endpoint's answer is lost it begins with one segment (RFC 5681 section 3.1). */
    ECN_LATE("with ECN, whose first answer was lost") {
        @Override
        TcpSegment syn(Trial t, PeerConnection connection) {
            return EcnFlags.setup(connection);
        }

        @Override
        Expectation agreed(Trial t) {
            return EcnFlags.agreed(t);
        }

        @Override
        Expectation answered(Trial t) {
            return Sending.SYN_AND_ACK.arrives(t, EndpointStream.SOONER_OR_LATER);
        }
    },
    /** The peer wants it; what the endpoint says is its own. */
    ASKING_FOR_ECN("asking for ECN") {
        @Override
        TcpSegment syn(Trial t, PeerConnection connection) {
            return EcnFlags.setup(connection);
        }
    },
    /** Its first answer may have got lost to the SYN that asks (RFC 3168 section 6.1.1.1). */
    NO_MORE_ECN("asking for ECN at first, and then no more") {
        @Override
        TcpSegment syn(Trial t, PeerConnection connection) {
            return EcnFlags.setup(connection);
        }

        @Override
        void insist(PeerConnection connection) {
            connection.transmit(connection.syn().toBuilder()
                    .ackNumber(SeqNumber.ZERO)
                    .flags(TcpFlags.of(TcpFlag.SYN))
                    .build());
        }
    },
    /** Flags that a middlebox has left over, or that merely come back (RFC 3168 section 6.1.1.2). */
    NO_ECN("with ECN flags that agree on nothing") {
        @Override
        TcpSegment syn(Trial t, PeerConnection connection) {
            return EcnFlags.noSetup(t, connection);
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "starting at any sequence number|whose numbers begin again at 0 after any few octets"
            + "|whose numbers pass 2\\^31 after any few octets|in which the endpoint's numbers begin again at 0 after any few octets"
            + "|in which the endpoint's numbers pass 2\\^31 after any few octets"
            + "|with a scaled window|with a window of any size|with a window of any size behind its SYN|with an MSS of any size|with an MSS of any size among any other options|with an MSS of any size behind any No-Operation options"
            + "|with an MSS of zero|without an MSS|with ECN|with ECN, whose first answer was lost|asking for ECN|asking for ECN at first, and then no more"
            + "|with ECN flags that agree on nothing";

    /** What the field says of it is 1 where the scale is the largest, and much less than a segment where it is large. */
    private static final int ONE_UNIT_AT_LEAST = 1 << 14;

    private static final SeqNumber HALF_WAY = SeqNumber.of(1L << 31);

    private final String words;

    Terms(String words) {
        this.words = words;
    }

    /** What must be so before the endpoint asks. */
    void prepare(Trials trials) {}

    /** The peer's initial sequence number. */
    Arbitrary<SeqNumber> iss() {
        return Any.sequenceNumber();
    }

    /** The peer's SYN; it acknowledges the endpoint's, if that has come. */
    TcpSegment syn(Trial t, PeerConnection connection) {
        return connection.syn();
    }

    /** What must be so for the connection to be on these terms; awaited when the endpoint's SYN is there. */
    Expectation agreed(Trial t) {
        return Expectation.NOTHING;
    }

    /** What the peer waits for before it completes the handshake that it has begun. */
    Expectation answered(Trial t) {
        return Expectation.NOTHING;
    }

    /** What the peer says once more, as if it had not heard the endpoint's answer. */
    void insist(PeerConnection connection) {}

    private static TcpSegment withOptions(PeerConnection connection, List<TcpOption> options) {
        return connection.syn().toBuilder().options(options).build();
    }

    @Override
    public String toString() {
        return words;
    }
}
