package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;

/** What a TCB learns from the peer's SYN (RFC 9293 sections 3.10.7.2 and 3.10.7.3, and 3.7.1 for the MSS). */
final class PeersSyn {
    private PeersSyn() {}

    /** Takes over the initial sequence number and the options. */
    @Keeps({"RFC7323/ONLY-IF-ASKED", "RFC9293/MUST-15", "RFC9293/3.7.1-ZERO"})
    static void accept(Turn turn, TcpSegment seg) {
        Tcb tcb = turn.tcb;
        tcb.scaling.heard(seg);
        tcb.timestamps.heard(seg, turn.now);
        tcb.rcvWnd += tcb.scaling.buffer() - Tcb.BUFFER;
        tcb.irs = seg.seq();
        tcb.rcvNxt = seg.seq().plus(1);
        tcb.rcvAdv = tcb.rcvNxt.plus(tcb.rcvWnd);
        int offered = seg.option(TcpOption.MaximumSegmentSize.class)
                .map(TcpOption.MaximumSegmentSize::octets)
                .orElse(Tcb.DEFAULT_MSS);
        // An MSS of zero would let nothing through for ever.
        tcb.sndMss = Math.max(1, Math.min(offered, tcb.rcvMss));
        tcb.sackPermitted =
                tcb.permitsSack && seg.option(TcpOption.SackPermitted.class).isPresent();
        tcb.notification.synArrives(seg);
    }

    /** What stands behind the SYN of a segment. */
    static TcpSegment behind(TcpSegment syn) {
        return syn.toBuilder()
                .seq(syn.seq().plus(1))
                .urgentPointer(Math.max(0, syn.urgentPointer() - 1))
                .flags(syn.flags().without(TcpFlag.SYN))
                .build();
    }
}
