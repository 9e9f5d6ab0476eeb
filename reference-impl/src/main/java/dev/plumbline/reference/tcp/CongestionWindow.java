package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;

/**
 * cwnd and ssthresh (RFC 5681 section 3.1): how much may be under way, as far as the network is concerned. Sizes are octets, SMSS
 * is the size of a full segment.
 *
 * <p>The initial window is that of RFC 5681 section 3.1, at most 4380 octets, and not the ten segments of RFC 6928 section 2: that
 * is an experiment, this is the standard, and it keeps to both.
 */
public class CongestionWindow {
    /** Room for the FIN of a user who closes before the handshake is complete. */
    private long cwnd = Tcb.DEFAULT_MSS;

    private long ssthresh = Long.MAX_VALUE;
    private long counted;
    private boolean timedOut;
    private boolean reduced;
    private boolean echoed;

    /** cwnd. */
    public long octets() {
        return cwnd;
    }

    /** ssthresh: above it the window grows slowly. */
    public long threshold() {
        return ssthresh;
    }

    /** The connection is established; after a lost SYN it begins with one segment (RFC 5681 section 3.1). */
    public void begin(int smss, boolean synLost) {
        cwnd = synLost ? smss : initial(smss);
    }

    /** IW (RFC 5681 section 3.1). */
    @Keeps("RFC5681/INITIAL-WINDOW")
    protected long initial(int smss) {
        int segments = smss > 2190 ? 2 : smss > 1095 ? 3 : 4;
        return (long) segments * smss;
    }

    /** New data is acknowledged, outside of fast recovery. */
    public void acknowledged(int octets, int smss) {
        timedOut = false;
        if (echoed) {
            return;
        }
        if (cwnd < ssthresh) {
            slowStart(octets, smss);
        } else {
            avoidCongestion(octets, smss);
        }
    }

    /** Up to a segment more for each acknowledgment (RFC 5681 section 3.1, equation 2). */
    @Keeps({"RFC5681/SLOW-START", "RFC5681/ACK-DIVISION"})
    protected void slowStart(int octets, int smss) {
        cwnd += Math.min(octets, smss);
    }

    /** A segment more for each window of data: the octets are counted, as RFC 5681 section 3.1 recommends. */
    @Keeps("RFC5681/AVOIDANCE")
    protected void avoidCongestion(int octets, int smss) {
        counted += octets;
        if (counted >= cwnd) {
            counted -= cwnd;
            cwnd += smss;
        }
    }

    /** The retransmission timer ran out; if not for the first time, ssthresh stays (RFC 5681 section 3.1, equation 4). */
    @Keeps({"RFC5681/LOSS-WINDOW", "RFC5681/AVOIDANCE", "RFC5681/FLIGHT-SIZE"})
    public void timedOut(int flight, int smss) {
        if (!timedOut) {
            ssthresh = half(flight, smss);
        }
        timedOut = true;
        reduced = true;
        cwnd = smss;
        counted = 0;
    }

    /** Nothing was sent for longer than the RTO: what is known of the network is out of date (RFC 5681 section 4.1). */
    @Keeps("RFC5681/RESTART")
    public void restartAfterIdle(int smss) {
        cwnd = Math.min(cwnd, initial(smss));
    }

    /** Fast retransmit: half, and the three segments that have left the network (RFC 5681 section 3.2, steps 2 and 3). */
    public void enterRecovery(int flight, int smss) {
        ssthresh = half(flight, smss);
        cwnd = ssthresh + 3L * smss;
        reduced = true;
        counted = 0;
    }

    /** A loss, with selective acknowledgments: half, and what has left the network is not in the pipe (RFC 6675 section 5, step 4.2). */
    public void lower(int flight, int smss) {
        ssthresh = half(flight, smss);
        cwnd = ssthresh;
        reduced = true;
        counted = 0;
    }

    /** A router has marked what is under way: as for a loss, but nothing is lost (RFC 3168 section 6.1.2). */
    public void reduce(int flight, int smss) {
        ssthresh = half(flight, smss);
        cwnd = Math.max(smss, Math.min(cwnd, ssthresh));
        reduced = true;
        counted = 0;
    }

    /** Whether the acknowledgment that counts now tells of congestion: the window does not grow by it (RFC 3168 section 6.1.2). */
    @Keeps("RFC3168/NO-GROWTH")
    public void echoed(boolean congestion) {
        echoed = congestion;
    }

    /** Whether the peer does not know yet that the window was reduced; it is told once (RFC 3168 section 6.1.2). */
    boolean tellsOfReduction() {
        boolean tells = reduced;
        reduced = false;
        return tells;
    }

    /** One more segment has left the network (RFC 5681 section 3.2, step 4). */
    @Keeps("RFC5681/WHILE-REPAIRING")
    public void inflate(int smss) {
        cwnd += smss;
    }

    /** A partial acknowledgment: less by what it covers, more by the segment that is sent again (RFC 6582 section 3.2, step 3). */
    @Keeps("RFC5681/WHILE-REPAIRING")
    public void deflate(int octets, int smss) {
        cwnd = Math.max(smss, cwnd - octets + (octets >= smss ? smss : 0));
    }

    /** Everything is repaired; no burst may follow (RFC 6582 section 3.2, step 3, option 1). */
    @Keeps("RFC5681/RECOVERY")
    public void leaveRecovery(int flight, int smss) {
        cwnd = Math.min(ssthresh, (long) Math.max(flight, smss) + smss);
    }

    private static long half(int flight, int smss) {
        return Math.max(flight / 2, 2L * smss);
    }
}
