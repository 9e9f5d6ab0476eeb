package dev.plumbline.suite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Has things done in an order that was planned, although they become possible in any order and on any thread. */
final class InOrder {
    private final Deque<String> planned;
    private final Map<String, Runnable> waiting = new ConcurrentHashMap<>();

    InOrder(List<String> planned) {
        this.planned = new ArrayDeque<>(planned);
    }

    /** This can be done now; it is, as soon as everything before it has been. */
    synchronized void add(String name, Runnable action) {
        waiting.put(name, action);
        Optional<Runnable> next = next();
        while (next.isPresent()) {
            next.get().run();
            planned.remove();
            next = next();
        }
    }

    /** What is to be done now, if it has become possible. */
    private Optional<Runnable> next() {
        return Optional.ofNullable(planned.peek()).map(waiting::remove);
    }

    /** What comes before it will never be done: does what is still waiting, in the planned order. */
    synchronized void doTheRest() {
        planned.stream().filter(waiting::containsKey).map(waiting::remove).forEach(Runnable::run);
    }
}
