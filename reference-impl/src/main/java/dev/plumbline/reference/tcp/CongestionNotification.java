package dev.plumbline.reference.tcp;

import dev.plumbline.ip.Ecn;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import org.jspecify.annotations.Nullable;

/**
 * ECN on one connection (RFC 3168 section 6.1): whether both ends want it, what this end has heard from routers and tells the
 * peer, and what it hears from the peer and makes of it.
 */
public class CongestionNotification {
    /** How many SYNs ask for it; a firewall that drops them all shall not keep the peer away (RFC 3168 section 6.1.1.1). */
    private static final int ASKING = 2;

    private final CongestionWindow window;
    private int syns;
    private boolean setupSent;
    private boolean setupReceived;
    private boolean plainSent;
    private boolean plainReceived;

    /** Whether a router has marked text, and the peer has not said yet that it knows. */
    private boolean echoing;

    /** SND.NXT when the window was reduced last: older news is no news. */
    private @Nullable SeqNumber reducedAt;

    private @Nullable SeqNumber sentUpTo;
    private boolean paused;

    /** One that has heard nothing yet, and reduces {@code window}. */
    public CongestionNotification(CongestionWindow window) {
        this.window = window;
    }

    /** Whether this end wants ECN at all. */
    protected boolean isWanted() {
        return true;
    }

    /** Whether text may be marked: both have asked, and neither has ever thought better of it (RFC 3168 section 6.1.1). */
    @Keeps("RFC3168/NEGOTIATED")
    protected boolean maySend() {
        return setupSent && setupReceived && !plainSent && !plainReceived;
    }

    /** Whether marks are to be heeded (RFC 3168 section 6.1.1). */
    @Keeps("RFC3168/NOT-IMPLICIT")
    protected boolean mustHeed() {
        return setupSent && !plainReceived;
    }

    // What arrives.

    /** The peer's SYN, with an acknowledgment or without (RFC 3168 section 6.1.1). */
    final void synArrives(TcpSegment syn) {
        boolean setup = isSetup(syn);
        setupReceived |= setup;
        plainReceived |= !setup;
    }

    /** A SYN that comes again may say something else. */
    @Keeps("RFC3168/TAKEN-BACK")
    final void arrives(Tcb tcb, TcpSegment seg) {
        if (seg.has(TcpFlag.SYN) && seg.seq().equals(tcb.irs)) {
            synArrives(seg);
        }
    }

    /** A SYN has both flags, an answer only the one: who merely sends back what it gets does not know what it says. */
    @Keeps({"RFC3168/ALL-FORMS", "RFC3168/SETUP-ANSWER"})
    protected boolean isSetup(TcpSegment syn) {
        return syn.has(TcpFlag.ECE) && syn.has(TcpFlag.CWR) != syn.has(TcpFlag.ACK);
    }

    /** Something acceptable has come in: the peer may know by now, and a router may have news (RFC 3168 section 6.1.3). */
    @Keeps("RFC3168/ECHO")
    public final void textArrives(Turn turn, TcpSegment seg) {
        if (seg.has(TcpFlag.SYN) || !mustHeed()) {
            return;
        }
        if (seg.has(TcpFlag.CWR) && endsEcho(seg)) {
            echoing = false;
        }
        if (turn.ecn == Ecn.CE && !seg.payload().isEmpty()) {
            echoing = true;
        }
    }

    /** Whether this says that the peer has reduced its window. */
    protected boolean endsEcho(TcpSegment seg) {
        return seg.has(TcpFlag.CWR);
    }

    /** An acknowledgment is about to count; with ECE it is a loss without a loss (RFC 3168 section 6.1.2). */
    @Keeps({"RFC3168/REDUCE", "RFC3168/ONE-SEGMENT"})
    final void acknowledged(Turn turn, TcpSegment seg) {
        Tcb tcb = turn.tcb;
        boolean echoed = maySend() && heeds(seg);
        window.echoed(echoed);
        if (reducedAt != null && seg.ack().isAfter(reducedAt)) {
            reducedAt = null;
        }
        if (echoed && reducedAt == null && !tcb.recovery.isRepairing(tcb) && !tcb.selective.isRecovering()) {
            reducedAt = tcb.sndNxt;
            paused = window.octets() <= tcb.sndMss;
            window.reduce(tcb.flight(), tcb.sndMss);
            if (paused) {
                resetTimer(turn);
            }
        }
    }

