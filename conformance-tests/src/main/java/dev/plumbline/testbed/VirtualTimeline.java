package dev.plumbline.testbed;

import dev.plumbline.spi.TimeBase;
import dev.plumbline.spi.Timer;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/** Time that passes only from event to event, so an hour of waiting costs what happens in it. */
public final class VirtualTimeline implements Timeline {
    private static final int DEFAULT_CAP = 100_000;

    private final EventQueue queue = new EventQueue();
    private final Queue<Runnable> handedIn = new ConcurrentLinkedQueue<>();
    private final int cap;
    private Duration now = Duration.ZERO;
    private long nanos;
    private long eventsRun;
    private boolean running;

    /** Starts at zero. */
    public VirtualTimeline() {
        this(DEFAULT_CAP);
    }

    /**
     * Starts at zero.
     *
     * @param cap how many events may happen at one instant before it is a {@link Livelock}, 1 or more
     */
    public VirtualTimeline(int cap) {
        this.cap = cap;
    }

    @Override
    public Duration now() {
        return now;
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        return queue.add(nanos + Seconds.nanos(delay), action);
    }

    @Override
    public void execute(Runnable action) {
        handedIn.add(action);
    }

    @Override
    public boolean runUntil(BooleanSupplier done, Duration limit) {
        if (running) {
            throw new IllegalStateException("an event must not run the timeline that runs it");
        }
        running = true;
        try {
            return run(done, nanos + Seconds.nanos(limit));
        } finally {
            running = false;
        }
    }

    @Override
    public TimeBase base() {
        return TimeBase.VIRTUAL;
    }

    @Override
    public long eventsRun() {
        return eventsRun;
    }

    private boolean run(BooleanSupplier done, long end) {
        int atOnce = 0;
        while (!done.getAsBoolean()) {
            admitHandedIn();
            if (queue.isEmpty() || queue.nextTime() > end) {
                moveTo(end);
                return false;
            }
            if (queue.nextTime() > nanos) {
                moveTo(queue.nextTime());
                atOnce = 0;
            }
            if (++atOnce > cap) {
                throw Livelock.ofEvents(cap, now);
            }
            eventsRun++;
            queue.poll().run();
        }
        return true;
    }

    /** Only what is there now: who hands in faster than it is taken must not keep time from passing. */
    private void admitHandedIn() {
        for (int left = handedIn.size(); left > 0; left--) {
            queue.add(nanos, handedIn.remove());
        }
    }

    private void moveTo(long time) {
        nanos = time;
        now = Duration.ofNanos(time);
    }
}
