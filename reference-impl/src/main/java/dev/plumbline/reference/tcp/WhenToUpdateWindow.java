package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;

/** The receiver's algorithm, when to send a window update (RFC 9293 section 3.8.6.2.2). */
public class WhenToUpdateWindow {
    /** 1/Fr: the part of the buffer that is worth announcing (RFC 9293 section 3.8.6.2.2). */
    protected static final int WORTHWHILE_PART = 2;

    /**
     * RCV.WND after the user has read: the right edge does not move in small steps (MUST-39).
     *
     * @param space how many octets the buffer takes now
     */
    @Keeps({"RFC9293/MUST-39", "RFC9293/SHLD-14"})
    public int window(Tcb tcb, int space) {
        return space - tcb.rcvWnd >= step(tcb) ? space : tcb.rcvWnd;
    }

    /** Whether the peer should hear of the window at once: it may be waiting for it, or has used up much of what it knows of. */
    public boolean isUpdateDue(Tcb tcb) {
        int known = tcb.rcvAdv.minus(tcb.rcvNxt);
        int gain = tcb.rcvWnd - known;
        boolean peerMayWait = known < tcb.sndMss && gain >= step(tcb);
        return peerMayWait || gain >= tcb.scaling.buffer() / WORTHWHILE_PART;
    }

    private static int step(Tcb tcb) {
        return Math.min(tcb.scaling.buffer() / WORTHWHILE_PART, tcb.sndMss);
    }
}
