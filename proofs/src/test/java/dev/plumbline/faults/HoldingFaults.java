package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.GridFaults.is;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.ReceiveQueue;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Signal;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.tcp.UserCalls;
import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.stream.Stream;

/** Stacks that do not keep what has arrived for their application, or that acknowledge it piece by piece (RFC 9293 section 3.10). */
final class HoldingFaults {
    private HoldingFaults() {}

    static List<Fault> all() {
        return Stream.of(receive(), early(), acknowledgments())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> receive() {
        return List.of(
                fault(
                                "fin-overtakes-data",
                                "Once the peer has closed, RECEIVE gives nothing of what is still there.",
                                tcp(new ClosedIsEmpty()))
                        .killedBy("RFC9293/3.10.3-RECEIVE")
                        .saying("the endpoint's application is told of the new octets"),
                fault(
                                "end-before-the-data",
                                "The end is told when the FIN arrives, not when the last octet was taken.",
                                arrival(EndBeforeData::new))
                        .killedBy("RFC9293/3.10.3-RECEIVE")
                        .saying("the endpoint's application was told that the peer has closed"));
    }

    private static List<Fault> early() {
        return List.of(
                fault("holds-one", "Behind a gap there is room for one segment.", tcp(new HoldsOne()))
                        .killedBy("RFC9293/SHLD-31")
                        .saying("the number after everything that the peer has sent"),
                fault("early-text-resets", "Text that comes too early is an error.", arrival(EarlyTextResets::new))
                        .killedBy("RFC9293/MAY-13")
                        .saying("it has RST"));
    }

    private static List<Fault> acknowledgments() {
        return List.of(
                fault(
                                "text-and-fin-apart",
                                "Text is acknowledged before the FIN behind it is looked at.",
                                arrival(TextAndFinApart::new))
                        .killedBy("RFC9293/MUST-58")
                        .saying("1 too low", "the FIN was not counted"),
                fault(
                                "gap-and-rest-apart",
                                "What fills a gap is acknowledged before what was held behind it.",
                                arrival(GapAndRestApart::new))
                        .killedBy("RFC9293/MUST-59")
                        .saying("more with a second acknowledgment, although nothing else has arrived"));
    }

    private static final class ClosedIsEmpty extends TcpParts {
        @Override
        public UserCalls userCalls(Sender sender) {
            return new UserCalls(sender) {
                @Override
                public Octets receive(Turn turn, int max) {
                    return is(turn.tcb, TcpState.CLOSE_WAIT) ? Octets.empty() : super.receive(turn, max);
                }
            };
        }
    }

    private static final class EndBeforeData extends SegmentArrives {
        EndBeforeData(Sender sender) {
            super(sender);
        }

        @Override
        protected void eighthCheckFin(Turn turn, TcpSegment seg) {
            boolean open = is(turn.tcb, TcpState.ESTABLISHED);
            super.eighthCheckFin(turn, seg);
            if (open && is(turn.tcb, TcpState.CLOSE_WAIT)) {
                turn.tell(Signal.PEER_CLOSED);
            }
        }
    }

    private static final class HoldsOne extends TcpParts {
        @Override
        public boolean permitsSack() {
            return false;
        }

        @Override
        public ReceiveQueue receiveQueue() {
            return new ReceiveQueue() {
                @Override
                public void hold(int ahead, Octets data) {
                    if (ahead == 0 || !hasGap()) {
                        super.hold(ahead, data);
                    }
                }
            };
        }
    }

    private static final class EarlyTextResets extends SegmentArrives {
        private final Sender sender;

        EarlyTextResets(Sender sender) {
            super(sender);
            this.sender = sender;
        }

        @Override
        protected boolean fifthCheckAck(Turn turn, TcpSegment seg) {
            boolean early = !seg.payload().isEmpty() && seg.seq().isAfter(turn.tcb.rcvNxt) && seg.has(TcpFlag.ACK);
            if (early) {
                sender.reset(turn);
                turn.fail(TcpError.RESET);
            }
            return !early && super.fifthCheckAck(turn, seg);
        }
    }

    private static final class TextAndFinApart extends SegmentArrives {
        private final Sender sender;

        TextAndFinApart(Sender sender) {
            super(sender);
            this.sender = sender;
        }

        @Override
        protected void seventhProcessText(Turn turn, TcpSegment seg) {
            super.seventhProcessText(turn, seg);
            if (seg.has(TcpFlag.FIN) && !seg.payload().isEmpty()) {
                sender.acknowledge(turn);
            }
        }
    }

    private static final class GapAndRestApart extends SegmentArrives {
        private final Sender sender;

        GapAndRestApart(Sender sender) {
            super(sender);
            this.sender = sender;
        }

        @Override
        protected void seventhProcessText(Turn turn, TcpSegment seg) {
            SeqNumber before = turn.tcb.rcvNxt;
            SeqNumber end = seg.seq().plus(seg.payload().length());
            super.seventhProcessText(turn, seg);
            SeqNumber all = turn.tcb.rcvNxt;
            if (end.isAfter(before) && end.isBefore(all)) {
                int behind = all.minus(end);
                turn.tcb.rcvNxt = end;
                turn.tcb.rcvWnd += behind; // so that the right edge stays where it was
                sender.acknowledge(turn);
                turn.tcb.rcvWnd -= behind;
                turn.tcb.rcvNxt = all;
                turn.oweAck();
            }
        }
    }
}
