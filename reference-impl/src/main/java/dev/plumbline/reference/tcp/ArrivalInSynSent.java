package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;

/** A segment arrives in SYN-SENT (RFC 9293 section 3.10.7.3). */
class ArrivalInSynSent {
    private final Sender sender;
    private final AckProcessing acks;

    ArrivalInSynSent(Sender sender, AckProcessing acks) {
        this.sender = sender;
        this.acks = acks;
    }

    /** Returns whether the handshake is complete, so that the sixth check of RFC 9293 section 3.10.7.4 comes next. */
    @Keeps("RFC9293/3.10.7.3-OTHER")
    boolean segmentArrives(Turn turn, TcpSegment seg) {
        return firstCheckAck(turn, seg) && secondCheckRst(turn, seg) && fourthCheckSyn(turn, seg);
    }

    /** First: an acknowledgment of something that was not sent comes from another connection. */
    @Keeps("RFC9293/3.10.7.3-ACK")
    private boolean firstCheckAck(Turn turn, TcpSegment seg) {
        if (!seg.has(TcpFlag.ACK) || isAckAcceptable(turn.tcb, seg)) {
            return true;
        }
        if (!seg.has(TcpFlag.RST)) {
            sender.resetFor(turn, seg);
        }
        return false;
    }

    private static boolean isAckAcceptable(Tcb tcb, TcpSegment seg) {
        return seg.ack().isAfter(tcb.sndUna) && seg.ack().isAtOrBefore(tcb.sndNxt);
    }

    /** Second: nobody listens there. Without an acknowledgment the reset could be anybody's. */
    @Keeps({"HS-6", "RFC9293/3.10.7.3-RST"})
    private static boolean secondCheckRst(Turn turn, TcpSegment seg) {
        if (!seg.has(TcpFlag.RST)) {
            return true;
        }
        if (seg.has(TcpFlag.ACK)) {
            turn.fail(TcpError.REFUSED);
        }
        return false;
    }

    /** Fourth: the peer's SYN. Fifth: anything else is dropped. */
    @Keeps({"HS-3", "RFC9293/MUST-10", "RFC9293/3.10.7.3-SYN"})
    private boolean fourthCheckSyn(Turn turn, TcpSegment seg) {
        if (!seg.has(TcpFlag.SYN)) {
            return false;
        }
        PeersSyn.accept(turn, seg);
        AckProcessing.takeWindow(turn, seg);
        if (seg.has(TcpFlag.ACK)) {
            acks.advance(turn, seg);
            turn.oweAck();
            AckProcessing.enterEstablished(turn);
            return true;
        }
        ReceivedText.hold(turn.tcb, seg);
        turn.tcb.state = TcpState.SYN_RECEIVED;
        sentAgain(turn);
        sender.syn(turn);
        return false;
    }

    /** The SYN leaves a second time, now with an ACK: nobody can tell which one the answer will be for (RFC 6298 section 3). */
    @Keeps("RFC9293/MUST-18")
    private static void sentAgain(Turn turn) {
        turn.tcb.timedUpTo = null;
    }
}
