package dev.plumbline.reference.tcp;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpState;

/** ICMP reports an error about a segment of a connection (RFC 9293 section 3.9.2.2). */
public class IcmpErrorArrives {
    /** What every network carries (RFC 791 section 3.2); a path is never taken for smaller (RFC 1191 section 3). */
    private static final int SMALLEST_MTU = 68;
    /** What to take a path for if nobody says (RFC 1191 section 5). */
    private static final int MTU_OF_OLD = 576;

    private final Sender sender;

    /** Rules that send through {@code sender}. */
    public IcmpErrorArrives(Sender sender) {
        this.sender = sender;
    }

    /**
     * A hard error ends the attempt to open a connection. An established one goes on whatever ICMP says: it is easily forged,
     * and what is true of it the retransmissions will find out (RFC 5927 section 5.2). If they do, the error is the reason.
     *
     * @param seq the sequence number of the segment in question
     */
    @Keeps({"RFC9293/SHLD-26", "RFC5927/NUMBER-CHECK"})
    public void errorArrives(Turn turn, IcmpMessage error, SeqNumber seq) {
        Tcb tcb = turn.tcb;
        boolean underWay = seq.isWithin(tcb.sndUna, Math.max(0, tcb.sndNxt.minus(tcb.sndUna)));
        if (!underWay) {
            return;
        }
        boolean opening = tcb.state == TcpState.SYN_SENT || (tcb.state == TcpState.SYN_RECEIVED && !tcb.passive);
        if (opening && isHard(error)) {
            turn.fail(TcpError.UNREACHABLE);
        } else if (!opening && isTooLarge(error)) {
            tooLarge(turn, ((DestinationUnreachable) error).nextHopMtu());
        } else {
            softError(turn);
        }
    }

    /** It may pass, so the connection goes on; its user is told. */
    @Keeps({"RFC9293/MUST-56", "RFC9293/SHLD-25"})
    protected void softError(Turn turn) {
        turn.tcb.softError = true;
        turn.report(Signal.ICMP_ERROR);
    }

    /**
     * From now on segments fit. What was dropped leaves again with the first segment at once, the rest follows the
     * acknowledgments; cwnd has no part in it (RFC 1191 section 6.4).
     *
     * @param nextHopMtu 0 if the router does not say (RFC 1191 section 5)
     */
    @Keeps({"RFC1191/LEAST", "RFC1191/NO-INCREASE"})
    protected void tooLarge(Turn turn, int nextHopMtu) {
        int mtu = nextHopMtu == 0 ? MTU_OF_OLD : Math.max(nextHopMtu, SMALLEST_MTU);
        int mss = mtu - ReferenceTcp.HEADERS;
        if (mss < turn.tcb.sndMss) {
            turn.tcb.sndMss = mss;
            sender.goBack(turn);
            sender.retransmit(turn);
            sender.armTimers(turn);
        }
    }

    private static boolean isTooLarge(IcmpMessage error) {
        return error instanceof DestinationUnreachable unreachable
                && unreachable.code() == DestinationUnreachable.FRAGMENTATION_NEEDED;
    }

    @Keeps("RFC9293/MUST-56")
    private static boolean isHard(IcmpMessage error) {
        return error instanceof DestinationUnreachable unreachable
                && unreachable.code() >= DestinationUnreachable.PROTOCOL
                && unreachable.code() <= DestinationUnreachable.FRAGMENTATION_NEEDED;
    }
}
