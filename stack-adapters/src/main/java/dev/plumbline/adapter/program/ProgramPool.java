package dev.plumbline.adapter.program;

import dev.plumbline.adapter.line.StackBroken;
import dev.plumbline.adapter.processor.Helper;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Programs that serve one host each, or a few, and are of no use after that: their stack keeps what it knows in variables that
 * nobody sets back. A few are started ahead, so that a host that is switched on need not wait; those that are spent are ended in
 * the background.
 */
final class ProgramPool implements AutoCloseable {
    private static final int AHEAD = 4;
    /** Of those that start in no time as many as a scenario wants at once, for it begins with that. */
    private static final int CHEAP_AHEAD = 24;
    /** Who starts one mostly waits for it. */
    private static final int CHEAP_AT_ONCE = 3;
    /** In seconds. */
    private static final long MOMENT = 5;

    private final int mostAhead;
    private final Supplier<StartedProgram> starter;
    private final Consumer<StartedProgram> ender;
    private final ExecutorService starting;
    private final ExecutorService ending = Executors.newSingleThreadExecutor(work -> Helper.of(work, "stack ender"));
    private final Queue<Future<StartedProgram>> ready = new ArrayDeque<>();
    private final Set<StartedProgram> alive = ConcurrentHashMap.newKeySet();
    private @Nullable StartedProgram last;
    private int taken;
    private volatile boolean closed;

    /**
     * Nothing is started yet; who {@code starter} starts, {@code ender} ends.
     *
     * @param cheap whether a start takes next to nothing
     */
    ProgramPool(boolean cheap, Supplier<StartedProgram> starter, Consumer<StartedProgram> ender) {
        this.mostAhead = cheap ? CHEAP_AHEAD : AHEAD;
        this.starting =
                Executors.newFixedThreadPool(cheap ? CHEAP_AT_ONCE : 1, work -> Helper.of(work, "stack starter"));
        this.starter = starter;
        this.ender = ender;
    }

    /**
     * One that can serve one host more: mostly one that has served nobody yet.
     *
     * @throws StackBroken if it could not be started
     * @throws NotThere if there is nothing to start any more
     */
    synchronized StartedProgram take() {
        StartedProgram taken = last;
        if (taken == null || taken.session().isUsedUp() || taken.session().isBroken()) {
            taken = next();
            last = taken;
        }
        return taken;
    }

    private StartedProgram next() {
        // Who wants one or two has no use for more than a few.
        int ahead = Math.min(mostAhead, Math.max(AHEAD, taken++));
        while (ready.size() <= ahead) {
            ready.add(starting.submit(this::start));
        }
        try {
            return ready.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackBroken("the stack's program was not waited for: the run was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackBroken broken) {
                throw new StackBroken(broken);
            }
            if (e.getCause() instanceof NotThere notThere) {
                throw notThere;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private StartedProgram start() {
        StartedProgram program = starter.get();
        alive.add(program);
        if (closed) {
            end(program);
        } else {
            program.session().whenSpent(() -> endSoon(program));
        }
        return program;
    }

    private void endSoon(StartedProgram program) {
        try {
            ending.execute(() -> end(program));
        } catch (RejectedExecutionException closing) {
            end(program);
        }
    }

    private void end(StartedProgram program) {
        if (alive.remove(program)) {
            ender.accept(program);
        }
    }

    /** Ends all of them, and those that are being started. */
    @Override
    public synchronized void close() {
        closed = true;
        ready.forEach(next -> next.cancel(false));
        starting.shutdown();
        ending.shutdown();
        alive.forEach(this::end);
        try {
            boolean all = starting.awaitTermination(MOMENT, TimeUnit.SECONDS)
                    && ending.awaitTermination(MOMENT, TimeUnit.SECONDS);
            if (!all) {
                starting.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
