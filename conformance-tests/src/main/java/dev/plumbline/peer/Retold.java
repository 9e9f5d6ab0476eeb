package dev.plumbline.peer;

import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An expectation of which it is known better what it means when it is not met.
 *
 * @param expectation what is expected
 * @param otherwise what is made of its finding
 */
public record Retold(Expectation expectation, UnaryOperator<Finding> otherwise) implements Expectation {
    /** Says whom it is about, where a scenario has several of a kind. */
    public static Retold about(String who, Expectation expectation) {
        return new Retold(expectation, finding -> finding.headed(who + ": " + finding.headline()));
    }

    @Override
    public Duration limit(Patience patience) {
        return expectation.limit(patience);
    }

    @Override
    public boolean isSettled() {
        return expectation.isSettled();
    }

    @Override
    public Optional<Finding> finding() {
        return expectation.finding().map(otherwise);
    }
}
