package dev.plumbline.mark;

import dev.plumbline.cause.Cause;
import dev.plumbline.cause.Causes;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Requirement;
import java.util.Optional;

/**
 * What to repair first.
 *
 * @param requirement that it breaks; empty if the catalogue has none
 * @param statement what should hold
 * @param headline what happened instead
 * @param family the same for all who make this mistake
 */
public record FirstCause(String requirement, String statement, String headline, String family) {

    /** Of a run. */
    static Optional<FirstCause> of(Judgement judgement) {
        return Causes.of(judgement).mistakes().stream().findFirst().map(FirstCause::of);
    }

    private static FirstCause of(Cause cause) {
        return new FirstCause(
                cause.rule().map(Requirement::id).orElse(""),
                cause.rule().map(Requirement::statement).orElse(""),
                cause.headline(),
                cause.family());
    }

    @Override
    public String toString() {
        return requirement.isEmpty() ? headline : requirement + ": " + headline;
    }
}
