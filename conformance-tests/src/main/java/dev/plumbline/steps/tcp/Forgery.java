package dev.plumbline.steps.tcp;

import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trial;

/** What somebody sends in the peer's name who does not know the numbers, and what is answered with an acknowledgment for that (RFC 5961 section 7). */
enum Forgery {
    /** RFC 5961 section 3.2. */
    RESET(SegmentKind.RESET, Place.INSIDE, Acknowledging.EVERYTHING),
    /** RFC 5961 section 4.2. */
    SYN(SegmentKind.SYN_ALONE, Place.INSIDE, Acknowledging.EVERYTHING),
    /** RFC 9293 section 3.10.7.4, the first check. */
    OLD_DATA(SegmentKind.DATA, Place.LEFT, Acknowledging.EVERYTHING),
    /** RFC 5961 section 5.2. */
    NEVER_SENT(SegmentKind.DATA, Place.LEFT_EDGE, Acknowledging.NEVER_SENT);

    private final SegmentKind kind;
    private final Place place;
    private final Acknowledging acknowledging;

    Forgery(SegmentKind kind, Place place, Acknowledging acknowledging) {
        this.kind = kind;
        this.place = place;
        this.acknowledging = acknowledging;
    }

    TcpSegment segment(Trial t) {
        return ArrivalSteps.segment(t, kind, place, acknowledging);
    }

    @Override
    public String toString() {
        return kind + " " + place + ", acknowledging " + acknowledging;
    }
}
