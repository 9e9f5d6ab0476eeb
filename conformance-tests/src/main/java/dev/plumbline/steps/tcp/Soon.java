package dev.plumbline.steps.tcp;

import java.time.Duration;

/** How soon something must come. */
public enum Soon {
    /** RFC 9293 section 3.8.6.3, MUST-40, and the way there and back. */
    WITHIN_HALF_A_SECOND("within half a second", Duration.ofMillis(500 + 10)),
    /** Less than any retransmission timeout (RFC 6298 section 2, rule (2.4)). */
    BEFORE_A_TIMEOUT("before a timeout could tell it", Duration.ofMillis(900)),
    /** Sooner than an acknowledgment that waits for company; a host may take its time to send one. */
    AT_ONCE("at once", Duration.ofMillis(190)),
    /** It has come already. */
    MEANWHILE("meanwhile", Duration.ZERO);

    /** All of them, as a feature writes them. */
    static final String WORDS = "within half a second|before a timeout could tell it|at once|meanwhile";

    private final String words;
    private final Duration limit;

    Soon(String words, Duration limit) {
        this.words = words;
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }

    @Override
    public String toString() {
        return words;
    }
}
