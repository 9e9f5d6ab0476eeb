package dev.plumbline.steps.tcp;

import dev.plumbline.diagnosis.Objection;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.icmp.Report;
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

    /** The same for a path whose MTU the endpoint has heeded once (RFC 1191 section 3). */
    static Optional<String> forPath(Trial t, TcpSegment segment) {
        boolean heeded = Scene.connection(t).arrivals().stream()
                .filter(s -> EndpointStream.placeOf(t, s) == 0 && !s.payload().isEmpty())
                .anyMatch(s -> EndpointStream.packetSize(s) <= Report.narrowed(t));
        int size = EndpointStream.packetSize(segment);
        return heeded && size > Report.narrowed(t)
                ? Optional.of("the endpoint sent something wrong: it makes a packet of " + size
                        + " octets, although it had found that only " + Report.narrowed(t) + " fit")
                : Optional.empty();
    }
}
