package dev.plumbline.trial;

import dev.plumbline.spi.TimeBase;
import java.time.Duration;

/** How long scenarios wait. In virtual time a wait costs nothing; in real time only what has to be waited for is. */
public final class Waits {
    /** For an answer that a stack gives at once. */
    public static final Duration ANSWER = Duration.ofSeconds(3);
    /** For what may need retransmissions, up to a stack's giving up; for that there is a least time only (RFC 9293 section 3.8.3). */
    public static final Duration GIVING_UP = Duration.ofHours(2);
    /** For what is under way. */
    public static final Duration MOMENT = Duration.ofMillis(100);
    /** For something that must not come. */
    public static final Duration SILENCE = Duration.ofSeconds(3);

    private static final Duration REAL_LONGEST = Duration.ofMinutes(20);
    private static final Duration BUSY_MACHINE = Duration.ofSeconds(20);
    private static final Duration REAL_SILENCE = Duration.ofMillis(250);

    private Waits() {}

    /** The limit for something that will come: in real time never shorter than a busy machine may need, nor endless. */
    public static Duration arrival(Duration limit, TimeBase time) {
        if (time == TimeBase.VIRTUAL) {
            return limit;
        }
        Duration atLeast = limit.compareTo(BUSY_MACHINE) < 0 ? BUSY_MACHINE : limit;
        return atLeast.compareTo(REAL_LONGEST) > 0 ? REAL_LONGEST : atLeast;
    }

    /** How long to watch that nothing comes: in real time a moment, since only a false alarm would be a lie. */
    public static Duration silence(Duration limit, TimeBase time) {
        return time == TimeBase.REAL && limit.compareTo(REAL_SILENCE) > 0 ? REAL_SILENCE : limit;
    }
}
