package dev.plumbline.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/**
 * The values that one trial has drawn. Everything follows from (seed, trial number, {@link ShrinkPath}), so a world can be
 * made again at any time, and a draw that depends on an earlier one is simply drawn again.
 *
 * <p>The first trials take edge cases, the later ones random values.
 */
public final class Draws {
    private static final int MAX_EDGE_CASES = 10;
    private static final int GENERATION_SIZE = 1000;
    private static final double SHARE_OF_EDGE_CASES = 0.4;

    /** Whoever lets jqwik do something holds it, and never while a stack is called. */
    private static final ReentrantLock JQWIK = new ReentrantLock();

    private static final Map<Arbitrary<?>, Prepared<?>> PREPARED = new WeakHashMap<>();

    private final long seed;
    private final int trial;
    private final int tries;
    private final ShrinkPath path;
    private final Map<String, Shrinkable<?>> drawn = new LinkedHashMap<>();

    Draws(long seed, int trial, int tries, ShrinkPath path) {
        this.seed = seed;
        this.trial = trial;
        this.tries = tries;
        this.path = path;
    }

    /** The value called {@code name}: drawn the first time, the same ever after. */
    @SuppressWarnings("unchecked")
    public <T> T draw(String name, Arbitrary<T> arbitrary) {
        return withinSession(() -> {
            Shrinkable<?> known = drawn.get(name);
            if (known == null) {
                int index = drawn.size();
                known = path.follow(index, generate(index, arbitrary));
                drawn.put(name, known);
            }
            return (T) known.value();
        });
    }

    /** The values by their names, in the order of drawing. Some are made anew from another value each time they are asked for. */
    public Map<String, Object> values() {
        return withinSession(() -> {
            Map<String, Object> values = new LinkedHashMap<>();
            drawn.forEach((name, shrinkable) -> values.put(name, shrinkable.value()));
            return values;
        });
    }

    /** How many values have been drawn. */
    int count() {
        return drawn.size();
    }

    /** How many simpler values jqwik proposes for a draw, at most {@code limit}. */
    int candidates(int index, int limit) {
        List<Shrinkable<?>> all = new ArrayList<>(drawn.values());
        return withinSession(() -> (int) all.get(index).shrink().limit(limit).count());
    }

    private <T> Shrinkable<T> generate(int index, Arbitrary<T> arbitrary) {
        Prepared<T> prepared = prepared(arbitrary);
        List<Supplier<Shrinkable<T>>> edges = prepared.edgeCases();
        if (trial < Math.max(1, tries * SHARE_OF_EDGE_CASES) && !edges.isEmpty()) {
            // The step of three lets the edge cases of several draws meet in ever other combinations.
            return edges.get((trial + 3 * index) % edges.size()).get();
        }
        Random random = new Random(seed * 1_000_003 + trial * 7919L + index);
        return prepared.generator().next(random);
    }

    /** What jqwik makes of an arbitrary: it takes a hundred times longer than drawing a value, so it is kept. */
    private record Prepared<T>(List<Supplier<Shrinkable<T>>> edgeCases, RandomGenerator<T> generator) {}

    @SuppressWarnings("unchecked")
    private static <T> Prepared<T> prepared(Arbitrary<T> arbitrary) {
        return (Prepared<T>) PREPARED.computeIfAbsent(
                arbitrary,
                a -> new Prepared<>(
                        arbitrary.edgeCases(MAX_EDGE_CASES).suppliers(), arbitrary.generator(GENERATION_SIZE)));
    }

    /**
     * jqwik generates and shrinks only within a session. What belongs to one it keeps in a single repository that is made for one
     * thread, and there all sessions have the same name: a second one at the same time would read what the first is writing, and
     * end what the first still needs. So there is one at a time in this JVM, and it lasts as long as one draw. A session around
     * what a stack does would keep every other scenario waiting for a stack that never comes back.
     */
    static <T> T withinSession(Supplier<T> action) {
        if (JQWIK.isHeldByCurrentThread()) {
            return action.get();
        }
        JQWIK.lock();
        try {
            JqwikSession.start();
            try {
                return action.get();
            } finally {
                JqwikSession.finish();
            }
        } finally {
            JQWIK.unlock();
        }
    }
}
