package dev.plumbline.results;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands for a requirement, or why nothing does. */
public enum Judging {
    /** Scenarios that have its id as a tag. */
    SCENARIOS,
    /** A law of the wire, which watches every scenario. */
    LAW,
    /** Scenarios and a law. */
    BOTH,
    /** Nothing: neither the wire nor the application can tell whether it is kept. */
    NOT_OBSERVABLE,
    /** Nothing: it could be judged, and is not. */
    LEFT_OUT;

    private static final List<Judging> JUDGES = List.of(SCENARIOS, LAW, BOTH);

    /** Those that a row can name as its judge, by the word that it says. */
    public static Optional<Judging> of(String word) {
        return JUDGES.stream().filter(judging -> judging.word().equals(word)).findFirst();
    }

    /** As the catalogue's files say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether scenarios judge it. */
    public boolean byScenarios() {
        return this == SCENARIOS || this == BOTH;
    }

    /** Whether a law judges it. */
    public boolean byLaw() {
        return this == LAW || this == BOTH;
    }
}
