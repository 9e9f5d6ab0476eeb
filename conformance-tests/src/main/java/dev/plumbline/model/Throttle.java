package dev.plumbline.model;

import java.time.Duration;
import java.util.Optional;

/**
 * How many challenges a host has to spare (RFC 5961 section 7): how many in which time is its own choice.
 *
 * @param last when there was the last one, if that was not long ago
 * @param times how often there has been one
 */
record Throttle(Optional<Duration> last, int times) {
    /** Nothing has been challenged. */
    static final Throttle OPEN = new Throttle(Optional.empty(), 0);

    /** After one the next may be left out for so long. */
    private static final Duration PAUSE = Duration.ofSeconds(6);
    /** Whoever has challenged so often may be tired of it. */
    private static final int MANY = 20;

    Throttle challengedAt(Duration now) {
        return new Throttle(Optional.of(now), Math.min(MANY, times + 1));
    }

    /** Whether the next challenge may be left out. */
    boolean isShut(Duration now) {
        return times >= MANY || settled(now).last.isPresent();
    }

    /** What was long ago is forgotten. */
    Throttle settled(Duration now) {
        return new Throttle(last.filter(at -> now.minus(at).compareTo(PAUSE) < 0), times);
    }
}
