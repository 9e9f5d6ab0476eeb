package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.ConnectionTable;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.SocketAddress;
import java.util.List;

/** Stacks whose TCP breaks one rule. */
final class TcpFaults {
    private TcpFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "ack-off-by-one",
                                "It acknowledges the last octet received instead of naming the next one expected.",
                                sender(AckOffByOne::new))
                        .killedBy("HS-2", "HS-3")
                        .saying("which is 1 too low", "the peer's SYN, plus 1"),
                fault("early-data", "Data leaves right behind the SYN.", sender(EarlyData::new))
                        .killedBy("RFC9293/DATA-AFTER-SYN", "HS-4")
                        .saying("before the handshake was complete"),
                fault(
                                "plain-comparison",
                                "Sequence numbers are compared as signed integers.",
                                arrival(PlainComparison::new))
                        .killedBy("HS-5", "HS-2", "HS-4")
                        .saying("modulo 2^32")
                        .dependingOn("the peer's initial sequence number"),
                fault(
                                "unsigned-comparison",
                                "Sequence numbers are compared as unsigned integers.",
                                arrival(UnsignedComparison::new))
                        .killedBy("HS-5", "HS-2", "HS-4")
                        .saying("modulo 2^32")
                        .dependingOn("the peer's initial sequence number"),
                fault("rst-ignored", "A reset is thrown away.", arrival(RstIgnored::new))
                        .killedBy("HS-5")
                        .saying("the connection was reset", "for it the connection goes on"),
                fault("second-syn", "A second SYN moves RCV.NXT.", arrival(SecondSyn::new))
                        .killedBy("HS-5")
                        .saying("which is 1 too high", "the next octet of the connection, as before"),
                fault("port-only", "A connection is found by its own port alone.", tcp(new PortOnly()))
                        .killedBy("PORT-3")
                        .saying("the second client", "while the first one is connected to the same port"));
    }

    private static final class AckOffByOne extends Sender {
        @Override
        protected SeqNumber ackNumber(Tcb tcb) {
            return super.ackNumber(tcb).plus(-1);
        }
    }

    private static final class EarlyData extends Sender {
        @Override
        protected boolean maySendData(Tcb tcb) {
            tcb.sndWnd = tcb.state == TcpState.SYN_SENT ? Tcb.BUFFER : tcb.sndWnd;
            return tcb.state == TcpState.SYN_SENT || super.maySendData(tcb);
        }
    }

    private static final class PlainComparison extends SegmentArrives {
        PlainComparison(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean isAcceptable(Tcb tcb, TcpSegment seg) {
            int first = tcb.rcvNxt.bits();
            return seg.seq().bits() >= first && seg.seq().bits() < first + tcb.rcvWnd;
        }
    }

    /** As if there was nothing behind 2^32. */
    private static final class UnsignedComparison extends SegmentArrives {
        UnsignedComparison(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean isAcceptable(Tcb tcb, TcpSegment seg) {
            long first = tcb.rcvNxt.value();
            return seg.seq().value() >= first && seg.seq().value() < (first + tcb.rcvWnd) % (1L << 32);
        }
    }

    private static final class RstIgnored extends SegmentArrives {
        RstIgnored(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean secondCheckRst(Turn turn, TcpSegment seg) {
            return !seg.has(TcpFlag.RST);
        }
    }

    private static final class SecondSyn extends SegmentArrives {
        SecondSyn(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean fourthCheckSyn(Turn turn, TcpSegment seg) {
            turn.tcb.rcvNxt = seg.has(TcpFlag.SYN) ? seg.seq().plus(1) : turn.tcb.rcvNxt;
            return super.fourthCheckSyn(turn, seg);
        }
    }

    private static final class PortOnly extends TcpParts {
        @Override
        public <C> ConnectionTable<C> connectionTable() {
            return new ConnectionTable<>() {
                @Override
                protected Object key(SocketAddress local, SocketAddress remote) {
                    return local.port();
                }
            };
        }
    }
}
