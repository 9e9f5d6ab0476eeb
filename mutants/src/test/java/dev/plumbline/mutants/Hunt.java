package dev.plumbline.mutants;

import dev.plumbline.results.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Sends scenarios after mutants: those first that have killed before, and all that come through the line before it gives up. */
final class Hunt {
    /** As in a run that nobody has told otherwise. */
    private static final int TRIES = Integer.getInteger("plumbline.tries", 25);

    private static final int TRIES_IN_BRIEF = 4;
    private static final int GUESSES = 6;
    /** A mutant may take more steps than the reference, but not for ever. */
    private static final long TIMES = 20;

    private static final long STEPS_AT_LEAST = 5_000_000;

    private final Instruments instruments = new Instruments();
    private final Reach reach = Reach.measure(instruments, TRIES);
    private final Map<String, String> killers;
    private final Map<String, Integer> kills = new ConcurrentHashMap<>();

    private final Set<String> troubles = ConcurrentHashMap.newKeySet();

    /** Knows the killers of some mutants, by their ids. */
    Hunt(Map<String, String> killers) {
        this.killers = killers;
    }

    /** What becomes of a mutant. */
    Fate hunt(Mutant mutant) {
        List<String> reaching = reach.scenarios(mutant);
        if (reaching.isEmpty()) {
            return Fate.NOT_REACHED;
        }
        Optional<String> killer = Optional.ofNullable(killers.get(mutant.id()))
                .filter(reaching::contains)
                .flatMap(known -> firstKiller(mutant, List.of(known), TRIES))
                .or(() -> firstKiller(mutant, guesses(mutant, reaching), TRIES_IN_BRIEF))
                .or(() -> firstKiller(mutant, reaching, TRIES_IN_BRIEF))
                .or(() -> TRIES > TRIES_IN_BRIEF ? firstKiller(mutant, reaching, TRIES) : Optional.empty());
        killer.ifPresent(id -> kills.merge(key(mutant, id), 1, Integer::sum));
        return killer.map(Fate::killedBy).orElse(Fate.SURVIVES);
    }

    /** Where the suite itself broke. */
    Set<String> troubles() {
        return troubles;
    }

    private List<String> guesses(Mutant mutant, List<String> reaching) {
        List<String> best = new ArrayList<>(reaching);
        best.sort(Comparator.<String>comparingInt(id -> -kills.getOrDefault(key(mutant, id), 0))
                .thenComparingLong(reach::steps));
        return best.subList(0, Math.min(GUESSES, best.size()));
    }

    private static String key(Mutant mutant, String scenario) {
        return mutant.className() + " " + scenario;
    }

    private Optional<String> firstKiller(Mutant mutant, List<String> scenarios, int tries) {
        MutantLoader loader = new MutantLoader(mutant.classes(), instruments::steps);
        AtomicReference<String> killer = new AtomicReference<>();
        Suite.play(loader, String.join(" or ", scenarios), tries, new Suite.Observer() {
            @Override
            public void started(String id) {
                loader.meter().reset(STEPS_AT_LEAST + TIMES * reach.steps(id));
            }

            @Override
            public boolean finished(String id, Outcome outcome) {
                if (outcome == Outcome.SUITE_ERROR) {
                    troubles.add(mutant + " breaks the suite in " + id);
                }
                if (outcome == Outcome.FAIL) {
                    killer.set(id);
                }
                return outcome != Outcome.FAIL;
            }
        });
        return Optional.ofNullable(killer.get());
    }
}
