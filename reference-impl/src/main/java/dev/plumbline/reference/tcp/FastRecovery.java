package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import org.jspecify.annotations.Nullable;

/**
 * Fast retransmit and fast recovery (RFC 5681 section 3.2), as NewReno does them (RFC 6582 section 3.2), with limited transmit (RFC
 * 3042 section 2).
 */
public class FastRecovery {
    /** How many duplicate acknowledgments mean that a segment is lost (RFC 5681 section 3.2). */
    protected static final int THRESHOLD = 3;

    private final CongestionWindow window;
    private @Nullable SeqNumber recover;
    private boolean recovering;
    private int partial;
    private int duplicates;
    private int flight;
    private int limitedTransmit;

    /** One that has seen nothing yet, and sees to {@code window}. */
    public FastRecovery(CongestionWindow window) {
        this.window = window;
    }

    /** How much may be under way: cwnd, and the new segments that limited transmit sends. */
    @Keeps("RFC5681/LIMITED-TRANSMIT")
    public long allowed() {
        return window.octets() + limitedTransmit;
    }

    /** The definition of RFC 5681 section 2. While the peer's window is closed, such segments are answers to probes. */
    @Keeps("RFC5681/DUPLICATE")
    protected boolean isDuplicate(Tcb tcb, TcpSegment seg) {
        return tcb.isOutstanding()
                && seg.payload().isEmpty()
                && !seg.has(TcpFlag.SYN)
                && !seg.has(TcpFlag.FIN)
                && seg.ack().equals(tcb.sndUna)
                && tcb.scaling.windowIn(seg) == tcb.sndWnd
                && tcb.sndWnd > 0;
    }

    /** An acknowledgment came twice. Returns whether the oldest segment under way is to be sent again. */
    @Keeps({"RFC5681/FAST-RETRANSMIT", "RFC5681/FLIGHT-SIZE"})
    public boolean duplicate(Tcb tcb) {
        duplicates++;
        if (recovering) {
            window.inflate(tcb.sndMss);
            return false;
        }
        if (duplicates == 1) {
            // Without what limited transmit adds (RFC 5681 section 3.2, step 2).
            flight = tcb.flight();
        }
        limitedTransmit = duplicates < THRESHOLD ? duplicates * tcb.sndMss : 0;
        if (duplicates != THRESHOLD || isStillRepairing(tcb)) {
            return false;
        }
        recovering = true;
        partial = 0;
        recover = tcb.sndNxt;
        window.enterRecovery(flight, tcb.sndMss);
        return true;
    }

    /** Whether the window was reduced for what is under way. */
    public boolean isRepairing(Tcb tcb) {
        return recovering || isStillRepairing(tcb);
    }

    /** Whether duplicates may come from what was sent twice after the last loss (RFC 6582 section 3.2, step 2). */
    private boolean isStillRepairing(Tcb tcb) {
        return recover != null && tcb.sndUna.isAtOrBefore(recover);
    }

    /**
     * SND.UNA has moved.
     *
     * @param octets by how many octets of data
     * @return whether the oldest segment under way is to be sent again: it was lost too
     */
    @Keeps({"RFC6582/3.2-FULL", "RFC6582/3.2-PARTIAL"})
    public boolean acknowledged(Tcb tcb, int octets) {
        duplicates = 0;
        limitedTransmit = 0;
        if (!recovering) {
            // What was repaired long ago is forgotten before its number comes again.
            recover = isStillRepairing(tcb) ? recover : null;
            window.acknowledged(octets, tcb.sndMss);
            return false;
        }
        if (isPartial(tcb)) {
            partial++;
            window.deflate(octets, tcb.sndMss);
            return true;
        }
        recovering = false;
        window.leaveRecovery(tcb.flight(), tcb.sndMss);
        return false;
    }

    /** Whether something is missing still that was under way when the loss was noticed. */
    protected boolean isPartial(Tcb tcb) {
        return recover != null && tcb.sndUna.isBefore(recover);
    }

    /** Of partial acknowledgments only the first restarts the retransmission timer (RFC 6582 section 3.2, step 3). */
    public boolean restartsTimer() {
        return !recovering || partial <= 1;
    }

    /** The retransmission timer ran out (RFC 6582 section 3.2, step 4). */
    public void timedOut(Tcb tcb) {
        recovering = false;
        duplicates = 0;
        limitedTransmit = 0;
        recover = tcb.sndNxt;
        window.timedOut(tcb.flight(), tcb.sndMss);
    }
}
