package dev.plumbline.results;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which stages of a run carry what stands on them. Where more than half of a stage fails, and not only a few scenarios, nothing
 * certain can be said of what stands on it: that fails, too, whatever it does itself, and is not worth the wait.
 */
public final class Footing {
    /** Fewer failures than these may be mistakes of their own, and not a stage that is missing. */
    static final int FEWEST = 10;

    private final Map<String, Requirement> catalogue = new HashMap<>();
    private final Map<String, Stage> judgedIn = new HashMap<>();
    private final Map<Stage, Integer> sizes = new EnumMap<>(Stage.class);

    /**
     * A stage that does not carry.
     *
     * @param failed how many of its scenarios fail
     * @param all how many scenarios it has that could judge the stack
     */
    public record Gap(Stage stage, int failed, int all) {
        @Override
        public String toString() {
            return failed + " of the " + all + " scenarios about " + stage.words();
        }
    }

    /**
     * Of a run.
     *
     * @param playable the planned scenarios that can judge the stack
     */
    public Footing(Collection<Requirement> catalogue, Collection<ScenarioInfo> playable) {
        catalogue.forEach(row -> this.catalogue.put(row.id(), row));
        playable.forEach(scenario -> {
            judgedIn.put(scenario.id(), judgedIn(scenario));
            sizes.merge(judgedIn(scenario), 1, Integer::sum);
        });
    }

    /** The stage that it belongs to. */
    public Stage judgedIn(ScenarioInfo scenario) {
        return scenario.stage().judgedIn(rows(scenario.requirements()).toList());
    }

    /** The stages that do not carry, whatever is still to come of them. */
    public List<Gap> gaps(Collection<ScenarioResult> ended) {
        Map<Stage, Integer> failed = new EnumMap<>(Stage.class);
        ended.stream()
                .filter(this::isWrong)
                .flatMap(scenario -> Stream.ofNullable(judgedIn.get(scenario.id())))
                .forEach(stage -> failed.merge(stage, 1, Integer::sum));
        return Arrays.stream(Stage.values())
                .map(stage -> new Gap(stage, failed.getOrDefault(stage, 0), sizes.getOrDefault(stage, 0)))
                .filter(gap -> gap.failed() >= FEWEST && 2 * gap.failed() > gap.all())
                .toList();
    }

    /** Whether a scenario stands on a stage that does not carry. */
    public boolean standsOn(ScenarioInfo scenario, Gap gap) {
        Stage own = judgedIn(scenario);
        if (gap.stage().compareTo(Stage.RFC) >= 0) {
            return own.standsOn(gap.stage());
        }
        // What an RFC says of names has nothing to do with segments: what it is about decides.
        boolean later = own != gap.stage() && scenario.stage() == gap.stage();
        return later || scenario.stage().standsOn(gap.stage());
    }

    /** What is only recommended, and not done, makes no stack fail. */
    private boolean isWrong(ScenarioResult scenario) {
        Failure failure = scenario.failure();
        boolean binds = failure == null
                || failure.breakdown()
                || scenario.outcome() == Outcome.INCONCLUSIVE
                || rule(scenario, failure).map(Requirement::binds).orElse(true);
        return scenario.fails() && binds;
    }

    private Optional<Requirement> rule(ScenarioResult scenario, Failure failure) {
        return Optional.ofNullable(failure.requirement())
                .map(catalogue::get)
                .or(() -> rows(scenario.requirements()).findFirst());
    }

    private Stream<Requirement> rows(List<String> ids) {
        return ids.stream().map(catalogue::get).filter(Objects::nonNull);
    }

    /** Why what stands on them is left out. */
    public static String words(List<Gap> gaps) {
        return gaps.stream().map(Gap::toString).collect(Collectors.joining(", and ")) + " fail";
    }
}
