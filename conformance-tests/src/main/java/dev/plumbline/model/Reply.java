package dev.plumbline.model;

import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What is owed to a segment that has no place here (RFC 9293 sections 3.5.2 and 3.10.7). */
record Reply(TcpSegment segment, Duration now) {
    /** Section 3.10.7.1. */
    Tcb stray(Tcb tcb) {
        return segment.has(TcpFlag.RST) ? tcb : tcb.with(tcb.debts().owing(Debts.Reset.of(segment, now)));
    }

    /** {@code <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>}, unless there has been such an answer just now. */
    List<Tcb> challenged(Tcb tcb) {
        if (tcb.state() == TcpState.CLOSED || tcb.state() == TcpState.LISTEN) {
            return List.of(tcb);
        }
        boolean waits = tcb.state() == TcpState.TIME_WAIT;
        // The peer's FIN, sent again, makes it begin anew (section 3.10.7.4, eighth check); others may.
        boolean begins = waits
                && segment.has(TcpFlag.FIN)
                && segment.end().equals(tcb.rcv().nxt());
        Tcb again = waits ? tcb.with(tcb.timing().timeWait(now)) : tcb;
        boolean throttled = tcb.debts().throttle().isShut(now);
        Debts debts = tcb.debts();
        return Stream.of(begins ? again : tcb, again)
                .distinct()
                .map(each -> each.with(
                        (throttled ? debts.allowingAck().allowingAck() : debts.owingAck(now)).challengedAt(now)))
                .toList();
    }
}
