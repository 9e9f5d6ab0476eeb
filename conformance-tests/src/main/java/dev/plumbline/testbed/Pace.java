package dev.plumbline.testbed;

import java.time.Duration;

/**
 * Notices a stack for which virtual time hardly passes: whose timers are far shorter than any protocol's, and so many that an hour
 * would never end. That is what a delay in the wrong unit looks like, or a clock that stands still. And one that does not come to
 * an end of what it does at one instant.
 */
final class Pace {
    /** Far more than any window of segments, each with its timer. */
    private static final int MOST_AT_ONCE = 20_000;

    private Duration instant = Duration.ZERO;
    private int doneAtOnce;
    private final Span[] spans = {
        new Span(Duration.ofMillis(1), 2_000),
        new Span(Duration.ofSeconds(1), 20_000),
        new Span(Duration.ofMinutes(1), 100_000)
    };

    /** A time from when it is first counted, and how many timers may expire within it: a tick of a millisecond is honest. */
    private static final class Span {
        private final Duration length;
        private final int most;
        private long end = Long.MIN_VALUE;
        private int count;

        Span(Duration length, int most) {
            this.length = length;
            this.most = most;
        }

        boolean isFull(long now) {
            if (now >= end) {
                end = now + length.toNanos();
                count = 0;
            }
            return ++count > most;
        }
    }

    /** A timer has expired. */
    void expired(Duration now) {
        long nanos = now.toNanos();
        for (Span span : spans) {
            if (span.isFull(nanos)) {
                throw Livelock.ofTimers(span.most, span.length);
            }
        }
    }

    /** It has done something that fills the memory: a datagram, a timer, a line of its diary, an event of an application. */
    void did(Duration now) {
        if (!now.equals(instant)) {
            instant = now;
            doneAtOnce = 0;
        }
        if (++doneAtOnce > MOST_AT_ONCE) {
            throw Livelock.ofAStack(MOST_AT_ONCE);
        }
    }
}
