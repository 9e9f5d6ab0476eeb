package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.Seams.arrival;

import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import java.time.Duration;
import java.util.List;

/** Other choices of a TCP whose connection ends. */
final class EndingFreedoms {
    private EndingFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                        "reset-in-window",
                        "It believes a reset anywhere in the window: the mitigation is only a SHOULD (RFC 9293 section 3.10.7.4).",
                        arrival(BelievesResets::new)),
                freedom(
                        "time-wait-half-a-minute",
                        "Its segments live for 15 seconds at most: how long, is an engineering choice (RFC 9293 section 3.4.2).",
                        arrival(sender -> new TimeWaitOf(sender, Duration.ofSeconds(30)))),
                freedom(
                                "time-wait-stays",
                                "Nothing reopens a connection from TIME-WAIT: that is a MAY, and a SHOULD (RFC 9293 section 3.6.1).",
                                TimeWaitFaults.reopening((tcb, syn) -> false))
                        .omitting("RFC9293/MAY-2", "RFC9293/SHLD-4"),
                freedom(
                                "time-wait-by-number",
                                "Only a higher number reopens a connection from TIME-WAIT (RFC 9293 section 3.6.1, MAY-2).",
                                TimeWaitFaults.reopening((tcb, syn) -> syn.seq().isAfter(tcb.rcvNxt)))
                        .omitting("RFC9293/SHLD-4"));
    }

    private static final class BelievesResets extends SegmentArrives {
        BelievesResets(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean secondCheckRst(Turn turn, TcpSegment seg) {
            Tcb tcb = turn.tcb;
            boolean believed = seg.has(TcpFlag.RST) && seg.seq().isWithin(tcb.rcvNxt, tcb.rcvWnd);
            return super.secondCheckRst(
                    turn, believed ? seg.toBuilder().seq(tcb.rcvNxt).build() : seg);
        }
    }
}
