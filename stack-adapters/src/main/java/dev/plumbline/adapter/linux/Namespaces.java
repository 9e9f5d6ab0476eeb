package dev.plumbline.adapter.linux;

import dev.plumbline.ip.Ipv4Address;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The namespaces without a host. To make one costs a millisecond and to end one twenty, so they are used again. */
final class Namespaces {
    private static final int KEPT = 64;

    private final Deque<Namespace> idle = new ArrayDeque<>();
    private final ExecutorService undertaker = Executors.newSingleThreadExecutor(Namespaces::daemon);

    /** One in which nobody remembers {@code address}. */
    Namespace take(Ipv4Address address) {
        for (Iterator<Namespace> each = idle.iterator(); each.hasNext(); ) {
            Namespace candidate = each.next();
            if (candidate.isFreshFor(address)) {
                each.remove();
                return candidate;
            }
        }
        return Namespace.create();
    }

    /** Takes one back; if there are more than enough, the one that is idle longest goes. */
    void give(Namespace namespace) {
        idle.addLast(namespace);
        if (idle.size() > KEPT) {
            discard(idle.removeFirst());
        }
    }

    /** Takes one that must not be used again: something in it may still send. */
    void discard(Namespace namespace) {
        undertaker.execute(namespace::dispose);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "undertaker");
        thread.setDaemon(true);
        return thread;
    }
}
