package dev.plumbline.peer;

import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Patience;
import java.time.Duration;
import java.util.Optional;

/**
 * Says whom an expectation is about, where a scenario has several of a kind.
 *
 * @param who in words, for the headline
 * @param expectation what is expected of them
 */
public record About(String who, Expectation expectation) implements Expectation {
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
        return expectation.finding().map(f -> f.headed(who + ": " + f.headline()));
    }
}
