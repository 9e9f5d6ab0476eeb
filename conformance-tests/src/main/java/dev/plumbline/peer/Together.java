package dev.plumbline.peer;

import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Waits for several things at the same time.
 *
 * @param all what is expected; the first of them that is not met is told
 */
public record Together(List<? extends Expectation> all) implements Expectation {
    @Override
    public Duration limit(Patience patience) {
        return all.stream().map(e -> e.limit(patience)).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    @Override
    public boolean isSettled() {
        return all.stream().allMatch(Expectation::isSettled);
    }

    @Override
    public Optional<Finding> finding() {
        return all.stream().flatMap(e -> e.finding().stream()).findFirst();
    }
}
