package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Elapse;
import dev.plumbline.peer.Pause;
import dev.plumbline.trial.Expectation;
import java.time.Duration;

/** How long nothing happens. */
public enum Spell {
    /** Where time is real, a moment stands for it: what can go wrong goes wrong in it, or never. */
    A_LONG_TIME("a long time", new Pause(Duration.ofHours(1))),
    /** Longer than the pieces of a datagram are kept: 60 to 120 seconds (RFC 1122 section 3.3.2). */
    THREE_MINUTES("three minutes", new Pause(Duration.ofMinutes(3))),
    /** Less than twice any segment's lifetime (RFC 9293 section 3.4.2 takes it to be two minutes, and lets others choose). */
    TEN_SECONDS("ten seconds", new Elapse(Duration.ofSeconds(10)));

    /** All of them, as a feature writes them. */
    static final String WORDS = "a long time|three minutes|ten seconds";

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a record without a memory
    private final Expectation passing;

    Spell(String words, Expectation passing) {
        this.words = words;
        this.passing = passing;
    }

    /** Waits until it is over. */
    Expectation passing() {
        return passing;
    }

    @Override
    public String toString() {
        return words;
    }
}
