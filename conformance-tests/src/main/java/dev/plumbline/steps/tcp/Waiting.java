package dev.plumbline.steps.tcp;

import dev.plumbline.trial.Trial;
import java.util.function.BiConsumer;

/** At which of its host's addresses an application waits for connections (RFC 9293 section 3.9.1.1). */
public enum Waiting {
    /** It has named one. */
    ONE("one of them", Doors::openOne),
    /** There are several applications, each of which has named another. */
    EACH("each of them", Doors::openEach),
    /** It has named none. */
    ALL("all of them", Doors::openAll);

    /** All of them, as a feature writes them. */
    static final String WORDS = "one of them|each of them|all of them";

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a method without a memory
    private final BiConsumer<Doors, Trial> opening;

    Waiting(String words, BiConsumer<Doors, Trial> opening) {
        this.words = words;
        this.opening = opening;
    }

    void begin(Trial t) {
        opening.accept(Doors.of(t), t);
    }

    @Override
    public String toString() {
        return words;
    }
}
