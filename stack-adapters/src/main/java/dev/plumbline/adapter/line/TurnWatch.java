package dev.plumbline.adapter.line;

import dev.plumbline.adapter.processor.Helper;
import dev.plumbline.adapter.sandbox.Load;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Judges whether a program takes too long, by its own time and not by the machine's. In a short interval a program that runs is
 * charged the processor time that it used, one that waits for nothing of the machine's is charged the interval, and one that
 * would run if the machine let it is charged nothing. An interval that came out long, because all of the machine stood still, is
 * charged to nobody. What it watches costs a write to memory, however often that happens.
 */
final class TurnWatch implements AutoCloseable {
    /** What became of it. */
    enum Verdict {
        /** It has used up the time it had, computing or waiting. */
        HUNG,
        /** The machine has let it do so little for so long that nothing can be said of it. */
        STARVED,
        /** It needs more memory than there is for it. */
        GREEDY
    }

    static final Duration INTERVAL = Duration.ofMillis(100);
    /** How long the machine may keep a program waiting. */
    static final Duration STARVATION = Duration.ofSeconds(60);
    /** For a program with all that it has started. */
    static final long MOST_OCTETS = 2L << 30;

    /** An interval of more than so many has seen the machine, or this process, stand still. */
    private static final int LATE = 3;
    /** Who uses less than this share of an interval waits for something. */
    private static final int LITTLE = 5;

    /** So much longer than it would be waited for otherwise: the machine's disk is not the program's. */
    private static final int A_DISK_MAY_TAKE = 5;

    private static final int LOOK_AT_MEMORY_EVERY = 10;

    private static final String NAME = "line protocol watchdog";
    /** Looks after all programs: to wake a thread costs more than to look. Who barks may have to wait, and does so elsewhere. */
    private static final ScheduledThreadPoolExecutor LOOKER =
            new ScheduledThreadPoolExecutor(1, work -> Helper.of(work, NAME));

    static {
        LOOKER.setRemoveOnCancelPolicy(true);
    }

    private final Supplier<Load> load;
    private final Runnable lasting;
    private final Consumer<Verdict> bark;
    private final LongSupplier clock;
    private volatile Future<?> looking = CompletableFuture.completedFuture(null);
    private volatile long turn;
    private volatile long limit;

    private long turnSeen;
    private long lastLook;
    private long lastUsed = -1;
    private long charged;
    private long watched;
    private int looks;

    /**
     * Looks from now on, and has nothing to watch yet.
     *
     * @param lasting done when something has been watched from one look to the next
     */
    TurnWatch(Supplier<Load> load, Runnable lasting, Consumer<Verdict> bark) {
        this.load = load;
        this.lasting = lasting;
        this.bark = verdict -> barkElsewhere(verdict, bark);
        this.clock = System::nanoTime;
        this.lastLook = clock.getAsLong();
        long nanos = INTERVAL.toNanos();
        // All are due at the same time.
        long first = nanos - Math.floorMod(lastLook, nanos);
        looking = LOOKER.scheduleAtFixedRate(this::look, first, nanos, TimeUnit.NANOSECONDS);
    }

    /** Looks only when it is told to. */
    TurnWatch(Supplier<Load> load, Runnable lasting, Consumer<Verdict> bark, LongSupplier clock) {
        this.load = load;
        this.lasting = lasting;
        this.bark = bark;
        this.clock = clock;
        this.lastLook = clock.getAsLong();
    }

    private void barkElsewhere(Verdict verdict, Consumer<Verdict> bark) {
        close();
        Helper.of(() -> bark.accept(verdict), NAME).start();
    }

    /** From now on {@link #rest} is expected within {@code time}. */
    void watch(Duration time) {
        // By one thread at a time: the one that has the turn.
        long next = turn + 1;
        turn = next;
        limit = time.toNanos();
    }

    /** What was watched has ended. */
    void rest() {
        limit = 0;
    }

    /** Takes stock of the interval that has just ended. */
    void look() {
        long now = clock.getAsLong();
        long interval = now - lastLook;
        lastLook = now;
        long mine = turn;
        if (limit == 0 || mine != turnSeen) {
            turnSeen = mine;
            lastUsed = -1;
            charged = 0;
            watched = 0;
            if (++looks % LOOK_AT_MEMORY_EVERY == 0) {
                judge(load.get(), mine);
            }
            return;
        }
        lasting.run();
        Load current = load.get();
        if (lastUsed >= 0 && interval <= LATE * INTERVAL.toNanos()) {
            long used = Math.max(0, current.processorNanos() - lastUsed);
            boolean waits = !current.wanting() && used * LITTLE < interval;
            charged += waits ? interval / (current.blocked() ? A_DISK_MAY_TAKE : 1) : used;
            watched += interval;
        }
        lastUsed = current.processorNanos();
        judge(current, mine);
    }

    private void judge(Load current, long mine) {
        if (current.residentOctets() > MOST_OCTETS) {
            bark.accept(Verdict.GREEDY);
        } else if (limit != 0 && turn == mine && charged >= limit) {
            limit = 0;
            bark.accept(Verdict.HUNG);
        } else if (limit != 0 && turn == mine && watched >= STARVATION.toNanos()) {
            limit = 0;
            bark.accept(Verdict.STARVED);
        }
    }

    /** Watches nothing any more. */
    @Override
    public void close() {
        looking.cancel(false);
    }
}
