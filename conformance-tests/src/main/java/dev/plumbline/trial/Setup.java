package dev.plumbline.trial;

import dev.plumbline.spi.TimeBase;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a scenario's trials start from.
 *
 * @param scenario the scenario's key, as it stands in replay tokens
 * @param seed the run's seed
 * @param tries the run's number of trials; edge cases depend on it
 * @param together how many of them are there at once in virtual time, 1 or more
 * @param quantified whether the scenario says "any": without it one trial says all
 * @param patience how long to wait, by whose time the stack lives in
 * @param worlds makes the world of a trial
 * @param threads where the stacks are played
 * @param replay the one world to make again, if this is a replay
 * @param known whether it is known that this is found: such a world speaks for the scenario only if no other one has failed
 * @param shrinks whether the smallest world is looked for that fails as the first one does; asked last, and once
 * @param bookmark remembers which step is at work; what it gives goes back there
 * @param explain turns a failure into the message of the step
 */
public record Setup(
        String scenario,
        long seed,
        int tries,
        int together,
        boolean quantified,
        Patience patience,
        WorldMaker worlds,
        Threads threads,
        Optional<ReplayToken> replay,
        Predicate<Finding> known,
        BooleanSupplier shrinks,
        Supplier<Runnable> bookmark,
        Function<TrialFailure, String> explain) {
    /** As many as a run has if it is not told otherwise. */
    private static final int TOGETHER = 25;
    /** Where each has hundreds of connections, with all their buffers, in the memory that a stack is given. */
    private static final int TOGETHER_IF_CROWDED = 3;

    /** How many worlds of a scenario are there at once. */
    public static int together(boolean crowded) {
        return crowded ? TOGETHER_IF_CROWDED : TOGETHER;
    }

    /** Whose time the stack lives in. */
    TimeBase time() {
        return patience.time();
    }

    /** Makes worlds. */
    @FunctionalInterface
    public interface WorldMaker {
        /**
         * A fresh world, nothing booted yet.
         *
         * @param trial the trial's number, from 0
         * @param seed decides everything random in it
         */
        World make(int trial, long seed);
    }
}
