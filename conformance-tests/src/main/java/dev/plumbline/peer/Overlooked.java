package dev.plumbline.peer;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import java.util.ArrayList;
import java.util.List;

/** Segments that are lost on the way, for all that the peer knows: the next ones that carry a number. */
final class Overlooked {
    private final List<SeqNumber> numbers = new ArrayList<>();
    private boolean any;

    void next(SeqNumber carried) {
        any = true;
        numbers.add(carried);
    }

    /** Whether a segment was lost, or is to be. */
    boolean any() {
        return any;
    }

    /** Whether {@code segment} is such a one; it happens once for each number. */
    boolean hits(TcpSegment segment) {
        return numbers.removeIf(number -> number.isWithin(segment.seq(), segment.len()));
    }
}
