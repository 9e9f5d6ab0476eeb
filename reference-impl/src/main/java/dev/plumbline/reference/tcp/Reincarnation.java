package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.util.Optional;

/** Whether a connection in TIME-WAIT gives way to another one between the same sockets (RFC 9293 section 3.6.1; RFC 6191 section 2). */
public class Reincarnation {
    /** Whether the segment asks for a new connection, and cannot be an old one that was late. */
    public boolean isAskedFor(Tcb tcb, TcpSegment seg) {
        boolean asks = seg.has(TcpFlag.SYN) && !seg.has(TcpFlag.ACK) && !seg.has(TcpFlag.RST) && !seg.has(TcpFlag.FIN);
        return asks && tcb.state == TcpState.TIME_WAIT && isNew(tcb, seg);
    }

    /** By its timestamp, if it has one that means something; by its number otherwise. */
    @Keeps({"RFC9293/MAY-2", "RFC9293/SHLD-4"})
    protected boolean isNew(Tcb tcb, TcpSegment syn) {
        boolean beyond = syn.seq().isAtOrAfter(tcb.rcvNxt);
        Optional<Timestamps> stamps = syn.option(Timestamps.class).filter(any -> tcb.timestamps.offers());
        if (stamps.isEmpty()) {
            return beyond;
        }
        int newer = stamps.get().value() - tcb.timestamps.recent();
        return !tcb.timestamps.isActive() || newer > 0 || (newer == 0 && beyond);
    }

    /** The chosen number, or a later one: it must lie beyond all that the connection before has used. */
    @Keeps("RFC9293/MAY-2")
    protected SeqNumber number(SeqNumber chosen, Tcb before) {
        return SeqNumber.later(chosen, before.sndNxt);
    }
}
