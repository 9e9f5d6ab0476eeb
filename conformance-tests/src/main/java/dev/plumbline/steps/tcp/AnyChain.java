package dev.plumbline.steps.tcp;

import dev.plumbline.model.UserCall;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Chains of moves. Half of them are the ordinary ones, so that a chain gets somewhere; the simplest of a kind stand first, where
 * shrinking goes.
 */
final class AnyChain {
    static final int LONGEST = 40;

    private static final Arbitrary<Integer> DISTANCE = Arbitraries.frequency(
            Tuple.of(3, 1), Tuple.of(2, 2), Tuple.of(2, 9), Tuple.of(1, 500), Tuple.of(1, 70_000));

    private static final Arbitrary<Integer> LENGTH = Arbitraries.integers().between(1, 20);

    private static final Arbitrary<SegmentKind> KIND = Arbitraries.of(
            SegmentKind.ACKNOWLEDGMENT,
            SegmentKind.DATA,
            SegmentKind.FIN_ALONE,
            SegmentKind.RESET,
            SegmentKind.SYN_ALONE,
            SegmentKind.SYN_AND_ACK,
            SegmentKind.DATA_AND_FIN,
            SegmentKind.URGENT,
            SegmentKind.RESET_WITH_ACK,
            SegmentKind.SYN_DATA,
            SegmentKind.SYN_ACK_DATA,
            SegmentKind.DATA_WITHOUT_ACK,
            SegmentKind.FIN_WITHOUT_ACK,
            SegmentKind.NO_FLAGS);

    private static final Arbitrary<Place> PLACE = Arbitraries.of(
            Place.LEFT_EDGE,
            Place.LEFT,
            Place.INSIDE,
            Place.ACROSS_LEFT,
            Place.RIGHT,
            Place.LAST_OCTET,
            Place.ACROSS_RIGHT,
            Place.WHERE_THE_SYN_WAS);

    private static final Arbitrary<Acknowledging> ACK = Arbitraries.of(
            Acknowledging.EVERYTHING,
            Acknowledging.EVERYTHING,
            Acknowledging.NOTHING_NEW,
            Acknowledging.NEVER_SENT,
            Acknowledging.BEFORE,
            Acknowledging.ALL_BUT_FIN,
            Acknowledging.NOT_EVEN_SYN);

    /** What gets a connection on. */
    private static final Arbitrary<SegmentKind> ORDINARY = Arbitraries.frequency(
            Tuple.of(6, SegmentKind.ACKNOWLEDGMENT),
            Tuple.of(6, SegmentKind.DATA),
            Tuple.of(2, SegmentKind.FIN_ALONE),
            Tuple.of(1, SegmentKind.DATA_AND_FIN),
            Tuple.of(3, SegmentKind.SYN_ALONE),
            Tuple.of(2, SegmentKind.SYN_AND_ACK),
            Tuple.of(1, SegmentKind.RESET));

    /** A SYN belongs where there is none, and a reset is the end: both come where it costs least. */
    private static final Arbitrary<Place> ITS_PLACE = Arbitraries.of(Place.LEFT_EDGE);

    private static final Arbitrary<Integer> OCTETS =
            Arbitraries.frequencyOf(Tuple.of(4, LENGTH), Tuple.of(1, Arbitraries.of(100, 3000)));

    private static final Arbitrary<Move> CALL = Combinators.combine(
                    Arbitraries.frequency(
                            Tuple.of(8, UserCall.SEND),
                            Tuple.of(2, UserCall.CLOSE),
                            Tuple.of(1, UserCall.PAUSE),
                            Tuple.of(2, UserCall.RECEIVE),
                            Tuple.of(1, UserCall.ABORT)),
                    OCTETS)
            .as(Move.Calling::new);

    private static final Arbitrary<Integer> WINDOW = Arbitraries.frequency(
            Tuple.of(3, Move.LARGEST),
            Tuple.of(3, 0),
            Tuple.of(1, 1),
            Tuple.of(1, 5),
            Tuple.of(1, 50),
            Tuple.of(1, 5000));

    private static final Arbitrary<Integer> ANY_WINDOW =
            Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.of(Move.AS_BEFORE)), Tuple.of(1, WINDOW));

    private static final Arbitrary<Move> WAIT = Arbitraries.frequencyOf(
            Tuple.of(
                    8,
                    Arbitraries.of(1, 5, 70, 300, 3 * 3600)
                            .map(AnyChain::seconds)
                            .map(Move.Waiting::new)),
            Tuple.of(3, Arbitraries.of(5, 300).map(AnyChain::seconds).map(Move.Answering::new)),
            Tuple.of(1, Arbitraries.of(5, 300).map(AnyChain::seconds).map(Move.Repeating::new)));

    private static final Arbitrary<Move> LINK = Arbitraries.frequencyOf(
            Tuple.of(
                    8,
                    segments(
                            ORDINARY,
                            ITS_PLACE,
                            Arbitraries.of(Acknowledging.EVERYTHING),
                            Arbitraries.of(Move.AS_BEFORE))),
            Tuple.of(6, segments(KIND, PLACE, ACK, ANY_WINDOW)),
            Tuple.of(5, CALL),
            Tuple.of(2, Arbitraries.of(new Move.Loss())),
            Tuple.of(2, WAIT),
            Tuple.of(2, WINDOW.map(Move.Offering::new)));

    /** What is drawn from is prepared once, if it is the same each time. */
    private static final Map<TcpState, Arbitrary<List<Move>>> FROM = new ConcurrentHashMap<>();

    private AnyChain() {}

    /** Any chain of at most forty that begins in this state. */
    static Arbitrary<List<Move>> from(TcpState state) {
        return FROM.computeIfAbsent(state, any -> Chain.of(Beginnings.in(any), LINK, LONGEST));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static Arbitrary<Move> segments(
            Arbitrary<SegmentKind> kind,
            Arbitrary<Place> place,
            Arbitrary<Acknowledging> acknowledging,
            Arbitrary<Integer> window) {
        return Combinators.combine(kind, place, acknowledging, DISTANCE, LENGTH, window)
                .as(Move.Segment::new);
    }
}
