package dev.plumbline.adapter.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program that shares its sandbox with others of its kind. */
final class Lodger extends Piped {
    private static final long SECONDS_TO_START = 10;
    private static final long MILLIS_TO_BE_TOLD = 50;
    /** As a shell tells of SIGKILL, which ends all that is in a room when that ends. */
    private static final int KILLED = 137;

    private final Room room;
    private final Runnable whenItRuns;
    private final CompletableFuture<Integer> runs = new CompletableFuture<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private OptionalLong outside = OptionalLong.empty();

    Lodger(Room room, Pipes pipes, Runnable whenItRuns) {
        super(pipes);
        this.room = room;
        this.whenItRuns = whenItRuns;
    }

    void hear(RoomShell.Word word) {
        if (word.runs()) {
            begin();
            runs.complete(word.value());
            // Now, since it is found faster among few.
            var unused = outside();
        } else if (ended.complete(word.value())) {
            room.hasEnded();
        }
    }

    void roomHasEnded() {
        begin();
        runs.completeExceptionally(new IOException("it has ended"));
        ended.complete(KILLED);
    }

    /** Waits until it runs; the number by which the room knows it. */
    int awaitStart() throws IOException {
        try {
            return runs.get(SECONDS_TO_START, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the sandbox has ended", e);
        } catch (TimeoutException e) {
            throw new IOException("nothing was started in the sandbox within " + SECONDS_TO_START + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a program was started", e);
        }
    }

    /** Whether the shell has said so, which it may do after the program has spoken. */
    private boolean toldToRun() {
        try {
            var unused = runs.get(MILLIS_TO_BE_TOLD, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** It has its pipes open now, or never will. */
    private void begin() {
        pipes().begin();
        whenItRuns.run();
    }

    /** The number of its process on this system; none once it has ended. */
    synchronized OptionalLong outside() {
        if (ended.isDone()) {
            return OptionalLong.empty();
        }
        if (outside.isEmpty() && runs.isDone() && !runs.isCompletedExceptionally()) {
            outside = room.outside(runs.join());
        }
        return outside;
    }

    @Override
    public String told() {
        return room.told();
    }

    @Override
    public Load load() {
        OptionalLong number = outside();
        // One that does not run yet would, if the machine let it.
        return number.isPresent() ? ProcessTree.load(number.getAsLong()) : new Load(0, 0, !ended.isDone(), false);
    }

    @Override
    public List<Long> threads() {
        OptionalLong number = toldToRun() ? outside() : OptionalLong.empty();
        return number.isPresent() ? ProcessTree.threads(number.getAsLong()) : List.of();
    }

    @Override
    public boolean readsInput() {
        OptionalLong number = outside();
        return number.isPresent() && ProcessTree.readsInput(number.getAsLong());
    }

    @Override
    public OptionalInt exitCodeWithin(Duration limit) {
        try {
            return OptionalInt.of(ended.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void kill() {
        room.end(this);
        pipes().hangUp();
    }

    @Override
    public void bury() {
        pipes().close();
        room.forget(this);
    }
}
