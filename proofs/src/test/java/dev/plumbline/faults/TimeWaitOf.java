package dev.plumbline.faults;

import static dev.plumbline.faults.GridFaults.is;

import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.TimerKind;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;

/** Another 2 MSL (RFC 9293 section 3.4.2): it begins where TIME-WAIT is entered, and again with each FIN. */
final class TimeWaitOf extends SegmentArrives {
    private final Duration twiceMsl;

    TimeWaitOf(Sender sender, Duration twiceMsl) {
        super(sender);
        this.twiceMsl = twiceMsl;
    }

    @Override
    public void segmentArrives(Turn turn, TcpSegment seg) {
        boolean before = is(turn.tcb, TcpState.TIME_WAIT);
        super.segmentArrives(turn, seg);
        if (is(turn.tcb, TcpState.TIME_WAIT) && (!before || seg.has(TcpFlag.FIN))) {
            turn.start(TimerKind.TIME_WAIT, twiceMsl);
        }
    }
}
