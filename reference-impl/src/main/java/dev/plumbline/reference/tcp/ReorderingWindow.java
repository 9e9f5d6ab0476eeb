package dev.plumbline.reference.tcp;

import dev.plumbline.tcp.SeqNumber;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a segment may come after one that was sent later before it is taken for lost (RFC 8985 section 6.2, steps 3 and 4): no
 * time at all while the network keeps the order, then a part of the round trip that grows with each segment sent again in vain.
 */
public class ReorderingWindow {
    /** DupThresh: after so many segments, a network that keeps the order has lost one (RFC 8985 section 6.2, step 4). */
    protected static final int THRESHOLD = 3;

    /** For how many recoveries a larger window stays (RFC 8985 section 6.2, step 4). */
    protected static final int PERSISTENCE = 16;

    private @Nullable SeqNumber furthest;
    private boolean reorderingSeen;
    private int quarters = 1;
    private int persistence;

    private @Nullable SeqNumber roundOfDuplicate;

    /** These segments were delivered, in the order of their numbers (RFC 8985 section 6.2, step 3). */
    void delivered(List<SentSegment> segments) {
        for (SentSegment segment : segments) {
            if (furthest == null || segment.end.isAfter(furthest)) {
                furthest = segment.end;
            } else if (segment.end.isBefore(furthest) && !segment.retransmitted) {
                reorderingSeen = true;
            }
        }
    }

    /** The peer got something twice: once in each round trip that makes the window larger (RFC 8985 section 6.2, step 4). */
    void duplicateArrived(Tcb tcb) {
        if (roundOfDuplicate == null) {
            roundOfDuplicate = tcb.sndNxt;
            quarters++;
            persistence = PERSISTENCE;
        }
    }

    /** SND.UNA has moved. */
    void acknowledged(SeqNumber una) {
        if (roundOfDuplicate != null && una.isAtOrAfter(roundOfDuplicate)) {
            roundOfDuplicate = null;
        }
    }

    /** A recovery is over (RFC 8985 section 6.2, step 4). */
    void recovered() {
        persistence--;
        if (persistence <= 0) {
            quarters = 1;
        }
    }

    /**
     * RACK.reo_wnd (RFC 8985 section 6.2, step 4).
     *
     * @param roundTrip the shortest round trip
     * @param most the smoothed round trip
     */
    Duration size(Tcb tcb, Duration roundTrip, Duration most) {
        boolean lossIsClear = tcb.selective.isRecovering() || tcb.scoreboard.sacked() >= THRESHOLD;
        if (!reorderingSeen && lossIsClear) {
            return Duration.ZERO;
        }
        Duration size = roundTrip.multipliedBy(quarters).dividedBy(4);
        return size.compareTo(most) > 0 ? most : size;
    }
}
