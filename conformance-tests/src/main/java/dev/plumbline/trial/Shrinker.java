package dev.plumbline.trial;

import dev.plumbline.trial.Playback.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Looks for the smallest world that fails as a given one does: takes a simpler candidate for one draw at a time, as long as
 * the same steps lead to the same finding. Bounded by a count of worlds and of what is sent in them, never by the clock.
 */
final class Shrinker {
    private static final int CANDIDATES_A_DRAW = 64;
    /** A world in which as many are sent costs as much as another one: a stack that floods is not shrunk for minutes. */
    private static final long DATAGRAMS_A_WORLD = 500;

    private final List<Operation> operations;
    private final Patience patience;
    private final Function<Draws, Trial> maker;
    private final int batch;
    private final AtomicInteger worldsLeft = new AtomicInteger();
    /** Of draws of the smallest trial so far, by name: a simpler value with which nothing fails, all else being equal. */
    private final Map<String, Object> holding = new LinkedHashMap<>();

    /**
     * @param operations the steps so far, the last one being that which failed
     * @param patience how long to wait
     * @param maker makes a fresh trial with these draws
     * @param batch how many worlds to try side by side: one in virtual time, several where time has to be waited for
     * @param worlds how many worlds to try in all
     */
    Shrinker(List<Operation> operations, Patience patience, Function<Draws, Trial> maker, int batch, int worlds) {
        this.operations = List.copyOf(operations);
        this.patience = patience;
        this.maker = maker;
        this.batch = batch;
        worldsLeft.set(worlds);
    }

    /** How many worlds it may still try: while this changes, it is at work. */
    int worldsLeft() {
        return worldsLeft.get();
    }

    /** The smallest trial found, {@code failed} itself if none is smaller. */
    Trial shrink(Trial failed) {
        Trial best = failed;
        boolean better = true;
        while (better && worldsLeft.get() > 0) {
            better = false;
            for (int draw = 0; draw < best.draws().count() && worldsLeft.get() > 0; draw++) {
                Optional<Trial> smaller = smaller(best, draw);
                while (smaller.isPresent()) {
                    best = replace(best, smaller.get(), failed);
                    holding.clear();
                    better = true;
                    smaller = worldsLeft.get() > 0 ? smaller(best, draw) : Optional.empty();
                }
            }
        }
        best.holdsWith(holding);
        return best;
    }

    private static Trial replace(Trial best, Trial smaller, Trial failed) {
        if (best != failed) {
            best.close();
        }
        return smaller;
    }

    private Optional<Trial> smaller(Trial best, int draw) {
        int candidates = best.draws().candidates(draw, CANDIDATES_A_DRAW);
        for (int from = 0; from < candidates && worldsLeft.get() > 0; from += batch) {
            int to = Math.min(candidates, Math.min(from + batch, from + worldsLeft.get()));
            worldsLeft.addAndGet(from - to);
            Optional<Trial> found = firstAlike(best, draw, from, to);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Trial> firstAlike(Trial best, int draw, int from, int to) {
        List<Trial> trials = new ArrayList<>();
        for (int candidate = from; candidate < to; candidate++) {
            trials.add(maker.apply(best.draws().simpler(draw, candidate)));
        }
        boolean played = replay(trials);
        worldsLeft.addAndGet(-dearly(trials));
        if (!played) {
            trials.forEach(Trial::close);
            return Optional.empty();
        }
        Finding wanted = best.finding().orElseThrow();
        Optional<Trial> found = trials.stream()
                .filter(trial -> trial.finding().filter(wanted::isLike).isPresent())
                .findFirst();
        trials.forEach(trial -> noteIfItHolds(best, trial));
        trials.stream().filter(trial -> found.isEmpty() || trial != found.get()).forEach(Trial::close);
        return found;
    }

    private void noteIfItHolds(Trial best, Trial simpler) {
        List<Map.Entry<String, Object>> others = simpler.draws().values().entrySet().stream()
                .filter(draw -> !draw.getValue().equals(best.draws().values().get(draw.getKey())))
                .toList();
        boolean alone =
                others.size() == 1 && simpler.draws().count() == best.draws().count();
        boolean holds =
                simpler.finding().isEmpty() && simpler.world().findings().isEmpty();
        if (holds && alone) {
            holding.putIfAbsent(others.get(0).getKey(), others.get(0).getValue());
        }
    }

    /** How many worlds more these have cost than their number. */
    private static int dearly(List<Trial> trials) {
        return trials.stream()
                .mapToInt(trial -> (int) (trial.world().transcript().datagrams() / DATAGRAMS_A_WORLD))
                .sum();
    }

    /** Returns false if the values no longer fit together. */
    private boolean replay(List<Trial> trials) {
        Playback playback = new Playback(patience);
        try {
            for (Operation operation : operations) {
                playback.perform(operation, trials);
                if (operation != operations.get(operations.size() - 1)) {
                    trials.forEach(Shrinker::forgetEarlyFailure);
                }
            }
            return true;
        } catch (ShrinkPath.NoSuchCandidate e) {
            return false;
        }
    }

    /** A world that fails in an earlier step fails otherwise: it does not count as alike. */
    private static void forgetEarlyFailure(Trial trial) {
        trial.finding().ifPresent(finding -> trial.replaceFinding(Finding.suiteError(new Elsewhere())));
    }

    private static final class Elsewhere extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
