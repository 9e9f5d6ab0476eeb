package dev.plumbline.adapter.processor;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a program on the processor of the thread that takes turns with it, as long as they do. On two of them each would wait, turn
 * by turn, for one that has gone to sleep to be woken, which takes several times as long as the turn. Where the system
 * does not allow it nothing happens: this changes how long turns take, and nothing else.
 */
public final class Company {
    /** To find all that a program has started costs as much as many turns: not more often than once in so long. */
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** What is started while the others are moved is found in the next round, or else stays where it is. */
    private static final int ROUNDS = 4;

    private final Supplier<? extends Collection<Long>> threads;
    private final Supplier<Processors> system;
    private final LongSupplier clock;
    private @Nullable Seat seat;
    private OptionalInt processor = OptionalInt.empty();
    private Optional<Mask> before = Optional.empty();
    private long moved;
    private boolean over;

    private Company(Supplier<? extends Collection<Long>> threads, Supplier<Processors> system, LongSupplier clock) {
        this.threads = threads;
        this.system = system;
        this.clock = clock;
    }

    /**
     * Of a program.
     *
     * @param threads the numbers of all threads of all its processes, the first one's first; none if it is not to be moved
     */
    public static Company of(Supplier<? extends Collection<Long>> threads) {
        return new Company(threads, Processors::here, System::nanoTime);
    }

    /** The same, on a system and at a time of one's choice. */
    static Company of(Supplier<? extends Collection<Long>> threads, Processors system, LongSupplier clock) {
        return new Company(threads, () -> system, clock);
    }

    /** Of nobody. */
    public static Company none() {
        Company none = new Company(() -> Set.of(), NoProcessors::new, () -> 0);
        none.over = true;
        return none;
    }

    /** From now on this thread takes turns with the program; if another does, nothing changes. */
    public synchronized void join() {
        if (over || seat != null) {
            return;
        }
        Seat mine = Seat.mine();
        OptionalInt wanted = mine.processor().isPresent() ? mine.processor() : whereItRuns();
        if (wanted.isPresent() && take(mine, wanted.getAsInt())) {
            seat = mine;
        } else {
            over = true;
            letGo();
        }
    }

    private boolean take(Seat mine, int wanted) {
        if (!mine.take(system.get(), wanted)) {
            return false;
        }
        if (processor.equals(OptionalInt.of(wanted)) || move(wanted)) {
            return true;
        }
        mine.leave(system.get());
        return false;
    }

    /** Where this thread is now: the system has chosen it; but where the program is if that was moved just now. */
    private OptionalInt whereItRuns() {
        return processor.isPresent() && clock.getAsLong() - moved < MOMENT_NANOS
                ? processor
                : system.get().current();
    }

    private boolean move(int wanted) {
        Collection<Long> all = threads.get();
        if (all.isEmpty()) {
            return false;
        }
        if (before.isEmpty()) {
            before = system.get().allowed(all.iterator().next());
        }
        processor = OptionalInt.of(wanted);
        moved = clock.getAsLong();
        return before.isPresent() && allow(all, Mask.of(wanted));
    }

    private boolean allow(Collection<Long> first, Mask mask) {
        Set<Long> done = new HashSet<>();
        Collection<Long> all = first;
        for (int round = 0; round < ROUNDS && !done.containsAll(all); round++) {
            for (Long thread : all) {
                if (done.add(thread) && !system.get().allow(thread, mask)) {
                    return false;
                }
            }
            all = threads.get();
        }
        return true;
    }

    /** They take no turns any more, or for a while. */
    public synchronized void leave() {
        if (seat != null) {
            seat.leave(system.get());
            seat = null;
        }
    }

    /** A turn takes long: until they begin anew, both may run wherever they might before. */
    public synchronized void part() {
        if (seat != null) {
            leave();
            letGo();
        }
    }

    private void letGo() {
        if (processor.isPresent()) {
            processor = OptionalInt.empty();
            before.ifPresent(mask -> allow(threads.get(), mask));
        }
    }
}
