package dev.plumbline.testbed;

import dev.plumbline.spi.TimeBase;
import dev.plumbline.spi.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** The machine's monotonic clock, for stacks that live in real time; between events the thread waits. */
public final class RealTimeline implements Timeline {
    /** Less than any patience of a stack's that a scenario in real time puts to the test. */
    public static final Duration LATE = Duration.ofSeconds(1);

    private final LongSupplier machine;
    private final long start;
    private final EventQueue queue = new EventQueue();
    private final Queue<HandedIn> handedIn = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private long eventsRun;
    private long delays;
    private boolean running;

    /** What came from another thread, and when. */
    private record HandedIn(long at, Runnable action) {}

    /** Starts at zero, now. */
    public RealTimeline() {
        this(System::nanoTime);
    }

    /** The same by another clock, in nanoseconds. */
    RealTimeline(LongSupplier machine) {
        this.machine = machine;
        this.start = machine.getAsLong();
    }

    @Override
    public Duration now() {
        return Duration.ofNanos(clock());
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        return queue.add(clock() + Seconds.nanos(delay), action);
    }

    @Override
    public void execute(Runnable action) {
        lock.lock();
        try {
            handedIn.add(new HandedIn(clock(), action));
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean runUntil(BooleanSupplier done, Duration limit) {
        if (running) {
            throw new IllegalStateException("an event must not run the timeline that runs it");
        }
        running = true;
        try {
            return run(done, clock() + Seconds.nanos(limit));
        } finally {
            running = false;
        }
    }

    @Override
    public TimeBase base() {
        return TimeBase.REAL;
    }

    @Override
    public long eventsRun() {
        return eventsRun;
    }

    @Override
    public long delays() {
        return delays;
    }

    private boolean run(BooleanSupplier done, long end) {
        while (!done.getAsBoolean()) {
            long next = awaitEvent(end);
            if (next > end) {
                return false;
            }
            eventsRun++;
            notice(next);
            queue.poll().run();
        }
        return true;
    }

    /** Waits until the first event is due, and returns its time; or until {@code end}, and returns a later time. */
    private long awaitEvent(long end) {
        lock.lock();
        try {
            while (true) {
                admitHandedIn(end);
                long next = queue.isEmpty() ? Long.MAX_VALUE : queue.nextTime();
                long wait = Math.min(next, end) - clock();
                if (wait <= 0) {
                    return next;
                }
                work.awaitNanos(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the next event", e);
        } finally {
            lock.unlock();
        }
    }

    /** What was handed in happens now, or at {@code end} if that has just passed: it was there in time. */
    private void admitHandedIn(long end) {
        while (!handedIn.isEmpty()) {
            HandedIn next = handedIn.remove();
            notice(next.at());
            queue.add(Math.min(clock(), end), next.action());
        }
    }

    private void notice(long due) {
        if (clock() - due > LATE.toNanos()) {
            delays++;
        }
    }

    private long clock() {
        return machine.getAsLong() - start;
    }
}
