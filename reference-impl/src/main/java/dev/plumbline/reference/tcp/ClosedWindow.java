package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;

/** What counts of a segment that meets a receive window of zero (RFC 9293 section 3.4). */
final class ClosedWindow {
    private ClosedWindow() {}

    /**
     * With a window of zero no text is acceptable, but valid ACKs and RSTs are (RFC 9293 section 3.4, MUST-66): such a segment
     * goes on without what does not fit, and the answer that an unacceptable segment gets is not forgotten.
     */
    @Keeps({
        "RFC9293/MUST-66",
        "RFC9293/MUST-66-URG",
        "RFC9293/3.8.6.1-ANSWER",
        "RFC9293/MAY-8",
        "RFC9293/3.10.7.4-ALLOWANCE"
    })
    static TcpSegment withoutText(Turn turn, TcpSegment seg) {
        Tcb tcb = turn.tcb;
        if (tcb.rcvWnd > 0
                || seg.len() == 0
                || seg.has(TcpFlag.SYN)
                || !seg.seq().equals(tcb.rcvNxt)) {
            return seg;
        }
        if (!seg.has(TcpFlag.RST)) {
            turn.oweAck();
        }
        return withoutText(seg);
    }

    private static TcpSegment withoutText(TcpSegment seg) {
        return seg.toBuilder()
                .payload(Octets.empty())
                .flags(seg.flags().without(TcpFlag.FIN))
                .build();
    }
}
