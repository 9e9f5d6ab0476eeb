package dev.plumbline.trial;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that one trial waits for. The testbed runs events until it is settled or its limit has passed, then asks for the
 * finding.
 */
public interface Expectation {
    /** Of nobody: settled at once, and always well. */
    Expectation NOTHING = new Expectation() {
        @Override
        public Duration limit(Patience patience) {
            return Duration.ZERO;
        }

        @Override
        public boolean isSettled() {
            return true;
        }

        @Override
        public Optional<Finding> finding() {
            return Optional.empty();
        }
    };

    /** How long to wait at most, from now on. */
    Duration limit(Patience patience);

    /** Whether waiting longer cannot change the outcome; asked after every event, so it should be cheap. */
    boolean isSettled();

    /** What is wrong, asked once after the wait; empty if all is well. */
    Optional<Finding> finding();
}
