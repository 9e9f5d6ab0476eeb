package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.GridFaults.is;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.AckProcessing;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.tcp.WhenToUpdateWindow;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.util.List;
import java.util.Optional;

/** Stacks that are wrong about how much room there is, at their own end or at the other (RFC 9293 sections 3.8.6 and 3.10). */
final class RoomFaults {
    private RoomFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "takes-beyond-the-window",
                                "A segment that begins in the window is taken to its end.",
                                arrivals(RoomFaults::makingRoom))
                        .killedBy("RFC9293/3.10.7.4-TRIM")
                        .saying("the number after what fits into the window", "too high"),
                fault(
                                "fin-behind-the-window",
                                "A FIN that stands right behind the window is taken, for it needs no room.",
                                arrivals(RoomFaults::makingRoomForFin))
                        .killedBy("RFC9293/3.10.7.4-TRIM")
                        .saying("the number after what fits into the window", "1 too high"),
                fault(
                                "no-news-of-room-after-close",
                                "Once the application has closed, the peer is not told that the window is open again.",
                                tcp(new TcpParts() {
                                    @Override
                                    public WhenToUpdateWindow whenToUpdateWindow() {
                                        return new SilentAfterClose();
                                    }
                                }))
                        .killedBy("RFC9293/3.10.3-WINDOW")
                        .saying("a window that is open again", "nothing"),
                fault("window-never-shrinks", "What the peer has offered once counts for ever.", tcp(new TcpParts() {
                            @Override
                            public AckProcessing ackProcessing(Sender sender) {
                                return new NeverShrinks(sender);
                            }
                        }))
                        .killedBy("RFC9293/SHLD-15")
                        .saying("although what it had sent ends beyond the peer's window already"));
    }

    private static Optional<TcpSegment> makingRoom(Tcb tcb, TcpSegment seg) {
        if (tcb.rcvWnd > 0 && seg.seq().isWithin(tcb.rcvNxt, tcb.rcvWnd)) {
            tcb.rcvWnd = Math.max(tcb.rcvWnd, seg.end().minus(tcb.rcvNxt));
        }
        return Optional.of(seg);
    }

    private static Optional<TcpSegment> makingRoomForFin(Tcb tcb, TcpSegment seg) {
        boolean justBehind = tcb.rcvWnd > 0 && seg.has(TcpFlag.FIN) && seg.end().minus(tcb.rcvNxt) == tcb.rcvWnd + 1;
        if (justBehind) {
            tcb.rcvWnd++;
        }
        return Optional.of(seg);
    }

    private static final class SilentAfterClose extends WhenToUpdateWindow {
        @Override
        public boolean isUpdateDue(Tcb tcb) {
            return !is(tcb, TcpState.FIN_WAIT_1, TcpState.FIN_WAIT_2) && super.isUpdateDue(tcb);
        }
    }

    private static final class NeverShrinks extends AckProcessing {
        NeverShrinks(Sender sender) {
            super(sender);
        }

        @Override
        public boolean process(Turn turn, TcpSegment seg) {
            Tcb tcb = turn.tcb;
            SeqNumber edge = tcb.sndUna.plus(tcb.sndWnd);
            boolean further = super.process(turn, seg);
            tcb.sndWnd = Math.max(tcb.sndWnd, edge.minus(tcb.sndUna));
            return further;
        }
    }
}
