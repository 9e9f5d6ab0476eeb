package dev.plumbline.steps.tcp;

import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trial;
import java.util.Optional;

/** What an acknowledgment of data must not say of which one piece was marked on its way (RFC 3168 section 5.3). */
final class MarkedPiece {
    private MarkedPiece() {}

    /** That there was no mark. */
    static Optional<String> forgotten(Trial t, TcpSegment segment) {
        return acknowledgesAll(t, segment) && !segment.has(TcpFlag.ECE)
                ? Optional.of(
                        "the endpoint acknowledged data without ECE, although a router had marked one piece of it")
                : Optional.empty();
    }

    /** That it was taken at all, where another piece could not be marked. */
    static Optional<String> taken(Trial t, TcpSegment segment) {
        return acknowledgesAll(t, segment)
                ? Optional.of("the endpoint acknowledged data" + (segment.has(TcpFlag.ECE) ? " with ECE" : "")
                        + " of which one piece was marked, and another one could not be")
                : Optional.empty();
    }

    private static boolean acknowledgesAll(Trial t, TcpSegment segment) {
        return segment.has(TcpFlag.ACK)
                && segment.ack().equals(Scene.connection(t).sndNxt());
    }
}
