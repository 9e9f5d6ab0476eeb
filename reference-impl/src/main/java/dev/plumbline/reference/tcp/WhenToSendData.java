package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import java.time.Duration;

/**
 * The sender's algorithm, when to send data (RFC 9293 section 3.8.6.2.1), with Nagle's (RFC 9293 section 3.7.4): a segment that is
 * not full waits while others are under way, and while the window has no room worth using. All data is pushed, as the SPI says.
 */
public class WhenToSendData {
    /** How long data waits for a window worth using: 0.1 to 1 s (RFC 9293 section 3.8.6.2.1). */
    protected static final Duration OVERRIDE = Duration.ofMillis(500);

    /** 1/Fs: the part of the largest window that is worth using (RFC 9293 section 3.8.6.2.1). */
    protected static final int WORTHWHILE_PART = 2;

    private final boolean nagle;

    /** With Nagle's algorithm. */
    public WhenToSendData() {
        this(true);
    }

    /** With Nagle's algorithm or without, since it must be possible to turn it off (RFC 9293 section 3.7.4, MUST-17). */
    public WhenToSendData(boolean nagle) {
        this.nagle = nagle;
    }

    /** How long data waits at most while nothing is under way. */
    public Duration override() {
        return OVERRIDE;
    }

    /** Nagle's algorithm: whether what makes no full segment waits, because something is under way. */
    @Keeps("RFC9293/MUST-17")
    private boolean waitsForCompany(Tcb tcb) {
        return nagle && !tcb.wishes.noDelay && tcb.flight() > 0;
    }

    /**
     * Whether a segment may leave now.
     *
     * @param octets how much data it would carry: all that there is, or all that the window and the segment size let go
     */
    @Keeps({"RFC9293/MUST-38", "RFC9293/SHLD-7", "RFC9293/SHLD-27", "RFC9293/SHLD-28"})
    public boolean maySend(Tcb tcb, int octets) {
        if (octets >= tcb.effectiveMss()) {
            return true;
        }
        if (waitsForCompany(tcb)) {
            return false;
        }
        return octets == tcb.octetsToSend() || octets >= tcb.maxSndWnd / WORTHWHILE_PART;
    }
}
