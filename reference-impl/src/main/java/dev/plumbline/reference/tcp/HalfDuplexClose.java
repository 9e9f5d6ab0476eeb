package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.TcpSegment;

/** What comes for a user who reads no more (RFC 9293 section 3.6.1). */
final class HalfDuplexClose {
    private HalfDuplexClose() {}

    /** New text is lost there, and the peer must know: whether the segment has ended the connection so. */
    @Keeps("RFC9293/SHLD-3")
    static boolean resets(Turn turn, TcpSegment seg, Sender sender) {
        Tcb tcb = turn.tcb;
        boolean isNew = !seg.payload().isEmpty()
                && seg.seq().plus(seg.payload().length()).isAfter(tcb.rcvNxt);
        if (!tcb.received.isAbandoned() || !isNew || !UserCalls.mayReceive(tcb.state)) {
            return false;
        }
        sender.reset(turn);
        turn.delete();
        tcb.received.flush();
        return true;
    }
}
