package dev.plumbline.steps.tcp;

import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Piece;
import java.util.List;
import java.util.Optional;

/**
 * What a segment of the endpoint says of urgent data (RFC 9293 sections 3.1 and 3.8.5). Urgent data that a stack does not take in one
 * call is urgent as far as it was taken; of an end that is farther than 16 bits can say a segment may say nothing, or that it is far.
 */
final class UrgentPointer {
    private static final int FARTHEST = 65_535;

    private UrgentPointer() {}

    /** What is wrong with it, in places of the stream. */
    static Optional<String> objection(Trial t, TcpSegment segment) {
        Piece urgent = Urgency.of(t).endpoints();
        List<Integer> ends = Scene.application(t).urgentEnds();
        int from = EndpointStream.placeOf(t, segment);
        int to = from + segment.payload().length();
        if (segment.has(TcpFlag.URG)) {
            return points(from, segment.urgentPointer(), ends);
        }
        boolean carriesUrgent = to > urgent.from() && from < urgent.to();
        boolean sayable = ends.stream().anyMatch(end -> end > from && end - from <= FARTHEST);
        return carriesUrgent && sayable
                ? Optional.of("the endpoint sent urgent data in a segment without URG")
                : Optional.empty();
    }

    private static Optional<String> points(int from, int pointer, List<Integer> ends) {
        int place = from + pointer;
        boolean right = ends.contains(place) && pointer > 0;
        boolean far = pointer == FARTHEST && ends.stream().anyMatch(end -> end > place);
        if (right || far) {
            return Optional.empty();
        }
        boolean none = ends.stream().allMatch(end -> end <= from);
        return Optional.of(
                none
                        ? "the endpoint sent data with URG that is not urgent"
                        : "an urgent pointer of the endpoint is wrong: behind it lies octet " + place
                                + " of the stream, but the first octet that is not urgent is " + ends);
    }
}
