package dev.plumbline.reference.tcp;

import dev.plumbline.tcp.SeqNumber;
import org.jspecify.annotations.Nullable;

/** Loss recovery with selective acknowledgments (RFC 6675 sections 5 and 5.1): when the window is lowered, and when it may grow. */
public class SackRecovery {
    private final CongestionWindow window;

    /** RecoveryPoint: SND.NXT when the loss was noticed. */
    private @Nullable SeqNumber recoveryPoint;

    private boolean afterTimeout;

    /** One that has seen nothing yet, and sees to {@code window}. */
    public SackRecovery(CongestionWindow window) {
        this.window = window;
    }

    /** Whether something is missing still that was under way when a loss was noticed. */
    public boolean isRecovering() {
        return recoveryPoint != null;
    }

    /** Whether that loss was noticed before the retransmission timer ran out. */
    public boolean isFast() {
        return recoveryPoint != null && !afterTimeout;
    }

    /**
     * SND.UNA has moved.
     *
     * @param octets by how many octets of data
     * @return whether that ends a recovery
     */
    boolean acknowledged(Tcb tcb, int octets) {
        if (recoveryPoint == null || afterTimeout) {
            window.acknowledged(octets, tcb.sndMss);
        }
        if (recoveryPoint == null || tcb.sndUna.isBefore(recoveryPoint)) {
            return false;
        }
        recoveryPoint = null;
        afterTimeout = false;
        return true;
    }

    /**
     * Segments are lost. Returns whether that begins a recovery, so that the first of them is sent again at once (RFC 6675 section 5,
     * step 4). Within one, only the loss of a retransmission counts as another sign of congestion (RFC 5681 section 4.3).
     */
    boolean lost(Tcb tcb, boolean retransmission) {
        if (recoveryPoint != null) {
            if (retransmission) {
                window.lower((int) Math.min(window.octets(), tcb.flight()), tcb.sndMss);
            }
            return false;
        }
        recoveryPoint = tcb.sndNxt;
        window.lower(tcb.flight(), tcb.sndMss);
        return true;
    }

    /** A loss that is repaired already (RFC 8985 section 7.4.2). */
    void repaired(Tcb tcb) {
        if (recoveryPoint == null) {
            window.lower(tcb.flight(), tcb.sndMss);
        }
    }

    /** The retransmission timer ran out (RFC 6675 section 5.1): until all that is under way is repaired, slow start is the recovery. */
    void timedOut(Tcb tcb) {
        recoveryPoint = tcb.sndNxt;
        afterTimeout = true;
        window.timedOut(tcb.flight(), tcb.sndMss);
    }
}
