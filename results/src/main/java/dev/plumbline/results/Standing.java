package dev.plumbline.results;

import dev.plumbline.spi.Capability;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a stack has come on the way of the {@link Stage}s.
 *
 * @param reached the last stage up to which nothing is wrong, and where something was judged
 * @param next where it goes on: the first stage where something is wrong
 * @param wrong how many scenarios of that stage do not hold, of {@code judged}
 * @param claim what the stack could claim besides, where nothing is wrong
 * @param partial whether the run was asked for a part of the way
 */
public record Standing(
        Optional<Stage> reached,
        Optional<Stage> next,
        int wrong,
        int judged,
        Optional<Capability> claim,
        boolean partial) {
    private static final Set<Outcome> JUDGED =
            EnumSet.of(Outcome.PASS, Outcome.FAIL, Outcome.LISTED, Outcome.INCONCLUSIVE);

    /** What a run has shown of it; nothing, if the run was of scenarios that somebody picked, and not of a level, or of what failed last. */
    public static Optional<Standing> of(Judgement judgement) {
        boolean says = judgement.verdict() != RunVerdict.COULD_NOT_RUN
                && !judgement.results().run().isPicked()
                && !judgement.results().run().again();
        return says ? Optional.of(new Climb(judgement).standing()) : Optional.empty();
    }

    /** In a line or two. */
    public List<String> words() {
        String all = " of " + Stage.values().length + " reached";
        String here = reached.map(stage -> "Level " + stage.number() + all + ": " + stage.words())
                .orElse("No level" + all + " yet");
        Optional<String> missing = next.map(stage -> "For level " + stage.number() + ", " + stage.words() + ": " + wrong
                + " of " + judged + (judged == 1 ? " scenario" : " scenarios") + (wrong == 1 ? " does" : " do")
                + " not hold yet.");
        Optional<String> more =
                claim.map(capability -> "What it claims holds so far; it could claim " + capability + " next.");
        String above = partial && next.isEmpty() ? ". The run was asked for no more." : ".";
        return Stream.concat(Stream.of(here + above), Stream.concat(missing.stream(), more.stream()))
                .toList();
    }

    /** Goes from stage to stage. */
    private static final class Climb {
        private final Results results;
        private final Map<String, Requirement> catalogue = new HashMap<>();
        private final Set<String> wrong = new HashSet<>();
        private final Map<Stage, List<ScenarioResult>> judged;

        Climb(Judgement judgement) {
            this.results = judgement.results();
            results.requirements().forEach(row -> catalogue.put(row.id(), row));
            judgement.requirements().stream()
                    .filter(row -> row.verdict().light() == Verdict.Light.RED)
                    .flatMap(row -> row.decisive().stream())
                    .forEach(scenario -> wrong.add(scenario.id()));
            this.judged = results.scenarios().stream()
                    .filter(scenario -> JUDGED.contains(scenario.outcome()))
                    .collect(Collectors.groupingBy(this::judgedIn));
        }

        private Stage judgedIn(ScenarioResult scenario) {
            return scenario.stage()
                    .judgedIn(scenario.requirements().stream()
                            .map(catalogue::get)
                            .filter(Objects::nonNull)
                            .toList());
        }

        Standing standing() {
            Optional<Stage> next = Arrays.stream(Stage.values())
                    .filter(stage -> wrongIn(stage) > 0)
                    .findFirst();
            Optional<Stage> reached = Arrays.stream(Stage.values())
                    .filter(stage -> next.isEmpty() || stage.compareTo(next.get()) < 0)
                    .filter(judged::containsKey)
                    .max(Comparator.naturalOrder());
            int wrongThere = next.map(this::wrongIn).orElse(0);
            int judgedThere = next.map(
                            stage -> judged.getOrDefault(stage, List.of()).size())
                    .orElse(0);
            return new Standing(
                    reached,
                    next,
                    wrongThere,
                    judgedThere,
                    next.isPresent() ? Optional.empty() : claim(),
                    results.run().isPartial());
        }

        private int wrongIn(Stage stage) {
            return (int) judged.getOrDefault(stage, List.of()).stream()
                    .filter(scenario -> wrong.contains(scenario.id()))
                    .count();
        }

        /** Of what is not claimed, what the others stand on. */
        private Optional<Capability> claim() {
            return results.requirements().stream()
                    .filter(row -> row.scenarios() > 0)
                    .sorted(Comparator.comparing(Requirement::stage).thenComparing(Requirement::level))
                    .map(this::unclaimed)
                    .flatMap(Set::stream)
                    .findFirst();
        }

        private Set<Capability> unclaimed(Requirement row) {
            Set<Capability> missing = new TreeSet<>(row.needs());
            missing.removeIf(capability -> results.run().capabilities().contains(capability.name()));
            return missing;
        }
    }
}
