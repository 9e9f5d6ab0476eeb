package dev.plumbline.trial;

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

    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** After more than so many at once all of the machine has stood still, or this process: that is nobody's fault. */
    private static final int LATE = 3;

    private final long patienceSeconds = Long.getLong("plumbline.patience", PATIENCE_SECONDS);
    private final Threads threads;
    private final Threads.Hand hand;
    private final boolean realTime;
    private boolean stuck;

    Worker(Threads threads, boolean realTime) {
        this.threads = threads;
        this.hand = threads.take();
        this.realTime = realTime;
    }

    /**
     * Runs {@code task} and waits for it, as long as {@code progress} keeps changing. After it got stuck once, it runs nothing
     * any more.
     *
     * @return a finding if it got stuck
     */
    Optional<Finding> run(IntSupplier progress, Runnable task) {
        if (stuck) {
            return Optional.of(stuck());
        }
        Future<?> future = hand.executor().submit(task);
        int before = progress.getAsInt();
        boolean suspected = !realTime;
        while (true) {
            try {
                await(future);
                return Optional.empty();
            } catch (TimeoutException e) {
                int now = progress.getAsInt();
                boolean still = now == before && isRunning();
                if (still && suspected) {
                    stuck = true;
                    return Optional.of(stuck());
                }
                // Who waits for real time runs for a moment, too, and may be seen in it, but not twice in a row.
                suspected = still || !realTime;
                before = now;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the run was interrupted", e);
            }
        }
    }

    /** Gives up after the time of its patience in which this process was able to run. */
    private void await(Future<?> future) throws InterruptedException, ExecutionException, TimeoutException {
        long left = TimeUnit.SECONDS.toNanos(patienceSeconds);
        while (true) {
            long before = System.nanoTime();
            try {
                future.get(TICK_NANOS, TimeUnit.NANOSECONDS);
                return;
            } catch (TimeoutException e) {
                long passed = System.nanoTime() - before;
                left -= passed > LATE * TICK_NANOS ? 0 : passed;
                if (left <= 0) {
                    throw e;
                }
            }
        }
    }

    /** A thread that waits for real time to pass is not stuck. */
    private boolean isRunning() {
        Thread.State state = hand.thread().getState();
        return !realTime || state == Thread.State.RUNNABLE || state == Thread.State.BLOCKED;
    }

    private Finding stuck() {
        IllegalStateException where = new IllegalStateException("it was here after " + patienceSeconds + " s");
        where.setStackTrace(hand.thread().getStackTrace());
        return Finding.crash(
                "the stack did not come back from a call within " + patienceSeconds + " seconds (an endless loop?)",
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
