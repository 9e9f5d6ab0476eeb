package dev.plumbline.steps.tcp;

import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyStream;
import java.time.Duration;

/**
 * What is under way while one lost segment is repaired (RFC 5681 section 3.2): before the first duplicate, and when all is acknowledged
 * that had left until it was sent again. Judged is only what leaves then, before anything else is heard: the window has not grown yet.
 */
final class Repair {
    /**
     * A host that takes longer to answer, or answers several acknowledgments together, has more under way than an onlooker at its link
     * sees.
     */
    private static final Duration AT_ONCE = Duration.ofMillis(10);

    private static final int THRESHOLD = 3;

    private final Trial trial;
    private final UnderWay way;
    private int duplicates;
    private Duration third = Duration.ZERO;
    private int flight;
    private int end;
    private int answers;
    private boolean hidden;
    private boolean noticed;
    private boolean repaired;
    private boolean over;

    Repair(Trial trial) {
        this.trial = trial;
        this.way = UnderWay.atFirst(trial);
    }

    /** Whether a segment has octets that may have been in the lost one, or in one that fills up what is left of it. */
    static boolean isOfLost(Trial t, TcpSegment segment) {
        int lost = Talk.of(t).gap().from();
        int from = EndpointStream.placeOf(t, segment);
        return from < lost + 2 * AnyStream.SEGMENT && from + segment.payload().length() > lost - AnyStream.SEGMENT;
    }

    /** The first segment that makes more under way than half of what was, in words; empty if there is none. */
    String excess() {
        for (Crossing crossing : Crossing.all(trial)) {
            if (crossing.sent()) {
                sends(crossing);
                if (repaired && !over && way.octets() > limit()) {
                    return way.octets() + " octets under way at "
                            + crossing.at().toMillis() + " ms, though only " + flight
                            + " were before the first duplicate, " + crossing.words();
                }
            } else {
                hears(crossing);
            }
        }
        return "";
    }

    /** ssthresh, and what congestion avoidance makes of one acknowledgment (RFC 5681 section 3.1, equations 4 and 3). */
    private int limit() {
        int threshold = Math.max(flight / 2, 2 * AnyStream.SEGMENT);
        return threshold + AnyStream.SEGMENT * AnyStream.SEGMENT / threshold;
    }

    private void sends(Crossing crossing) {
        TcpSegment segment = crossing.segment();
        int place = EndpointStream.placeOf(trial, segment);
        boolean again = !segment.payload().isEmpty() && place < end;
        way.sends(segment);
        answers++;
        hidden |= duplicates > 0 && answers > 1;
        if (again && !noticed) {
            noticed = true;
            over = hidden
                    || duplicates != THRESHOLD
                    || crossing.at().minus(third).compareTo(AT_ONCE) > 0;
        }
        end = noticed ? end : Math.max(end, place + segment.payload().length());
    }

    private void hears(Crossing crossing) {
        int before = way.octets();
        boolean news = way.hears(crossing.segment()) > 0;
        answers = 0;
        if (news) {
            hidden = noticed && hidden;
            over |= repaired;
            repaired |= noticed && way.acknowledged() >= end;
            duplicates = 0;
        } else if (before > 0 && !noticed) {
            duplicates++;
            flight = duplicates == 1 ? before : flight;
            third = duplicates == THRESHOLD ? crossing.at() : third;
        }
    }
}
