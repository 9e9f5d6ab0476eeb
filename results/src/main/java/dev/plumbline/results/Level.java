package dev.plumbline.results;

import java.util.Locale;

/** How binding a requirement is (RFC 2119 section 1 to 5), and what breaking it is called. */
public enum Level {
    /** A sentence of the course. */
    LESSON(Verdict.FAIL),
    /** An absolute requirement of an RFC. */
    MUST(Verdict.FAIL),
    /** Good reasons may speak against it. */
    SHOULD(Verdict.DEVIATES),
    /** An option. */
    MAY(Verdict.NOT_DONE);

    private final Verdict whenViolated;

    Level(Verdict whenViolated) {
        this.whenViolated = whenViolated;
    }

    /** The verdict on a requirement of this level that a stack does not keep. */
    public Verdict whenViolated() {
        return whenViolated;
    }

    /** As the reader knows it: the RFCs write theirs in capitals. */
    public String word() {
        return this == LESSON ? name().toLowerCase(Locale.ROOT) : name();
    }
}
