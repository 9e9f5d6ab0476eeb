package dev.plumbline.testbed;

import dev.plumbline.spi.TimeBase;
import dev.plumbline.spi.Timer;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A clock and what is to happen when. Events at the same time happen in the order in which they were asked for.
 *
 * <p>All methods but {@link #execute} belong to the one thread that calls {@link #runUntil}.
 */
public interface Timeline {
    /** The time since the timeline began, zero or more, to the nanosecond. */
    Duration now();

    /**
     * Runs {@code action} once, {@code delay} from now.
     *
     * @param delay zero or more
     * @throws IllegalArgumentException if it is negative
     */
    Timer after(Duration delay, Runnable action);

    /** Runs {@code action} as soon as may be; may be called from any thread. */
    void execute(Runnable action);

    /**
     * Runs events until {@code done} holds, which is asked before the first event and after each, or until {@code limit} from
     * now has passed; events exactly at the limit still happen. In virtual time the clock then stands exactly at the limit.
     *
     * @return whether {@code done} holds
     * @throws Livelock if virtual time stops because events at one instant never end
     * @throws IllegalStateException if called by an event
     */
    boolean runUntil(BooleanSupplier done, Duration limit);

    /** Whose time it is. */
    TimeBase base();

    /** How many events have run so far. */
    long eventsRun();

    /**
     * How often something happened so long after it was due that a stack in real time may have lost its patience meanwhile; never
     * in virtual time.
     */
    default long delays() {
        return 0;
    }
}
