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
import org.jspecify.annotations.Nullable;

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
    private final List<Drawn> known;
    private final Map<String, Drawn> drawn = new LinkedHashMap<>();

    Draws(long seed, int trial, int tries, ShrinkPath path) {
        this(seed, trial, tries, path, List.of());
    }

    private Draws(long seed, int trial, int tries, ShrinkPath path, List<Drawn> known) {
        this.seed = seed;
        this.trial = trial;
        this.tries = tries;
        this.path = path;
        this.known = known;
    }

    /**
     * The same draws, but one of them a step simpler. A value that is drawn from the same again is known already: to follow its
     * path from the value first drawn takes longer than all else that a world does.
     *
     * @throws ShrinkPath.NoSuchCandidate if there is no such step
     */
    Draws simpler(int index, int candidate) {
        List<Drawn> simpler = new ArrayList<>(drawn.values());
        Drawn changed = simpler.get(index);
        List<? extends Shrinkable<?>> candidates = changed.candidates(candidate + 1);
        if (candidate >= candidates.size()) {
            throw new ShrinkPath.NoSuchCandidate();
        }
        simpler.set(index, new Drawn(changed.from, candidates.get(candidate)));
        return new Draws(seed, trial, tries, path.then(index, candidate), simpler);
    }

    /** The number of the trial, from 0. */
    int trial() {
        return trial;
    }

    /** Which candidates were taken. */
    ShrinkPath path() {
        return path;
    }

    /** The value called {@code name}: drawn the first time, the same ever after. */
    @SuppressWarnings("unchecked")
    public <T> T draw(String name, Arbitrary<T> arbitrary) {
        Drawn value = drawn.get(name);
        if (value == null) {
            // In one session, which takes longer to begin and to end than most values take to be made.
            value = withinSession(() -> {
                Drawn made = next(prepared(arbitrary));
                drawn.put(name, made);
                made.value();
                return made;
            });
        }
        return (T) value.value();
    }

    /** The values by their names, in the order of drawing. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        drawn.forEach((name, value) -> values.put(name, value.value()));
        return values;
    }

    /** How many values have been drawn. */
    int count() {
        return drawn.size();
    }

    /** How many simpler values jqwik proposes for a draw, at most {@code limit}. */
    int candidates(int index, int limit) {
        return Math.min(
                limit,
                new ArrayList<>(drawn.values()).get(index).candidates(limit).size());
    }

    private Drawn next(Prepared<?> from) {
        int index = drawn.size();
        return index < known.size() && known.get(index).from.equals(from)
                ? known.get(index)
                : new Drawn(from, path.follow(index, generate(index, from)));
    }

    private <T> Shrinkable<T> generate(int index, Prepared<T> prepared) {
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

    /** A value, what it was drawn from, and the simpler ones as far as anybody has asked for them. */
    private static final class Drawn {
        private final Prepared<?> from;
        private final Shrinkable<?> at;
        private @Nullable Object value;
        private List<? extends Shrinkable<?>> candidates = List.of();
        private int asked;

        private Drawn(Prepared<?> from, Shrinkable<?> at) {
            this.from = from;
            this.at = at;
        }

        /** jqwik would make some anew from other values each time. */
        private Object value() {
            Object made = value;
            if (made == null) {
                made = withinSession(at::value);
                value = made;
            }
            return made;
        }

        private List<? extends Shrinkable<?>> candidates(int limit) {
            if (asked < limit) {
                candidates = withinSession(() -> at.shrink().limit(limit).toList());
                asked = limit;
            }
            return candidates;
        }
    }

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
