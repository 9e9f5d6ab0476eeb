package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.SeqNumber;
import org.jspecify.annotations.Nullable;

/** Loss recovery with selective acknowledgments (RFC 6675 sections 5 and 5.1): when the window is lowered, and when it may grow. */
public class SackRecovery {
    private final CongestionWindow window;

    /** RecoveryPoint: SND.NXT when the loss was noticed. */
    private @Nullable SeqNumber recoveryPoint;

    private boolean afterTimeout;

    /** FlightSize when the peer reported the first block since SND.UNA has moved; 0 if it has reported none. */
    private int flight;

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

    /** The peer reports a block: what limited transmit sends from now on does not count (RFC 6675 section 5, step 4.2). */
    void blockReported(Tcb tcb) {
        flight = flight == 0 ? tcb.flight() : flight;
    }

    /**
     * SND.UNA has moved.
     *
     * @param octets by how many octets of data
     * @return whether that ends a recovery
     */
    boolean acknowledged(Tcb tcb, int octets) {
        flight = 0;
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
        window.lower(flightSize(tcb), tcb.sndMss);
        return true;
    }

    /** A loss that is repaired already (RFC 8985 section 7.4.2). */
    void repaired(Tcb tcb) {
        if (recoveryPoint == null) {
            window.lower(flightSize(tcb), tcb.sndMss);
        }
    }

    /** How much was under way when the loss showed for the first time. */
    @Keeps("RFC5681/FLIGHT-SIZE")
    protected int flightSize(Tcb tcb) {
        return flight == 0 ? tcb.flight() : flight;
    }

    /** The retransmission timer ran out (RFC 6675 section 5.1): until all that is under way is repaired, slow start is the recovery. */
    void timedOut(Tcb tcb) {
        recoveryPoint = tcb.sndNxt;
        afterTimeout = true;
        window.timedOut(tcb.flight(), tcb.sndMss);
    }
}
