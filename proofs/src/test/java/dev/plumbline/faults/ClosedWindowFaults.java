package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.GridFaults.is;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.timeouts;

import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.Timeouts;
import dev.plumbline.reference.tcp.TimerKind;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.tcp.TcpState;
import java.util.List;

/** Stacks that think of a closed window only while both sides can still send (RFC 9293 section 3.8.6.1). */
final class ClosedWindowFaults {
    private ClosedWindowFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "closing-does-not-wait",
                                "Once a side has closed, a peer whose window stays closed is given up, though it answers.",
                                timeouts(ClosingDoesNotWait::new))
                        .killedBy("RFC9293/MUST-37")
                        .saying("the peer receives exactly"),
                fault(
                                "no-probe-for-fin",
                                "Where nothing but a FIN waits for room, the closed window is not probed.",
                                sender(NoProbeForFin::new))
                        .killedBy("RFC9293/MUST-36")
                        .saying("a segment that makes the peer say how large its window is"));
    }

    private static final class ClosingDoesNotWait extends Timeouts {
        private static final int PATIENCE = 8;

        ClosingDoesNotWait(Sender sender) {
            super(sender);
        }

        @Override
        protected void probeTimeout(Turn turn) {
            if (!is(turn.tcb, TcpState.ESTABLISHED) && turn.tcb.probes >= PATIENCE) {
                userTimeout(turn);
            } else {
                super.probeTimeout(turn);
            }
        }
    }

    private static final class NoProbeForFin extends Sender {
        @Override
        protected void armTimers(Turn turn) {
            super.armTimers(turn);
            Tcb tcb = turn.tcb;
            if (tcb.sndWnd == 0 && tcb.octetsToSend() == 0 && !tcb.isOutstanding()) {
                turn.stop(TimerKind.PROBE);
                turn.stop(TimerKind.USER);
            }
        }
    }
}
