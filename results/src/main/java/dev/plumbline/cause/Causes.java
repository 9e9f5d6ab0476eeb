package dev.plumbline.cause;

import dev.plumbline.results.Failure;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.RunVerdict;
import dev.plumbline.results.ScenarioResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The mistakes behind the failures of a run, the one to repair first before the others. Failures by the same rule, or in the same
 * words, are one mistake; what stands on a rule that is broken is no second one, for it fails whatever it does itself.
 */
public final class Causes {
    private final List<Cause> all;
    private final Map<String, Cause> byScenario = new HashMap<>();
    private final boolean conforms;

    private Causes(List<Cause> all, boolean conforms) {
        this.all = all;
        this.conforms = conforms;
        for (Cause cause : all) {
            byScenario.put(cause.shown().id(), cause);
            cause.same().forEach(scenario -> byScenario.put(scenario.id(), cause));
            cause.following().forEach(scenario -> byScenario.put(scenario.id(), cause));
        }
    }

    /** Of a run. */
    public static Causes of(Judgement judgement) {
        return new Causes(new Finder(judgement).causes(), judgement.verdict() != RunVerdict.DOES_NOT_CONFORM);
    }

    /** What is to be repaired, in this order. What is only recommended is among it where a run demanded it, and nothing else is wrong. */
    public List<Cause> mistakes() {
        List<Cause> binding = all.stream().filter(Cause::binds).toList();
        return binding.isEmpty() && !conforms ? all : binding;
    }

    /** With what is not done as it is recommended. */
    public List<Cause> all() {
        return all;
    }

    /** Why a scenario fails; empty if it does not. */
    public Optional<Cause> of(ScenarioResult scenario) {
        return Optional.ofNullable(byScenario.get(scenario.id()));
    }

    /** The mistake that keeps a scenario from telling anything of its own. */
    public Optional<Cause> shadowOf(ScenarioResult scenario) {
        return of(scenario).filter(cause -> cause.following().contains(scenario));
    }

    /** Groups symptoms, the clearest first. */
    private static final class Finder {
        private final Map<String, Requirement> catalogue;
        private final List<ScenarioResult> scenarios;
        private final Map<String, Integer> tested = new HashMap<>();
        private final Map<String, Integer> violated = new HashMap<>();

        Finder(Judgement judgement) {
            this.scenarios = judgement.results().scenarios();
            this.catalogue =
                    judgement.results().requirements().stream().collect(Collectors.toMap(Requirement::id, row -> row));
            scenarios.forEach(this::count);
        }

        private void count(ScenarioResult scenario) {
            scenario.laws().forEach(law -> tested.merge(law, 1, Integer::sum));
            scenario.broken().forEach(law -> violated.merge(law, 1, Integer::sum));
        }

        List<Cause> causes() {
            List<Symptom> left = scenarios.stream()
                    .filter(Finder::fails)
                    .map(this::symptom)
                    .sorted(Symptom.CLEAREST_FIRST)
                    .collect(Collectors.toCollection(ArrayList::new));
            List<Cause> causes = new ArrayList<>();
            while (!left.isEmpty()) {
                Symptom first = left.remove(0);
                List<ScenarioResult> same = take(left, symptom -> symptom.isLike(first));
                List<ScenarioResult> following = take(left, symptom -> symptom.standsOn(first));
                causes.add(new Cause(first.rule(), first.scenario(), same, following));
            }
            return List.copyOf(causes);
        }

        private static List<ScenarioResult> take(List<Symptom> left, Predicate<Symptom> wanted) {
            List<ScenarioResult> taken =
                    left.stream().filter(wanted).map(Symptom::scenario).toList();
            left.removeIf(wanted);
            return taken;
        }

        /** What a run had no time for says nothing of the stack. */
        private static boolean fails(ScenarioResult scenario) {
            return scenario.outcome() == Outcome.FAIL
                    || (scenario.outcome() == Outcome.INCONCLUSIVE && !scenario.isOutOfTime());
        }

        private Symptom symptom(ScenarioResult scenario) {
            List<Requirement> rows = scenario.requirements().stream()
                    .map(catalogue::get)
                    .filter(Objects::nonNull)
                    .toList();
            Optional<Requirement> rule = Optional.ofNullable(scenario.failure())
                    .map(Failure::requirement)
                    .map(catalogue::get)
                    .or(() -> rows.stream().findFirst());
            int extras = rows.stream().mapToInt(Symptom::extras).max().orElse(0);
            return new Symptom(
                    scenario,
                    rule,
                    rule.map(Requirement::stage).orElse(scenario.stage()),
                    scenario.stage().judgedIn(rows),
                    rule.map(this::share).orElse(1.0),
                    Math.max(extras, rule.map(Symptom::extras).orElse(0)));
        }

        private double share(Requirement row) {
            return violated.getOrDefault(row.id(), 0) / (double) Math.max(1, tested.getOrDefault(row.id(), 1));
        }
    }
}
