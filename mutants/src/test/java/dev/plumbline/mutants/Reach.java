package dev.plumbline.mutants;

import dev.plumbline.results.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which scenarios come through which line of the reference, and how many steps each takes: nothing else can notice that something
 * is different there.
 */
final class Reach {
    private final Instruments instruments;
    private final Map<String, BitSet> lines = new LinkedHashMap<>();
    private final Map<String, Long> steps = new LinkedHashMap<>();

    private final List<String> failed = new ArrayList<>();

    private Reach(Instruments instruments) {
        this.instruments = instruments;
    }

    /** Plays all scenarios. */
    static Reach measure(Instruments instruments, int tries) {
        Reach reach = new Reach(instruments);
        MutantLoader loader = new MutantLoader(Map.of(), instruments::linesAndSteps);
        Suite.Observer observer = new Suite.Observer() {
            @Override
            public void started(String id) {
                loader.meter().reset(Long.MAX_VALUE);
            }

            @Override
            public boolean finished(String id, Outcome outcome) {
                if (outcome != Outcome.PASS) {
                    reach.failed.add(id + " " + outcome);
                }
                reach.add(id, loader.meter());
                return true;
            }
        };
        Suite.play(loader, "", tries, observer);
        if (!reach.failed.isEmpty()) {
            throw new IllegalStateException("the reference itself does not pass: " + reach.failed);
        }
        return reach;
    }

    /** Scenarios whose files give them one name are one here. */
    private void add(String id, Meter meter) {
        lines.computeIfAbsent(id, first -> new BitSet()).or(meter.lines());
        steps.merge(id, meter.steps(), Math::max);
    }

    /** The scenarios that come through a mutant's line. */
    List<String> scenarios(Mutant mutant) {
        int number = instruments.number(mutant.className(), mutant.line());
        List<String> found = new ArrayList<>();
        lines.forEach((id, of) -> {
            if (of.get(number)) {
                found.add(id);
            }
        });
        return found;
    }

    /** How many steps a scenario took with the reference. */
    long steps(String scenario) {
        return steps.getOrDefault(scenario, 0L);
    }
}
