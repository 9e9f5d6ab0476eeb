package dev.plumbline.peer;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import org.jspecify.annotations.Nullable;

/** A segment that is lost on the way, for all that the peer knows: the next one that carries a number. */
final class Overlooked {
    private @Nullable SeqNumber number;
    private boolean any;

    void next(SeqNumber carried) {
        any = true;
        number = carried;
    }

    /** Whether a segment was lost, or is to be. */
    boolean any() {
        return any;
    }

    /** Whether {@code segment} is the one; it happens once. */
    boolean hits(TcpSegment segment) {
        boolean hit = number != null && number.isWithin(segment.seq(), segment.len());
        number = hit ? null : number;
        return hit;
    }
}
