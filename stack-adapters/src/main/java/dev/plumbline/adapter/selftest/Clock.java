package dev.plumbline.adapter.selftest;

import dev.plumbline.spi.Timer;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/** Virtual time for a few hosts: it moves from event to event. */
final class Clock {
    private static final long FOREVER = Long.MAX_VALUE / 4;

    private final Queue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private long now;
    private long number;

    private record Event(long at, long number, Runnable action) {}

    Duration now() {
        return Duration.ofNanos(now);
    }

    Timer after(long nanos, Runnable action) {
        Event event = new Event(now + Math.min(nanos, FOREVER), ++number, action);
        events.add(event);
        return () -> events.remove(event);
    }

    /** Goes on until then, or there is nothing left to do within the limit; at most so many events. */
    boolean run(BooleanSupplier until, Duration limit, int most) {
        long end = now + limit.toNanos();
        for (int i = 0; i < most && !until.getAsBoolean(); i++) {
            Event next = events.peek();
            if (next == null || next.at() > end) {
                return false;
            }
            events.remove();
            now = next.at();
            next.action().run();
        }
        return until.getAsBoolean();
    }
}
