package dev.plumbline.adapter.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A thread's place: as long as it is taken by anybody, the thread stays on one processor; then it may run wherever it might before,
 * for it will do other things, too.
 */
final class Seat {
    private static final ThreadLocal<Seat> MINE = ThreadLocal.withInitial(Seat::new);

    private final Thread owner = Thread.currentThread();
    private final OptionalLong number = numberOfThisThread();
    private int takers;
    private int processor;
    private Optional<Mask> before = Optional.empty();

    private Seat() {}

    /** Of the thread that asks. */
    static Seat mine() {
        return MINE.get();
    }

    /** By which the system knows it: a link leads to it (proc(5)). */
    private static OptionalLong numberOfThisThread() {
        try {
            return OptionalLong.of(Long.parseLong(Files.readSymbolicLink(Path.of("/proc/thread-self"))
                    .getFileName()
                    .toString()));
        } catch (IOException | UnsupportedOperationException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Where the thread is kept, if it is. */
    synchronized OptionalInt processor() {
        return takers > 0 ? OptionalInt.of(processor) : OptionalInt.empty();
    }

    /** Where the thread might run if it were not kept where it is; nothing if it is not. */
    synchronized Optional<Mask> before() {
        return before;
    }

    /** Keeps the thread there, if it is not kept elsewhere; returns whether it is. */
    synchronized boolean take(Processors processors, int wanted) {
        if (takers == 0 && !keep(processors, wanted)) {
            return false;
        }
        if (processor != wanted) {
            return false;
        }
        takers++;
        return true;
    }

    private boolean keep(Processors processors, int wanted) {
        if (number.isEmpty()) {
            return false;
        }
        Optional<Mask> all = processors.allowed(number.getAsLong());
        boolean choice = all.isPresent()
                && all.get().isAChoice()
                && all.get().holds(wanted)
                && processors.allow(number.getAsLong(), Mask.of(wanted));
        if (choice) {
            processor = wanted;
            before = all;
        }
        return choice;
    }

    /** One of those who took it has no need of it any more; from whichever thread. */
    synchronized void leave(Processors processors) {
        takers--;
        if (takers == 0) {
            // A number is given to another thread some time after the first has ended.
            if (owner.isAlive()) {
                before.ifPresent(mask -> processors.allow(number.orElseThrow(), mask));
            }
            before = Optional.empty();
        }
    }
}
