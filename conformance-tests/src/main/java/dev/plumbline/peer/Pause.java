package dev.plumbline.peer;

import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Patience;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets time pass.
 *
 * @param howLong in virtual time; in real time a moment stands for it
 */
public record Pause(Duration howLong) implements Expectation {
    @Override
    public Duration limit(Patience patience) {
        return patience.silence(howLong);
    }

    @Override
    public boolean isSettled() {
        return false;
    }

    @Override
    public Optional<Finding> finding() {
        return Optional.empty();
    }
}
