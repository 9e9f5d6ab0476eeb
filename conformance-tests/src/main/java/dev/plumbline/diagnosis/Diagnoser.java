package dev.plumbline.diagnosis;

import java.util.Optional;

/** One well-known mistake. */
interface Diagnoser {
    /**
     * The mistake in words, if it makes exactly this difference: never of two values that are equal, and never because it would
     * make something like it.
     */
    Optional<String> explain(Difference difference, Facts facts);

    /** What it is called. */
    String name();

    /** The words if the mistake fits. */
    static Optional<String> when(boolean fits, String words) {
        return fits ? Optional.of(words) : Optional.empty();
    }
}
