package dev.plumbline.testbed;

import dev.plumbline.spi.Timer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen, ordered by time and then by insertion: a heap with four children a node, its keys side by side in one
 * array so that a node's children share a cache line or two.
 *
 * <p>A cancelled event gives its action up at once; its place is swept when half of all places are dead.
 */
final class EventQueue {
    private static final int ARITY = 4;
    private static final int SWEEP_FROM = 32;

    /** Time and insertion number of the event at {@code i} stand at {@code 2 * i}. */
    private long[] keys = new long[2 * 64];

    private Event[] heap = new Event[64];
    private int size;
    private int dead;
    private long inserted;

    /** An event: its own timer. */
    private final class Event implements Timer {
        private @Nullable Runnable action;

        Event(Runnable action) {
            this.action = action;
        }

        @Override
        public void cancel() {
            if (action != null) {
                action = null;
                dead++;
                sweepIfWorthwhile();
            }
        }
    }

    /** Has {@code action} happen at {@code at}, after everything that was inserted for that time before. */
    Timer add(long at, Runnable action) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
            keys = Arrays.copyOf(keys, 4 * size);
        }
        Event event = new Event(action);
        siftUp(size++, at, inserted++, event);
        return event;
    }

    /** Whether nothing is to happen any more. */
    boolean isEmpty() {
        dropDead();
        return size == 0;
    }

    /** When the first event is due; only if the queue is not empty. */
    long nextTime() {
        dropDead();
        return keys[0];
    }

    /** Takes the first event out; only if the queue is not empty. */
    Runnable poll() {
        dropDead();
        Event first = heap[0];
        removeFirst();
        Runnable action = first.action;
        first.action = null;
        if (action == null) {
            throw new IllegalStateException("polled an empty queue");
        }
        return action;
    }

    /** How many places are taken, dead ones included. */
    int places() {
        return size;
    }

    private void dropDead() {
        while (size > 0 && heap[0].action == null) {
            removeFirst();
            dead--;
        }
    }

    private void removeFirst() {
        int last = --size;
        Event event = heap[last];
        clear(last, last + 1);
        if (last > 0) {
            siftDown(0, keys[2 * last], keys[2 * last + 1], event);
        }
    }

    private void sweepIfWorthwhile() {
        if (dead < SWEEP_FROM || dead * 2 < size) {
            return;
        }
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (heap[i].action != null) {
                put(kept++, keys[2 * i], keys[2 * i + 1], heap[i]);
            }
        }
        clear(kept, size);
        size = kept;
        dead = 0;
        for (int i = (size - 2) / ARITY; i >= 0 && size > 1; i--) {
            siftDown(i, keys[2 * i], keys[2 * i + 1], heap[i]);
        }
    }

    private void siftUp(int hole, long time, long order, Event event) {
        int at = hole;
        while (at > 0) {
            int parent = (at - 1) / ARITY;
            if (!isBefore(time, order, parent)) {
                break;
            }
            put(at, keys[2 * parent], keys[2 * parent + 1], heap[parent]);
            at = parent;
        }
        put(at, time, order, event);
    }

    private void siftDown(int hole, long time, long order, Event event) {
        int at = hole;
        int child = ARITY * at + 1;
        while (child < size) {
            int best = leastOf(child, Math.min(child + ARITY, size));
            if (isBefore(time, order, best)) {
                break;
            }
            put(at, keys[2 * best], keys[2 * best + 1], heap[best]);
            at = best;
            child = ARITY * at + 1;
        }
        put(at, time, order, event);
    }

    /** The keys of the least so far stay in local variables: this loop is where a queue spends its time. */
    private int leastOf(int from, int to) {
        long[] all = keys;
        int best = from;
        long time = all[2 * from];
        long order = all[2 * from + 1];
        for (int i = from + 1; i < to; i++) {
            long other = all[2 * i];
            if (other < time || (other == time && all[2 * i + 1] < order)) {
                best = i;
                time = other;
                order = all[2 * i + 1];
            }
        }
        return best;
    }

    private boolean isBefore(long time, long order, int place) {
        long other = keys[2 * place];
        return time < other || (time == other && order < keys[2 * place + 1]);
    }

    private void put(int place, long time, long order, Event event) {
        keys[2 * place] = time;
        keys[2 * place + 1] = order;
        heap[place] = event;
    }

    /** Forgets the events, so that what they refer to can be collected. */
    private void clear(int from, int to) {
        Arrays.fill(heap, from, to, null);
    }
}
