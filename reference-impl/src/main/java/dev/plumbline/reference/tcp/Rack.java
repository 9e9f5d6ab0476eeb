package dev.plumbline.reference.tcp;

import dev.plumbline.tcp.SeqNumber;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RACK, recent acknowledgment (RFC 8985 section 6): a segment is lost if one that was sent later has arrived, and there was time
 * enough for it to arrive as well. That finds lost retransmissions too.
 */
public class Rack {
    /** For how long the shortest round trip counts, or a route that has become longer would never be believed. */
    private static final Duration MEMORY = Duration.ofMinutes(5);

    private final ReorderingWindow reordering;
    private @Nullable Duration shortest;
    private Duration shortestAt = Duration.ZERO;
    private Duration roundTrip = Duration.ZERO;

    /** When that was sent which was sent last of all that was delivered. */
    private @Nullable Duration sentAt;

    private SeqNumber end = SeqNumber.ZERO;

    /** One that has seen nothing yet. */
    public Rack(ReorderingWindow reordering) {
        this.reordering = reordering;
    }

    /** How much disorder the network is given credit for. */
    ReorderingWindow reordering() {
        return reordering;
    }

    /** These segments were delivered, in the order of their numbers (RFC 8985 section 6.2, steps 1 to 3). */
    void delivered(List<SentSegment> segments, Duration now) {
        segments.forEach(segment -> delivered(segment, now));
        reordering.delivered(segments);
    }

    private void delivered(SentSegment segment, Duration now) {
        Duration took = now.minus(segment.sentAt);
        if (!segment.retransmitted) {
            measured(took, now);
        } else if (shortest == null || took.compareTo(shortest) < 0) {
            // It must have been the first one that arrived, not the one that was sent just now.
            return;
        }
        roundTrip = took;
        if (sentAt == null || segment.isSentAfter(sentAt, end)) {
            sentAt = segment.sentAt;
            end = segment.end;
        }
    }

    /** RACK.min_RTT (RFC 8985 section 6.2, step 1): a segment that was sent once was acknowledged after {@code took}. */
    void measured(Duration took, Duration now) {
        boolean old = now.minus(shortestAt).compareTo(MEMORY) > 0;
        if (shortest == null || old || took.compareTo(shortest) <= 0) {
            shortest = took;
            shortestAt = now;
        }
    }

    /**
     * What was found.
     *
     * @param any whether anything is lost of which that was not known
     * @param retransmission whether something is lost that was sent again already
     * @param doubt how long it takes until more can be said, zero if there is nothing in doubt
     */
    record Finding(boolean any, boolean retransmission, Duration doubt) {}

    /** Marks what is lost (RFC 8985 section 6.2, step 5). */
    Finding detectLosses(Tcb tcb, Duration now) {
        boolean any = false;
        boolean retransmission = false;
        Duration wait = Duration.ZERO;
        for (SentSegment segment : tcb.scoreboard.missing()) {
            if (segment.lost || sentAt == null || segment.isSentAfter(sentAt, end) || segment.end.equals(end)) {
                continue;
            }
            Duration remaining = remaining(tcb, segment, now);
            if (isOver(remaining)) {
                any = true;
                retransmission |= segment.retransmitted;
                segment.lost = true;
            } else if (remaining.compareTo(wait) > 0) {
                wait = remaining;
            }
        }
        return new Finding(any, retransmission, wait);
    }

    /** The retransmission timer ran out: the oldest is lost, and the others if they had time enough (RFC 8985 section 6.3). */
    void timedOut(Tcb tcb, Duration now) {
        tcb.scoreboard.forgetSacks();
        for (SentSegment segment : tcb.scoreboard.missing()) {
            segment.lost |= segment.seq.equals(tcb.sndUna) || isOver(remaining(tcb, segment, now));
        }
    }

    private Duration remaining(Tcb tcb, SentSegment segment, Duration now) {
        Duration least = shortest == null ? Duration.ZERO : shortest;
        Duration window = reordering.size(tcb, least, tcb.rto.smoothed().orElse(least));
        return segment.sentAt.plus(roundTrip).plus(window).minus(now);
    }

    private static boolean isOver(Duration remaining) {
        return remaining.isZero() || remaining.isNegative();
    }
}
