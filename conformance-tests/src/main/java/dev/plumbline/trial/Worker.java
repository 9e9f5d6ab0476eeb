package dev.plumbline.trial;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;

/**
 * The thread on which one scenario's stacks run, so that a stack that never comes back from a call cannot stop the suite: it
 * is left behind on its thread, and the run goes on.
 */
final class Worker implements AutoCloseable {
    /**
     * Far beyond any honest call; a trial is at work for microseconds in virtual time. Longer than a program is waited for that a
     * busy machine does not let run.
     */
    private static final long PATIENCE_SECONDS = 90;
    /** Of the thread's own processor time, in virtual time, where there is nothing to wait for: no busy machine is blamed on it. */
    private static final long MOST_PROCESSOR_SECONDS = 10;

    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** After more than so many at once all of the machine has stood still, or this process: that is nobody's fault. */
    private static final int LATE = 3;

    private final long patienceSeconds;
    private final long mostProcessorSeconds;
    private final Threads threads;
    private final Threads.Hand hand;
    private final boolean realTime;
    private boolean stuck;

    Worker(Threads threads, boolean realTime) {
        this(threads, realTime, Long.getLong("plumbline.patience", PATIENCE_SECONDS), MOST_PROCESSOR_SECONDS);
    }

    /** With a patience of one's choice, in seconds. */
    Worker(Threads threads, boolean realTime, long patienceSeconds, long mostProcessorSeconds) {
        this.threads = threads;
        this.hand = threads.take();
        this.realTime = realTime;
        this.patienceSeconds = patienceSeconds;
        this.mostProcessorSeconds = Math.min(patienceSeconds, mostProcessorSeconds);
    }

    /**
     * Runs {@code task} and waits for it, as long as {@code progress} keeps changing. After it got stuck once, it runs nothing
     * any more.
     *
     * @return a finding if it got stuck
     */
    Optional<Finding> run(IntSupplier progress, Runnable task) {
        if (stuck) {
            return Optional.of(stuck(patienceSeconds));
        }
        Future<?> future = hand.executor().submit(task);
        Patience patience = new Patience(progress);
        while (true) {
            try {
                future.get(TICK_NANOS, TimeUnit.NANOSECONDS);
                return Optional.empty();
            } catch (TimeoutException e) {
                Optional<Finding> over = patience.look();
                if (over.isPresent()) {
                    stuck = true;
                    return over;
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the run was interrupted", e);
            }
        }
    }

    /** How long a task is waited for; what it gets done counts, and so does only the time in which this process was able to run. */
    private final class Patience {
        private final IntSupplier progress;
        private int before;
        private long last = System.nanoTime();
        private long left = TimeUnit.SECONDS.toNanos(patienceSeconds);
        private long usedBefore = -1;
        private boolean suspected;

        Patience(IntSupplier progress) {
            this.progress = progress;
            this.before = progress.getAsInt();
        }

        /** Looks at the task after a tick; a finding if it is stuck. */
        Optional<Finding> look() {
            long now = System.nanoTime();
            left -= now - last > LATE * TICK_NANOS ? 0 : now - last;
            last = now;
            return realTime ? inRealTime() : inVirtualTime();
        }

        private Optional<Finding> inVirtualTime() {
            int at = progress.getAsInt();
            long used = ManagementFactory.getThreadMXBean()
                    .getThreadCpuTime(hand.thread().getId());
            if (at != before || usedBefore < 0) {
                before = at;
                left = TimeUnit.SECONDS.toNanos(patienceSeconds);
                usedBefore = used;
            }
            if (used - usedBefore >= TimeUnit.SECONDS.toNanos(mostProcessorSeconds)) {
                return Optional.of(stuck(mostProcessorSeconds));
            }
            return left <= 0 ? Optional.of(stuck(patienceSeconds)) : Optional.empty();
        }

        /** Who waits for real time runs for a moment, too, and may be seen in it, but not twice in a row. */
        private Optional<Finding> inRealTime() {
            if (left > 0) {
                return Optional.empty();
            }
            int at = progress.getAsInt();
            boolean still = at == before && isRunning();
            boolean over = still && suspected;
            suspected = still;
            before = at;
            left = TimeUnit.SECONDS.toNanos(patienceSeconds);
            return over ? Optional.of(stuck(patienceSeconds)) : Optional.empty();
        }
    }

    /** A thread that waits for real time to pass is not stuck. */
    private boolean isRunning() {
        Thread.State state = hand.thread().getState();
        return state == Thread.State.RUNNABLE || state == Thread.State.BLOCKED;
    }

    private Finding stuck(long seconds) {
        IllegalStateException where = new IllegalStateException("it was here after " + seconds + " s");
        where.setStackTrace(hand.thread().getStackTrace());
        return Finding.gone(
                "the stack did not come back from a call within " + seconds + " seconds (an endless loop?)",
                Finding.stackTrace(where));
    }

    @Override
    public void close() {
        if (stuck) {
            hand.executor().shutdownNow();
        } else {
            threads.giveBack(hand);
        }
    }
}
