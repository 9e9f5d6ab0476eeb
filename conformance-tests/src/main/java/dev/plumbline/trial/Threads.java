package dev.plumbline.trial;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads on which the stacks of a run's scenarios are played. Who is done with one leaves it for the next scenario. */
public final class Threads implements AutoCloseable {
    private final Deque<Hand> idle = new ConcurrentLinkedDeque<>();

    /** None yet: they are made as they are needed. */
    public Threads() {}

    /** A thread that takes one task after another. */
    static final class Hand {
        private final ExecutorService executor = Executors.newSingleThreadExecutor(this::made);
        private volatile Thread thread = Thread.currentThread();

        private Thread made(Runnable task) {
            thread = new Thread(task, "plumbline stacks");
            thread.setDaemon(true);
            return thread;
        }

        ExecutorService executor() {
            return executor;
        }

        /** What it is doing, if it has been given anything. */
        Thread thread() {
            return thread;
        }
    }

    Hand take() {
        Hand free = idle.poll();
        return free == null ? new Hand() : free;
    }

    /** Its last task has ended. */
    void giveBack(Hand hand) {
        idle.push(hand);
    }

    /** Ends those that nobody has. */
    @Override
    public void close() {
        idle.forEach(hand -> hand.executor.shutdownNow());
        idle.clear();
    }
}
