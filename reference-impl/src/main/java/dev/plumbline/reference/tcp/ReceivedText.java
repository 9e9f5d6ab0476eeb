package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;

/** Trims a segment to the receive window (RFC 9293 section 3.10.7.4, first check, and seventh). */
final class ReceivedText {
    private ReceivedText() {}

    /** Keeps the octets of {@code seg} that lie within the window, and its FIN if that does. */
    @Keeps({"ORD-1", "RFC9293/3.10.7.4-TRIM"})
    static void hold(Tcb tcb, TcpSegment seg) {
        int ahead = ahead(tcb, seg);
        int length = seg.payload().length();
        arrives(tcb, seg);
        int start = Math.max(0, -ahead);
        int end = Math.min(length, tcb.rcvWnd - ahead);
        if (start < end) {
            tcb.received.hold(ahead + start, seg.payload().slice(start, end));
            arrived(tcb, ahead + start, ahead + end);
        }
        int fin = ahead + length;
        if (seg.has(TcpFlag.FIN) && fin >= 0 && fin < tcb.rcvWnd) {
            tcb.received.holdFin(fin);
            arrived(tcb, fin, fin + 1);
        }
    }

    /** Takes note of what is here already of its text, whether it lies within the window or not. */
    static void arrives(Tcb tcb, TcpSegment seg) {
        if (tcb.sackPermitted) {
            SeqNumber first = tcb.rcvNxt.plus(ahead(tcb, seg));
            tcb.arrived.arrive(first, first.plus(seg.payload().length()), tcb.rcvNxt);
        }
    }

    /** How far from RCV.NXT its text begins: after a SYN the first octet has the next number. */
    private static int ahead(Tcb tcb, TcpSegment seg) {
        return seg.seq().plus(seg.has(TcpFlag.SYN) ? 1 : 0).minus(tcb.rcvNxt);
    }

    private static void arrived(Tcb tcb, int from, int to) {
        if (tcb.sackPermitted) {
            tcb.arrived.add(tcb.rcvNxt.plus(from), tcb.rcvNxt.plus(to));
        }
    }
}
