package dev.plumbline.cause;

import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Stage;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** How often the laws of the wire were put to the test in a run, and how often they were broken. */
final class Laws {
    /** So many scenarios must have put a law to the test before "always" says something. */
    private static final int FEW = 5;

    private final Map<String, Requirement> catalogue;
    private final Map<String, Integer> tested = new HashMap<>();
    private final Map<String, Integer> violated = new HashMap<>();

    Laws(Map<String, Requirement> catalogue, Collection<ScenarioResult> scenarios) {
        this.catalogue = catalogue;
        for (ScenarioResult scenario : scenarios) {
            scenario.laws().forEach(law -> tested.merge(law, 1, Integer::sum));
            scenario.broken().forEach(law -> violated.merge(law, 1, Integer::sum));
        }
    }

    /** Of the scenarios that put it to the test, how many break it. */
    double share(Requirement row) {
        return violated.getOrDefault(row.id(), 0) / (double) Math.max(1, tested.getOrDefault(row.id(), 1));
    }

    /** Of the laws of a stage the one that is broken most: by how much of what put it to the test. */
    double most(Stage stage) {
        return broken(stage).mapToDouble(this::share).max().orElse(0);
    }

    /** Whether a law of a stage is broken whenever it is put to the test. */
    boolean isOneAlwaysBroken(Stage stage) {
        return broken(stage).anyMatch(row -> share(row) == 1 && tested.getOrDefault(row.id(), 0) >= FEW);
    }

    private Stream<Requirement> broken(Stage stage) {
        return violated.keySet().stream()
                .map(catalogue::get)
                .filter(Objects::nonNull)
                .filter(row -> row.stage() == stage);
    }
}
