package dev.plumbline.trial;

import dev.plumbline.testbed.RealTimeline;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Counts how often this process has stood still: the machine had no time for it, was suspended, or it was stopped. In real time
 * the timers of a stack's own machine have gone on meanwhile, and what a stack did then says nothing about it.
 */
interface Standstills {
    /** How many there have been so far. */
    long soFar();

    /** Those of this process, seen by a clock that is looked at ten times a second. */
    static Standstills ofThisProcess() {
        return Look.AT_THE_CLOCK;
    }

    /** Looks at the clock from the first time on that somebody asks for it. */
    final class Look implements Standstills {
        private static final Look AT_THE_CLOCK = new Look();
        private static final long EVERY_MILLIS = 100;

        private long count;
        private long last = System.nanoTime();

        private Look() {
            ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread made = new Thread(task, "looks for standstills");
                made.setDaemon(true);
                return made;
            });
            var unused = thread.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }

        private synchronized void look() {
            long now = System.nanoTime();
            if (now - last > RealTimeline.LATE.toNanos()) {
                count++;
            }
            last = now;
        }

        /** Looks once more, so that one that is hardly over counts, too. */
        @Override
        public synchronized long soFar() {
            look();
            return count;
        }
    }
}
