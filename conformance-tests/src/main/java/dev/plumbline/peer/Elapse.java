package dev.plumbline.peer;

import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Patience;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets time pass, all of it where time is real too; where a moment may stand for it, {@link Pause} is the better choice.
 *
 * @param howLong zero or more
 */
public record Elapse(Duration howLong) implements Expectation {
    @Override
    public Duration limit(Patience patience) {
        return howLong;
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
