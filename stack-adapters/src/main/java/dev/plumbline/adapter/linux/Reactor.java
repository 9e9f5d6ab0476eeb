package dev.plumbline.adapter.linux;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Waits for events on file descriptors with epoll and tells whoever registered them: the agent's one thread. */
final class Reactor {
    static final int IN = 0x1;
    /** There is urgent data. */
    static final int PRIORITY = 0x2;

    static final int OUT = 0x4;
    static final int ERROR = 0x8;
    static final int HANG_UP = 0x10;
    static final int PEER_HANG_UP = 0x2000;
    /** Tell of changes, not of states. */
    static final int EDGES = 1 << 31;

    private static final int ADD = 1;
    private static final int REMOVE = 2;
    private static final int BATCH = 256;
    private static final boolean PACKED = "amd64".equals(System.getProperty("os.arch"));
    private static final int EVENT_SIZE = PACKED ? 12 : 16;
    private static final int DATA_OFFSET = PACKED ? 4 : 8;

    private final int epoll = KernelError.check("epoll_create1", Libc.epoll_create1(0));
    private final Memory event = new Memory(EVENT_SIZE);
    private final Memory events = new Memory((long) EVENT_SIZE * BATCH);
    private final Map<Integer, Watcher> watchers = new HashMap<>();
    private final Queue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final int bell = KernelError.check("eventfd", Libc.eventfd(0, 0));
    private final Memory rung = new Memory(Long.BYTES);
    private int lastToken;

    Reactor() {
        watch(nextToken(), bell, IN, events -> doWork());
    }

    /** Who is told. */
    @FunctionalInterface
    interface Watcher {
        /** Some of the events above have happened. */
        void ready(int events);
    }

    /** A number that was never used before: the name of a socket in the line protocol, and of its events here. */
    int nextToken() {
        return ++lastToken;
    }

    /** Starts to watch {@code fd}; its being closed ends that in the kernel, {@link #forget} here. */
    void watch(int token, int fd, int which, Watcher watcher) {
        watchers.put(token, watcher);
        event.clear();
        event.setInt(0, which);
        event.setInt(DATA_OFFSET, token);
        KernelError.check("epoll_ctl", Libc.epoll_ctl(epoll, ADD, fd, event));
    }

    /** Ends the watch over a descriptor that stays open. */
    void unwatch(int token, int fd) {
        forget(token);
        KernelError.check("epoll_ctl", Libc.epoll_ctl(epoll, REMOVE, fd, event));
    }

    /** Has the agent's thread do something; for other threads, who touch nothing themselves. */
    void execute(Runnable task) {
        work.add(task);
        Memory one = new Memory(Long.BYTES);
        one.setLong(0, 1);
        var unused = Libc.write(bell, one, Long.BYTES);
    }

    private void doWork() {
        var unused = Libc.read(bell, rung, Long.BYTES);
        for (Runnable task = work.poll(); task != null; task = work.poll()) {
            task.run();
        }
    }

    /** Says no more to the watcher. */
    void forget(int token) {
        watchers.remove(token);
    }

    /** Waits until something happens and tells of all that has happened, in the kernel's order. */
    void turn() {
        turn(-1);
    }

    /** The same for so many milliseconds at most. */
    void turn(int atMost) {
        int count = Libc.epoll_wait(epoll, events, BATCH, atMost);
        if (count < 0 && Native.getLastError() != Errno.EINTR) {
            throw new KernelError("epoll_wait", Native.getLastError());
        }
        for (int i = 0; i < count; i++) {
            long at = (long) i * EVENT_SIZE;
            @Nullable Watcher watcher = watchers.get(events.getInt(at + DATA_OFFSET));
            if (watcher != null) {
                watcher.ready(events.getInt(at));
            }
        }
    }
}
