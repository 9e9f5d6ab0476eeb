package dev.plumbline.reference.kit;

import dev.plumbline.spi.Timer;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** Time that passes only when a test says so: it jumps from one thing that is due to the next. */
public final class World {
    private static final int MANY = 2_000_000;

    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private Duration now = Duration.ZERO;
    private long order;

    private record Due(Duration at, long order, Runnable action) {}

    /** The time. */
    public Duration now() {
        return now;
    }

    /** Runs {@code action} after {@code delay}. */
    public Timer after(Duration delay, Runnable action) {
        Due due = new Due(now.plus(delay), order++, action);
        queue.add(due);
        return () -> queue.remove(due);
    }

    /** Does what is due next; returns whether there was anything. */
    public boolean step() {
        Due due = queue.poll();
        if (due == null) {
            return false;
        }
        now = due.at();
        due.action().run();
        return true;
    }

    /** Lets {@code duration} pass. */
    public void pass(Duration duration) {
        Duration end = now.plus(duration);
        for (int i = 0; i < MANY && !queue.isEmpty() && queue.peek().at().compareTo(end) <= 0; i++) {
            step();
        }
        if (!queue.isEmpty() && queue.peek().at().compareTo(end) <= 0) {
            throw new AssertionError("time stands still at " + now);
        }
        now = end;
    }

    /** Lets time pass until {@code condition} holds, but no longer than {@code limit}; returns whether it holds. */
    public boolean passUntil(BooleanSupplier condition, Duration limit) {
        Duration end = now.plus(limit);
        for (int i = 0; i < MANY && !condition.getAsBoolean(); i++) {
            if (queue.isEmpty() || queue.peek().at().compareTo(end) > 0) {
                return false;
            }
            step();
        }
        return condition.getAsBoolean();
    }
}
