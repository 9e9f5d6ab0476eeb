package dev.plumbline.trial;

import java.time.Duration;

/** How long scenarios wait. {@link Patience} makes of it what time allows. */
public final class Waits {
    /** For an answer that a stack gives at once. */
    public static final Duration ANSWER = Duration.ofSeconds(3);
    /** For what may need retransmissions, up to a stack's giving up; for that there is a least time only (RFC 9293 section 3.8.3). */
    public static final Duration GIVING_UP = Duration.ofHours(2);
    /** For what is under way. */
    public static final Duration MOMENT = Duration.ofMillis(100);
    /** For something that must not come. */
    public static final Duration SILENCE = Duration.ofSeconds(3);

    private Waits() {}
}
