package dev.plumbline.testbed;

import dev.plumbline.spi.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The timers that a host's stack has asked for last: where something is not sent again, they tell whether nobody has thought of it
 * or nobody has done it.
 */
public final class Alarms {
    /** Of a host's timers, the newest are enough. */
    private static final int MOST = 64;

    private final Deque<Alarm> newest = new ArrayDeque<>();

    /** One timer; all times are since the timeline began. */
    public static final class Alarm {
        private final Duration due;
        private volatile boolean ran;
        private volatile @Nullable Duration stopped;

        private Alarm(Duration due) {
            this.due = due;
        }

        /** When it runs out. */
        public Duration due() {
            return due;
        }

        /** Whether it has run out. */
        public boolean hasRun() {
            return ran;
        }

        /** When it was stopped, if that was before {@code end}: who is switched off stops everything. */
        public @Nullable Duration stoppedBefore(Duration end) {
            Duration at = stopped;
            return at != null && at.compareTo(end) < 0 ? at : null;
        }

        private void stops(Duration now) {
            if (!ran && stopped == null) {
                stopped = now;
            }
        }
    }

    /** Starts a timer, and minds what becomes of it. */
    public Timer start(Timeline timeline, Duration delay, Runnable action) {
        Alarm alarm = starts(timeline.now().plus(delay));
        Timer timer = timeline.after(delay, () -> {
            alarm.ran = true;
            action.run();
        });
        return () -> {
            alarm.stops(timeline.now());
            timer.cancel();
        };
    }

    private synchronized Alarm starts(Duration due) {
        if (newest.size() == MOST) {
            newest.removeFirst();
        }
        Alarm alarm = new Alarm(due);
        newest.addLast(alarm);
        return alarm;
    }

    /** Those that were started last, the oldest of them first. */
    public synchronized List<Alarm> newest() {
        return List.copyOf(newest);
    }
}
