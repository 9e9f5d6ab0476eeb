package dev.plumbline.steps.tcp;

import dev.plumbline.model.UserCall;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** How a chain may begin, so that it does not have to find the way to each state by chance. */
final class Beginnings {
    private static final Move SYN = segment(SegmentKind.SYN_ALONE, Acknowledging.EVERYTHING);
    private static final Move SYN_ACK = segment(SegmentKind.SYN_AND_ACK, Acknowledging.EVERYTHING);
    private static final Move ACK = segment(SegmentKind.ACKNOWLEDGMENT, Acknowledging.EVERYTHING);
    private static final Move FIN = segment(SegmentKind.FIN_ALONE, Acknowledging.EVERYTHING);
    private static final Move FIN_AT_THE_SAME_TIME = segment(SegmentKind.FIN_ALONE, Acknowledging.ALL_BUT_FIN);
    private static final Move FIN_OF_THE_DEAF = segment(SegmentKind.FIN_ALONE, Acknowledging.NOTHING_NEW);
    private static final Move DATA = segment(SegmentKind.DATA, Acknowledging.EVERYTHING);
    private static final Move DATA_AND_FIN = segment(SegmentKind.DATA_AND_FIN, Acknowledging.EVERYTHING);
    private static final Move REFUSAL_OF_ANOTHER = segment(SegmentKind.RESET_WITH_ACK, Acknowledging.NEVER_SENT);
    private static final Move SEND_A_LITTLE = new Move.Calling(UserCall.SEND, 5);
    private static final Move RESET = segment(SegmentKind.RESET, Acknowledging.EVERYTHING);
    private static final Move CLOSE = new Move.Calling(UserCall.CLOSE, 0);
    private static final Move SEND = new Move.Calling(UserCall.SEND, 20);
    private static final Move PAUSE = new Move.Calling(UserCall.PAUSE, 0);
    private static final Move FILL = new Move.Filling();
    private static final Move SHUT = new Move.Offering(0);
    private static final Move A_LITTLE = new Move.Offering(5);

    private static final Move A_FEW = new Move.Offering(50);

    private static final Move RECEIVE = new Move.Calling(UserCall.RECEIVE, 0);
    private static final Move OLD_ACK =
            new Move.Segment(SegmentKind.ACKNOWLEDGMENT, Place.LEFT_EDGE, Acknowledging.BEFORE, 1, 1, 0);
    private static final Move RESET_ELSEWHERE =
            new Move.Segment(SegmentKind.RESET, Place.RIGHT, Acknowledging.EVERYTHING, 9, 1, Move.AS_BEFORE);
    private static final Move SYN_WITH_TEXT_AGAIN = new Move.Segment(
            SegmentKind.SYN_DATA, Place.WHERE_THE_SYN_WAS, Acknowledging.EVERYTHING, 1, 5, Move.AS_BEFORE);
    private static final Move AGAIN = new Move.Repeating(Duration.ofMinutes(5));
    private static final Move HOURS = new Move.Waiting(Duration.ofHours(3));
    private static final Move A_MINUTE = new Move.Waiting(Duration.ofSeconds(70));

    private static final Move ANSWERS = new Move.Answering(Duration.ofMinutes(5));

    private static final List<Move> NONE = List.of();

    /** From a connection into another state, or somewhere where one rule counts. */
    private static final List<List<Move>> STATES = List.of(
            List.of(CLOSE),
            List.of(CLOSE, ACK),
            List.of(FIN),
            List.of(FIN, CLOSE),
            List.of(CLOSE, FIN_AT_THE_SAME_TIME),
            List.of(CLOSE, FIN),
            List.of(SEND, ACK, OLD_ACK, SEND),
            List.of(SEND, CLOSE, FIN_AT_THE_SAME_TIME),
            List.of(PAUSE, DATA_AND_FIN));

    /** Where the peer takes little. */
    private static final List<List<Move>> LITTLE = List.of(
            List.of(SEND),
            List.of(SEND, CLOSE),
            List.of(CLOSE),
            List.of(SEND_A_LITTLE, CLOSE),
            List.of(SEND, HOURS),
            List.of(SEND, CLOSE, ANSWERS));

    /** It takes a long time, or a lot. */
    private static final List<List<Move>> LONG_ONES = List.of(
            List.of(CLOSE, HOURS, ACK),
            List.of(CLOSE, FIN, HOURS, ACK),
            List.of(CLOSE, FIN_AT_THE_SAME_TIME, ACK, HOURS, ACK),
            List.of(SEND, CLOSE, FIN_OF_THE_DEAF, A_MINUTE),
            List.of(CLOSE, FIN, AGAIN, ACK),
            List.of(CLOSE, ACK, DATA_AND_FIN, AGAIN, ACK),
            List.of(PAUSE, FILL, DATA),
            List.of(PAUSE, FILL, RESET),
            List.of(PAUSE, FILL, RESET_ELSEWHERE),
            List.of(PAUSE, FILL, SEND, ACK),
            List.of(PAUSE, FILL, CLOSE, RECEIVE));

    private Beginnings() {}

    /** Of a chain that begins in this state. */
    static Arbitrary<List<Move>> in(TcpState state) {
        List<Move> handshake = switch (state) {
            case LISTEN -> List.of(SYN, ACK);
            case SYN_SENT -> List.of(SYN_ACK);
            case SYN_RECEIVED -> List.of(ACK);
            default -> NONE;
        };
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(List.of(NONE, handshake))),
                Tuple.of(2, Arbitraries.of(before(state))),
                Tuple.of(4, Arbitraries.of(turned(STATES, state)).map(rest -> row(handshake, rest))),
                Tuple.of(
                        4,
                        Combinators.combine(
                                        Arbitraries.of(SHUT, A_LITTLE, A_FEW), Arbitraries.of(turned(LITTLE, state)))
                                .as((window, rest) -> row(List.of(window), row(handshake, rest)))),
                Tuple.of(5, Arbitraries.of(turned(LONG_ONES, state)).map(rest -> row(handshake, rest))));
    }

    /** What happens before there is a connection, or instead of it. */
    private static List<List<Move>> before(TcpState state) {
        return switch (state) {
            case LISTEN -> List.of(List.of(SYN, SYN_WITH_TEXT_AGAIN, ACK), List.of(SYN, ACK, RESET, SYN));
            case SYN_SENT -> List.of(List.of(RESET), List.of(REFUSAL_OF_ANOTHER));
            case SYN_RECEIVED -> List.of(List.of(SEND, CLOSE, SEND), List.of(SEND, CLOSE, ACK, ACK, FIN, HOURS, ACK));
            default -> List.of(List.of(RESET, SYN, ACK), List.of(SYN));
        };
    }

    /** Scenarios draw alike; so they do not all begin alike. */
    private static List<List<Move>> turned(List<List<Move>> all, TcpState state) {
        List<List<Move>> turned = new ArrayList<>(all);
        Collections.rotate(
                turned,
                switch (state) {
                    case LISTEN -> 2;
                    case SYN_SENT -> 4;
                    case SYN_RECEIVED -> 6;
                    default -> 8;
                });
        return turned;
    }

    private static List<Move> row(List<Move> first, List<Move> rest) {
        return Stream.concat(first.stream(), rest.stream()).toList();
    }

    private static Move segment(SegmentKind kind, Acknowledging acknowledging) {
        return new Move.Segment(kind, Place.LEFT_EDGE, acknowledging, 1, 1, Move.AS_BEFORE);
    }
}
