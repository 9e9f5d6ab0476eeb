package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Elapse;
import dev.plumbline.peer.Pause;
import dev.plumbline.trial.Expectation;
import java.time.Duration;

/** How long nothing happens. */
public enum Spell {
    /** Where time is real, a moment stands for it: what can go wrong goes wrong in it, or never. */
    A_LONG_TIME("a long time", Duration.ofHours(1), true),
    /** Long enough for a few probes. */
    A_WHILE("a while", Duration.ofSeconds(10), true),
    /** Less than twice any segment's lifetime (RFC 9293 section 3.4.2 takes it to be two minutes, and lets others choose). */
    TEN_SECONDS("ten seconds", Duration.ofSeconds(10), false),
    /** Less than a timeout (RFC 6298 section 2, rule (2.4)). */
    HALF_A_SECOND("half a second", Duration.ofMillis(500), false),
    /** The least timeout (RFC 6298 section 2, rule (2.4)). */
    ONE_SECOND("one second", Duration.ofSeconds(1), false),
    /** The timeout after a lost SYN (RFC 6298 section 5, rule (5.7)). */
    THREE_SECONDS("three seconds", Duration.ofSeconds(3), false),
    /** R2 for data (RFC 9293 section 3.8.3, SHLD-11). */
    A_HUNDRED_SECONDS("a hundred seconds", Duration.ofSeconds(100), true),
    /** R2 for a SYN (RFC 9293 section 3.8.3, MUST-23). */
    THREE_MINUTES("three minutes", Duration.ofMinutes(3), true),
    /** A clock that ticks once a millisecond has run through more than half of its numbers (RFC 7323 section 5.5). */
    TWENTY_SIX_DAYS("twenty-six days", Duration.ofDays(26), false);

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "a long time|a while|ten seconds|half a second|one second|three seconds|a hundred seconds|three minutes|twenty-six days";

    private final String words;

    private final Duration howLong;
    private final boolean brief;

    /** {@code brief}: where time is real, a moment stands for it. */
    Spell(String words, Duration howLong, boolean brief) {
        this.words = words;
        this.howLong = howLong;
        this.brief = brief;
    }

    Duration howLong() {
        return howLong;
    }

    /** Waits until it is over. */
    Expectation passing() {
        return brief ? new Pause(howLong) : new Elapse(howLong);
    }

    @Override
    public String toString() {
        return words;
    }
}
