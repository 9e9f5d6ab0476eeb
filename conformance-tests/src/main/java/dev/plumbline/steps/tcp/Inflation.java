package dev.plumbline.steps.tcp;

import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyStream;

/**
 * How far the congestion window may be inflated while losses are repaired of which duplicate acknowledgments tell (RFC 5681 section
 * 3.2, steps 2 to 4; RFC 6582 section 3.2, step 3). Of a sender that waits for a timeout nothing is said.
 */
final class Inflation {
    private static final int THRESHOLD = 3;

    private final Trial trial;
    private final UnderWay way;
    private int duplicates;
    private int flight;
    private int end;
    private int lastMissing;
    private int allowed;
    private boolean repairing;
    private boolean over;

    Inflation(Trial trial) {
        this.trial = trial;
        this.way = UnderWay.atFirst(trial);
    }

    /** The first new segment that makes more under way than that, in words; empty if there is none. */
    String excess() {
        for (Crossing crossing : Crossing.all(trial)) {
            if (!crossing.sent()) {
                hears(crossing.segment());
            } else if (!crossing.segment().payload().isEmpty()) {
                boolean isNew = sends(crossing.segment());
                if (isNew && repairing && !over && way.octets() > allowed) {
                    return way.octets() + " octets under way at "
                            + crossing.at().toMillis() + " ms, when " + allowed + " may have been, "
                            + crossing.words();
                }
            }
        }
        return "";
    }

    /** Returns whether it was never sent before. */
    private boolean sends(TcpSegment segment) {
        int place = EndpointStream.placeOf(trial, segment);
        boolean again = place < end;
        int until = place + segment.payload().length();
        if (until > end) {
            way.sends(segment);
        }
        if (again && !repairing) {
            repairing = true;
            over = duplicates != THRESHOLD;
            lastMissing = end;
            allowed = Math.max(flight / 2, 2 * AnyStream.SEGMENT) + THRESHOLD * AnyStream.SEGMENT;
        }
        end = Math.max(end, until);
        return !again;
    }

    private void hears(TcpSegment segment) {
        int before = way.octets();
        int news = way.hears(segment);
        over |= repairing && way.acknowledged() >= lastMissing;
        if (news > 0) {
            duplicates = 0;
            allowed += (news >= AnyStream.SEGMENT ? AnyStream.SEGMENT : 0) - news;
        } else if (before > 0) {
            duplicates++;
            flight = duplicates == 1 && !repairing ? before : flight;
            allowed += AnyStream.SEGMENT;
        }
    }
}
