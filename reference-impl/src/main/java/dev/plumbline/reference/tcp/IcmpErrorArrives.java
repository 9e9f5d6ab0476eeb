package dev.plumbline.reference.tcp;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpState;

/** ICMP reports an error about a segment of a connection (RFC 9293 section 3.9.2.2). */
public class IcmpErrorArrives {
    /**
     * A hard error ends the attempt to open a connection. An established one goes on whatever ICMP says: it is easily forged,
     * and what is true of it the retransmissions will find out (RFC 5927 section 5.2).
     *
     * @param seq the sequence number of the segment in question
     */
    public void errorArrives(Turn turn, IcmpMessage error, SeqNumber seq) {
        Tcb tcb = turn.tcb;
        boolean underWay = seq.isWithin(tcb.sndUna, Math.max(0, tcb.sndNxt.minus(tcb.sndUna)));
        boolean opening = tcb.state == TcpState.SYN_SENT || (tcb.state == TcpState.SYN_RECEIVED && !tcb.passive);
        if (opening && underWay && isHard(error)) {
            turn.fail(TcpError.UNREACHABLE);
        }
    }

    private static boolean isHard(IcmpMessage error) {
        return error instanceof DestinationUnreachable unreachable
                && unreachable.code() >= DestinationUnreachable.PROTOCOL
                && unreachable.code() <= DestinationUnreachable.FRAGMENTATION_NEEDED;
    }
}
