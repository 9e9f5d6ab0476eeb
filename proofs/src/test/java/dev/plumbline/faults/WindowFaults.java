package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.GridFaults.deafTo;
import static dev.plumbline.faults.GridFaults.is;
import static dev.plumbline.faults.GridFaults.without;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Stacks whose first, second or fourth check is wrong: the place in the window, RST and SYN (RFC 9293 section 3.10.7.4). */
final class WindowFaults {
    private WindowFaults() {}

    static List<Fault> all() {
        return Stream.of(places(), resets(), syns()).flatMap(List::stream).toList();
    }

    private static List<Fault> places() {
        return List.of(
                fault(
                                "closed-window-takes-any-ack",
                                "What has no data needs no room: with a closed window its number does not matter.",
                                arrival(TakesAnyWhenClosed::new))
                        .killedBy("RFC9293/3.10.7.4-SEQ")
                        .saying("acknowledg"),
                fault(
                                "silent-outside-the-window",
                                "What lies outside the window is dropped without a word.",
                                arrival(SilentOutside::new))
                        .killedBy("RFC9293/3.10.7.4-SEQ")
                        .saying("what it expects next, as before", "nothing"),
                fault(
                                "closed-window-silent",
                                "Data that comes into a closed window is dropped without a word.",
                                deafTo((tcb, seg) ->
                                        tcb.rcvWnd == 0 && !seg.payload().isEmpty()))
                        .killedBy("RFC9293/3.10.7.4-SEQ")
                        .saying("what it expects next, as before", "nothing"),
                fault(
                                "acks-outside-the-window",
                                "What a segment outside the window acknowledges is believed.",
                                arrival(AcksOutside::new))
                        .killedBy("RFC9293/3.10.7.4-SEQ")
                        .saying("the connection is not in"),
                fault(
                                "no-reset-into-a-closed-window",
                                "While its window is closed, it believes no reset.",
                                deafTo((tcb, seg) -> tcb.rcvWnd == 0 && seg.has(RST)))
                        .killedBy("RFC9293/MUST-66")
                        .saying("is told that the connection was reset", "for it the connection goes on"),
                fault(
                                "no-explained-reset-into-a-closed-window",
                                "While its window is closed it believes no reset that has data, for that does not fit.",
                                deafTo((tcb, seg) -> tcb.rcvWnd == 0
                                        && seg.has(RST)
                                        && !seg.payload().isEmpty()))
                        .killedBy("RFC9293/SHLD-2")
                        .saying("is told that the connection was reset", "for it the connection goes on"));
    }

    private static List<Fault> resets() {
        return List.of(
                fault(
                                "reset-completes-handshake",
                                "A reset with ACK completes the handshake, because ACK is looked at before RST.",
                                arrivals((tcb, seg) -> Optional.of(
                                        is(tcb, TcpState.SYN_RECEIVED) && seg.has(ACK) ? without(seg, RST) : seg)))
                        .killedBy("RFC9293/3.10.7.4-RST")
                        .saying("the connection is not in LISTEN"),
                fault(
                                "deaf-to-resets-in-syn-received",
                                "In SYN-RECEIVED a reset is ignored.",
                                deafTo((tcb, seg) -> is(tcb, TcpState.SYN_RECEIVED) && seg.has(RST)))
                        .killedBy("RFC9293/3.10.7.4-RST")
                        .saying("the connection is not in LISTEN"),
                fault(
                                "deaf-to-resets-while-closing",
                                "Once both have closed, a reset is ignored.",
                                deafTo((tcb, seg) -> is(tcb, TcpState.CLOSING, TcpState.LAST_ACK, TcpState.TIME_WAIT)
                                        && seg.has(RST)))
                        .killedBy("RFC9293/3.10.7.4-RST")
                        .saying("the number that the segment acknowledged"),
                fault(
                                "resets-from-anywhere",
                                "A reset is believed wherever its number lies.",
                                arrival(ResetsFromAnywhere::new))
                        .killedBy("RFC9293/3.10.7.4-RST")
                        .saying("the connection failed: RESET"),
                fault(
                                "deaf-to-explained-resets",
                                "A reset with data is dropped as malformed.",
                                deafTo((tcb, seg) ->
                                        seg.has(RST) && !seg.payload().isEmpty()))
                        .killedBy("RFC9293/SHLD-2")
                        .saying("is told that the connection was reset", "for it the connection goes on"));
    }

    private static List<Fault> syns() {
        return List.of(
                fault(
                                "deaf-to-syns",
                                "A SYN in a connection is dropped without a word.",
                                deafTo((tcb, seg) -> !is(tcb, TcpState.LISTEN, TcpState.SYN_SENT) && seg.has(SYN)))
                        .killedBy("RFC9293/3.10.7.4-SYN")
                        .saying("what it expects next, as before", "nothing"),
                fault(
                                "deaf-to-syns-while-closing",
                                "Once the application has closed, a SYN is dropped without a word.",
                                deafTo((tcb, seg) -> is(
                                                tcb,
                                                TcpState.FIN_WAIT_1,
                                                TcpState.FIN_WAIT_2,
                                                TcpState.CLOSING,
                                                TcpState.LAST_ACK,
                                                TcpState.TIME_WAIT)
                                        && seg.has(SYN)))
                        .killedBy("RFC9293/3.10.7.4-SYN")
                        .saying("what it expects next, as before", "nothing"),
                fault(
                                "forgets-that-it-listened",
                                "In SYN-RECEIVED it does not remember that it came from LISTEN, and challenges the SYN.",
                                arrival(ForgetsThatItListened::new))
                        .killedBy("RFC9293/MUST-11")
                        .saying("where there must be none"));
    }

    private static class SilentOutside extends SegmentArrives {
        SilentOutside(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean firstCheckSequenceNumber(Turn turn, TcpSegment seg) {
            return isAcceptable(turn.tcb, seg);
        }
    }

    private static final class AcksOutside extends SegmentArrives {
        AcksOutside(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean firstCheckSequenceNumber(Turn turn, TcpSegment seg) {
            boolean acceptable = super.firstCheckSequenceNumber(turn, seg);
            if (!acceptable && !seg.has(RST) && !seg.has(SYN)) {
                fifthCheckAck(turn, seg);
            }
            return acceptable;
        }
    }

    private static final class ResetsFromAnywhere extends SegmentArrives {
        ResetsFromAnywhere(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean firstCheckSequenceNumber(Turn turn, TcpSegment seg) {
            if (seg.has(RST) && !isAcceptable(turn.tcb, seg)) {
                turn.fail(TcpError.RESET);
                return false;
            }
            return super.firstCheckSequenceNumber(turn, seg);
        }
    }

    private static final class ForgetsThatItListened extends SegmentArrives {
        private final Sender sender;

        ForgetsThatItListened(Sender sender) {
            super(sender);
            this.sender = sender;
        }

        @Override
        protected boolean fourthCheckSyn(Turn turn, TcpSegment seg) {
            Tcb tcb = turn.tcb;
            if (seg.has(SYN) && tcb.passive && is(tcb, TcpState.SYN_RECEIVED)) {
                sender.acknowledge(turn);
                return false;
            }
            return super.fourthCheckSyn(turn, seg);
        }
    }

    private static final class TakesAnyWhenClosed extends SegmentArrives {
        TakesAnyWhenClosed(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean isAcceptable(Tcb tcb, TcpSegment seg) {
            return (seg.len() == 0 && tcb.rcvWnd == 0) || super.isAcceptable(tcb, seg);
        }
    }
}
