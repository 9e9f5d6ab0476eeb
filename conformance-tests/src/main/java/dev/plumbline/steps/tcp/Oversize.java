package dev.plumbline.steps.tcp;

import dev.plumbline.diagnosis.Objection;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trial;
import java.util.Optional;

/** Segments that are larger than the peer takes: its MSS counts options and data (RFC 9293 section 3.7.1). */
final class Oversize {
    private Oversize() {}

    /** What is wrong with a segment, if it is such a one. */
    static Optional<Objection> objection(Trial t, TcpSegment segment) {
        int mss = Talk.of(t).mss();
        int size = segment.headerLength()
                - TcpSegment.MIN_HEADER
                + segment.payload().length();
        return size > mss && !segment.has(TcpFlag.SYN)
                ? Optional.of(Objection.of(
                        Quantity.SEGMENT_SIZE,
                        mss,
                        size,
                        "the endpoint sent something wrong: it has " + size
                                + " octets of options and data, but the peer takes only " + mss))
                : Optional.empty();
    }
}