    /** The timer begins anew, and only when it runs out something new may leave (RFC 3168 section 6.1.2). */
    @Keeps("RFC3168/ONE-SEGMENT")
    protected void resetTimer(Turn turn) {
        turn.stop(TimerKind.RETRANSMISSION);
    }

    /** Whether it tells of congestion. */
    protected boolean heeds(TcpSegment seg) {
        return seg.has(TcpFlag.ECE);
    }

    /** Whether a window of one segment is still too large, so that nothing new may leave before the timer runs out. */
    public boolean isPaused() {
        return paused;
    }

    /** The timer has run out. Returns whether that was all that it was waited for. */
    boolean resume(Tcb tcb) {
        boolean was = paused;
        paused = false;
        return was && !tcb.isOutstanding();
    }

    // What leaves.

    /** The segment as it leaves, and the mark of its datagram. */
    final Action.Transmit leaving(Tcb tcb, TcpSegment seg) {
        if (seg.has(TcpFlag.RST)) {
            return new Action.Transmit(seg, Ecn.NOT_ECT);
        }
        if (seg.has(TcpFlag.SYN)) {
            return new Action.Transmit(seg.has(TcpFlag.ACK) ? answer(seg) : question(seg), synMark());
        }
        TcpSegment leaves = echoing && seg.has(TcpFlag.ACK) && echoes(seg) ? with(seg, TcpFlag.ECE) : seg;
        Ecn mark = Ecn.NOT_ECT;
        if (maySend() && isMarked(tcb, seg)) {
            mark = codepoint();
            leaves = tellsOfReduction() ? with(leaves, TcpFlag.CWR) : leaves;
        }
        sentUpTo = sentUpTo == null ? seg.end() : SeqNumber.later(sentUpTo, seg.end());
        return new Action.Transmit(leaves, mark);
    }

    /** Whether the peer has to be told that the window was reduced: once, in new data (RFC 3168 section 6.1.2). */
    protected boolean tellsOfReduction() {
        return window.tellsOfReduction();
    }

    /** No SYN is ECN-capable, whatever it asks for (RFC 3168 section 6.1.1). */
    @Keeps("RFC3168/SYN-NOT-ECT")
    protected Ecn synMark() {
        return Ecn.NOT_ECT;
    }

    /** ECT(0), for only one of the two is needed (RFC 3168 section 6.1.2). */
    @Keeps("RFC3168/ECT-0")
    protected Ecn codepoint() {
        return Ecn.ECT_0;
    }

    /** All acknowledgments do, until the peer says that it knows (RFC 3168 section 6.1.3). */
    protected boolean echoes(TcpSegment seg) {
        return true;
    }

    /** A SYN that asks (RFC 3168 section 6.1.1). */
    @Keeps({"RFC9293/SHLD-8", "RFC3168/RETRY"})
    protected TcpSegment question(TcpSegment syn) {
        boolean asks = isWanted() && syns < asking();
        syns++;
        setupSent |= asks;
        plainSent |= !asks;
        return asks ? with(with(syn, TcpFlag.ECE), TcpFlag.CWR) : syn;
    }

    /** How many SYNs ask before one does not. */
    protected int asking() {
        return ASKING;
    }

    /** An answer to one (RFC 3168 section 6.1.1). */
    @Keeps({"RFC9293/SHLD-8", "RFC3168/SETUP-ANSWER", "RFC3168/CLEAR"})
    protected TcpSegment answer(TcpSegment synAck) {
        boolean accepts = isWanted() && setupReceived && !plainReceived;
        setupSent |= accepts;
        plainSent |= !accepts;
        return accepts ? with(synAck, TcpFlag.ECE) : synAck;
    }

    /**
     * Only new text that the peer's window has room for: of what is sent again, of probes and of acknowledgments nobody would
     * notice that they were dropped (RFC 3168 sections 6.1.4 to 6.1.6).
     */
    @Keeps({"RFC3168/ACK-NOT-ECT", "RFC3168/AGAIN-NOT-ECT", "RFC3168/PROBE-NOT-ECT", "RFC3168/CWR-AGAIN", "RFC3168/CWR"
    })
    protected boolean isMarked(Tcb tcb, TcpSegment seg) {
        boolean isNew = sentUpTo == null || seg.seq().isAtOrAfter(sentUpTo);
        boolean isProbe = seg.end().isAfter(tcb.sndUna.plus(tcb.sndWnd));
        return !seg.payload().isEmpty() && isNew && !isProbe;
    }

    /** The segment with this flag, too. */
    protected static TcpSegment with(TcpSegment seg, TcpFlag flag) {
        return seg.toBuilder().flag(flag).build();
    }
}
