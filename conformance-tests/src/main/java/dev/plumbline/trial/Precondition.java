package dev.plumbline.trial;

import java.time.Duration;
import java.util.Optional;

/** What must come before a scenario can judge anything: if it does not, nothing was judged. */
record Precondition(Expectation expectation) implements Expectation {
    @Override
    public Duration limit(Patience patience) {
        return expectation.limit(patience.forScene());
    }

    @Override
    public boolean isSettled() {
        return expectation.isSettled();
    }

    @Override
    public Optional<Finding> finding() {
        return expectation.finding().map(Finding::ofPrecondition);
    }
}
