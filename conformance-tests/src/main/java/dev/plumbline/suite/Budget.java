package dev.plumbline.suite;

import dev.plumbline.results.ScenarioResult;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * How long a run may take. A stack that keeps to every limit of a turn, and uses each to the full, would keep a run from ever
 * ending; so what is not judged when the time is over is not judged, and is told as that.
 */
final class Budget {
    /** It is said how much is left when it is less than this part. */
    private static final int LITTLE = 5;

    private final Duration all;
    private final LongSupplier clock;
    private final long nanos;
    private final long began;
    private final AtomicBoolean told = new AtomicBoolean();

    /** Begins now. */
    Budget(Duration all, LongSupplier clock) {
        this.all = all;
        this.nanos = all.toNanos();
        this.clock = clock;
        this.began = clock.getAsLong();
    }

    boolean isOver() {
        return clock.getAsLong() - began > nanos; // asked after every event
    }

    /**
     * To be asked again and again by whoever goes on.
     *
     * @throws FindingError if there is no time left; it says nothing about the stack
     */
    void require() {
        if (isOver()) {
            throw new FindingError(Finding.unreached(
                    sentence(),
                    "that the stack lets a run end in time",
                    "the scenario was not judged, or not to its end"));
        }
    }

    /** Why a scenario has no verdict. */
    String sentence() {
        return ScenarioResult.BUDGET + " of " + words(all) + " is used up";
    }

    /** Tells once, when little is left. */
    void tell(RunListener listener) {
        Duration left = left();
        if (left.multipliedBy(LITTLE).compareTo(all) < 0 && told.compareAndSet(false, true)) {
            listener.runsShort(
                    left.isNegative()
                            ? sentence()
                            : words(left) + " of the run's budget of " + words(all) + " are left");
        }
    }

    private Duration left() {
        return all.minusNanos(clock.getAsLong() - began);
    }

    private static String words(Duration time) {
        return time.compareTo(Duration.ofMinutes(3)) > 0
                ? time.toMinutes() + " min"
                : Math.max(1, time.toSeconds()) + " s";
    }
}
