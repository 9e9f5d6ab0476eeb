package dev.plumbline.suite;

import dev.plumbline.results.ScenarioInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be played again, since it failed in the run before.
 *
 * @param scenarios their ids
 * @param alone whether nothing else is played; if not, they come before the others
 */
public record Again(Set<String> scenarios, boolean alone) {
    /** There was no run before, or it is of no interest. */
    public static final Again NOTHING = new Again(Set.of(), false);

    /** Copies the set. */
    public Again {
        scenarios = Set.copyOf(scenarios);
    }

    /** Whether this scenario is to be played at all. */
    boolean wants(String id) {
        return !alone || scenarios.contains(id);
    }

    /** These among others, and then the others; what is empty is left out. */
    List<List<ScenarioInfo>> parcels(Collection<ScenarioInfo> all) {
        Map<Boolean, List<ScenarioInfo>> parted =
                all.stream().collect(Collectors.partitioningBy(scenario -> scenarios.contains(scenario.id())));
        return Stream.of(true, false)
                .map(parted::get)
                .filter(parcel -> !parcel.isEmpty())
                .toList();
    }
}
