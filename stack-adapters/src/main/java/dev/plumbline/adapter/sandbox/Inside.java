package dev.plumbline.adapter.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes that have numbers of their own (pid_namespaces(7)), seen from outside. */
final class Inside {
    private static final int MOST = 4_096;
    private static final long SECONDS_TO_END = 1;

    private Inside() {}

    /** Which of the processes below {@code root} knows itself by that number. */
    static OptionalLong number(long root, long inside) {
        return tree(root).stream()
                .filter(pid -> ProcessTree.knowsItselfAs(inside, pid))
                .mapToLong(pid -> pid)
                .findFirst();
    }

    /** Its children, but for some, and for those that have ended. */
    static Set<Long> children(long of, Set<Long> but) {
        Set<Long> all = new HashSet<>(ProcessTree.children(of));
        all.removeAll(but);
        all.removeIf(pid -> !ProcessTree.isAlive(pid));
        return all;
    }

    /** It and all below it that have not ended. */
    static Set<Long> tree(long root) {
        Set<Long> seen = new HashSet<>();
        Deque<Long> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty() && seen.size() < MOST) {
            long pid = left.remove();
            if (ProcessTree.isAlive(pid) && seen.add(pid)) {
                left.addAll(ProcessTree.children(pid));
            }
        }
        return seen;
    }

    /** Ends them, and waits a moment until they have. */
    static void end(Set<Long> all) {
        CompletableFuture<?>[] ends = all.stream()
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .filter(ProcessHandle::destroyForcibly)
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            // Who looks again will see.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
