package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;

/** A segment arrives in LISTEN (RFC 9293 section 3.10.7.2). The TCB is new: the listener makes one for each segment. */
class ArrivalInListen {
    private final Sender sender;

    ArrivalInListen(Sender sender) {
        this.sender = sender;
    }

    @Keeps("RFC9293/3.10.7.2-OTHER")
    void segmentArrives(Turn turn, TcpSegment seg) {
        if (firstCheckRst(seg) && secondCheckAck(turn, seg)) {
            thirdCheckSyn(turn, seg);
        }
    }

    /** First: a reset cannot be about anything sent from here. */
    @Keeps("RFC9293/3.10.7.2-RST")
    private static boolean firstCheckRst(TcpSegment seg) {
        return !seg.has(TcpFlag.RST);
    }

    /** Second: nor can an acknowledgment. */
    @Keeps("RFC9293/3.10.7.2-ACK")
    private boolean secondCheckAck(Turn turn, TcpSegment seg) {
        if (seg.has(TcpFlag.ACK)) {
            sender.resetFor(turn, seg);
            return false;
        }
        return true;
    }

    /** Third: a SYN begins a connection. Fourth: anything else is dropped. */
    @Keeps({"HS-2", "RFC9293/3.10.7.2-SYN"})
    private void thirdCheckSyn(Turn turn, TcpSegment seg) {
        if (seg.has(TcpFlag.SYN)) {
            PeersSyn.accept(turn, seg);
            ReceivedText.hold(turn.tcb, seg);
            turn.tcb.routing.take(turn);
            turn.tcb.state = TcpState.SYN_RECEIVED;
            sender.syn(turn);
        }
    }
}
