package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import java.time.Duration;

/** How many challenge ACKs a connection sends (RFC 5961 section 7): a timestamp and a counter, no timer. */
public class ChallengeAcks {
    /** As in the RFC's example. */
    private static final int MOST = 10;

    private static final Duration SPAN = Duration.ofSeconds(5);

    private Duration since = Duration.ZERO;
    private int sent;

    /** Whether one more may leave now; then it counts. */
    @Keeps("RFC5961/THROTTLE")
    public boolean maySend(Duration now) {
        if (now.minus(since).compareTo(SPAN) >= 0) {
            since = now;
            sent = 0;
        }
        sent++;
        return sent <= MOST;
    }
}
