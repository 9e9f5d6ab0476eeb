package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.faults.Seams.tcp;
import static dev.plumbline.faults.Seams.timeouts;

import dev.plumbline.reference.tcp.AckProcessing;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Timeouts;
import dev.plumbline.reference.tcp.TimerKind;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.util.List;
import java.util.function.Function;

/** Stacks that are wrong in one corner of the grid of states and segments, or in one call (RFC 9293 sections 3.9.1 and 3.10). */
final class CellFaults {
    /** 203.0.113.0/24 is set aside for examples: RFC 5737 section 3. */
    private CellFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "any-ack-stops-the-syn",
                                "In SYN-SENT whatever acknowledges the SYN stops its timer.",
                                arrival(StopsTheSyn::new))
                        .killedBy("RFC9293/3.10.7.3-OTHER")
                        .saying("the same SYN again", "nothing"),
                fault(
                                "believes-resets-when-full",
                                "While its window is closed, it believes any reset.",
                                arrival(BelievesWhenFull::new))
                        .killedBy("RFC9293/3.10.7.4-RST")
                        .saying("after a reset left of the window: it was told that the connection failed: RESET"),
                fault(
                                "deaf-to-acks-when-full",
                                "While its window is closed, acknowledgments do not count.",
                                arrival(DeafWhenFull::new))
                        .killedBy("RFC9293/3.10.7.4-ACK")
                        .saying("octets again that the peer has acknowledged"),
                fault(
                                "window-from-old-acks",
                                "Of two segments with one number the older one may change the window, too.",
                                windows(WindowOfAnyAck::new))
                        .killedBy("RFC9293/3.10.7.4-WINDOW")
                        .saying("that the application has sent"),
                fault(
                                "gives-up-data-in-closing",
                                "Once both sides have closed, nothing is sent again but the FIN.",
                                timeouts(NothingInClosing::new))
                        .killedBy("RFC9293/3.10.8-RETRANSMISSION")
                        .saying("octet 0 of what the endpoint's application has sent"),
                fault(
                                "never-pushes",
                                "The PSH bit is never set.",
                                segmentsOut(s -> s.toBuilder()
                                        .flags(s.flags().without(TcpFlag.PSH))
                                        .build()))
                        .killedBy("RFC9293/MUST-61")
                        .saying("without PSH"));
    }

    private static Function<Host, Stack> windows(Function<Sender, AckProcessing> rules) {
        return tcp(new TcpParts() {
            @Override
            public SegmentArrives segmentArrives(Sender sender) {
                return new SegmentArrives(sender, rules.apply(sender));
            }
        });
    }

    private static final class StopsTheSyn extends SegmentArrives {
        StopsTheSyn(Sender sender) {
            super(sender);
        }

        @Override
        public void segmentArrives(Turn turn, TcpSegment seg) {
            boolean acknowledges = seg.has(TcpFlag.ACK) && seg.ack().equals(turn.tcb.sndNxt);
            if (turn.tcb.state == TcpState.SYN_SENT && acknowledges && !seg.has(TcpFlag.SYN) && !seg.has(TcpFlag.RST)) {
                turn.stop(TimerKind.RETRANSMISSION);
            } else {
                super.segmentArrives(turn, seg);
            }
        }
    }

    private static final class BelievesWhenFull extends SegmentArrives {
        BelievesWhenFull(Sender sender) {
            super(sender);
        }

        @Override
        public void segmentArrives(Turn turn, TcpSegment seg) {
            boolean full = turn.tcb.state == TcpState.ESTABLISHED && turn.tcb.rcvWnd == 0;
            super.segmentArrives(
                    turn,
                    full && seg.has(TcpFlag.RST)
                            ? seg.toBuilder().seq(turn.tcb.rcvNxt).build()
                            : seg);
        }
    }

    private static final class DeafWhenFull extends SegmentArrives {
        DeafWhenFull(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean fifthCheckAck(Turn turn, TcpSegment seg) {
            return turn.tcb.rcvWnd > 0 && super.fifthCheckAck(turn, seg);
        }
    }

    private static final class WindowOfAnyAck extends AckProcessing {
        WindowOfAnyAck(Sender sender) {
            super(sender);
        }

        @Override
        protected void updateWindow(Turn turn, TcpSegment seg) {
            Tcb tcb = turn.tcb;
            if (seg.ack().isBefore(tcb.sndUna) && !seg.seq().isBefore(tcb.sndWl1)) {
                tcb.sndWnd = seg.window();
            } else {
                super.updateWindow(turn, seg);
            }
        }
    }

    private static final class NothingInClosing extends Timeouts {
        NothingInClosing(Sender sender) {
            super(sender);
        }

        @Override
        protected void retransmissionTimeout(Turn turn) {
            if (turn.tcb.state != TcpState.CLOSING || turn.tcb.sndNxt.minus(turn.tcb.sndUna) == 1) {
                super.retransmissionTimeout(turn);
            }
        }
    }
}
