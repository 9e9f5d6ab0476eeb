package dev.plumbline.adapter.program;

import dev.plumbline.adapter.line.ChildProgram;
import dev.plumbline.adapter.line.StackBroken;
import dev.plumbline.adapter.processor.Helper;
import dev.plumbline.adapter.sandbox.Room;
import dev.plumbline.adapter.sandbox.Untrusted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A program that is started again and again: in one sandbox, until that is full, then in the next. */
public final class Rooms implements AutoCloseable {
    /** In seconds. */
    private static final long MOMENT = 5;

    private final String name;
    private final Function<Path, Untrusted> program;
    private final Set<Room> all = ConcurrentHashMap.newKeySet();
    private final ExecutorService maker = Executors.newSingleThreadExecutor(work -> Helper.of(work, "sandbox maker"));
    private @Nullable Room current;
    private @Nullable Future<Room> next;

    /**
     * Nothing is started yet.
     *
     * @param program what is started, given a folder to work in
     */
    Rooms(String name, Function<Path, Untrusted> program) {
        this.name = name;
        this.program = program;
    }

    /**
     * Starts it once more.
     *
     * @throws NotThere if there is nothing to start any more
     * @throws StackBroken if it cannot be started
     */
    synchronized ChildProgram launch() {
        Room room = current;
        if (room == null || room.isFull()) {
            room = taken(next == null ? maker.submit(this::open) : next);
            current = room;
            next = null;
        } else if (next == null && room.isInUse()) {
            next = maker.submit(this::open);
        }
        return ChildProgram.start(name, room).inCompany();
    }

    private Room taken(Future<Room> made) {
        try {
            return made.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackBroken("no sandbox was waited for: the run was interrupted");
        } catch (ExecutionException e) {
            next = null;
            if (e.getCause() instanceof NotThere notThere) {
                throw notThere;
            }
            if (e.getCause() instanceof IOException why) {
                throw new StackBroken("no sandbox could be made for " + name + ": " + why.getMessage());
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Room open() throws IOException {
        Workplace place = Workplace.create();
        try {
            Room room = Room.open(program.apply(place.folder()), place::close);
            all.removeIf(Room::isClosed);
            all.add(room);
            return room;
        } catch (IOException | NotThere e) {
            place.close();
            throw e;
        }
    }

    /** Ends all that is still there, and what is being made. */
    @Override
    public void close() {
        maker.shutdown();
        try {
            if (!maker.awaitTermination(MOMENT, TimeUnit.SECONDS)) {
                maker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(Room::close);
    }
}
