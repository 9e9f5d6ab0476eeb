package dev.plumbline.cause;

import dev.plumbline.results.Failure;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.RunVerdict;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The mistakes behind the failures of a run, the one to repair first before the others. Failures by the same rule, or in the same
 * words, are one mistake; what stands on a rule that is broken is no second one, for it fails whatever it does itself.
 */
public final class Causes {
    private final List<ScenarioResult> scenarios;
    private final List<Cause> all;
    private final Map<String, Cause> byScenario = new HashMap<>();
    private final List<Cause> mistakes;

    private Causes(List<ScenarioResult> scenarios, List<Cause> all, boolean conforms) {
        List<Cause> binding = all.stream().filter(Cause::binds).toList();
        this.scenarios = scenarios;
        this.all = all;
        this.mistakes = binding.isEmpty() && !conforms ? all : binding;
        for (Cause cause : all) {
            byScenario.put(cause.shown().id(), cause);
            cause.same().forEach(scenario -> byScenario.put(scenario.id(), cause));
            cause.following().forEach(scenario -> byScenario.put(scenario.id(), cause));
        }
    }

    /** Of a run. */
    public static Causes of(Judgement judgement) {
        return new Causes(
                judgement.results().scenarios(),
                new Finder(judgement).causes(),
                judgement.verdict() != RunVerdict.DOES_NOT_CONFORM);
    }

    /** What is to be repaired, in this order. What is only recommended is among it where a run demanded it, and nothing else is wrong. */
    public List<Cause> mistakes() {
        return mistakes;
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

    /**
     * What holds close by, which tells how far a mistake reaches: of the scenarios that the stack passes and that ask for the same
     * rule, those that were played nearest to the one that shows it, in the order in which they were. Where none asks for it, as for
     * many laws, those of the same paragraph that ask for what the one that shows it asks for.
     */
    public List<ScenarioResult> holding(Cause cause, int most) {
        List<ScenarioResult> same = nearest(cause.shown(), cause::isAskedBy, most);
        return same.isEmpty() ? nearest(cause.shown(), cause::isNextTo, most) : same;
    }

    private List<ScenarioResult> nearest(ScenarioResult shown, Predicate<ScenarioResult> wanted, int most) {
        int place = scenarios.indexOf(shown);
        return IntStream.range(0, scenarios.size())
                .filter(i -> scenarios.get(i).outcome() == Outcome.PASS && wanted.test(scenarios.get(i)))
                .boxed()
                .sorted(Comparator.comparingInt(i -> Math.abs(i - place)))
                .limit(most)
                .sorted()
                .map(scenarios::get)
                .toList();
    }

    /** What a scenario's failure is among the others; empty if it has none. */
    public Optional<Part> part(ScenarioResult scenario) {
        return of(scenario).map(cause -> {
            if (cause.following().contains(scenario)) {
                return Part.FOLLOWS;
            }
            List<Cause> mistakes = mistakes();
            int place = mistakes.indexOf(cause);
            return place < 0 ? Part.ADVICE : place == 0 ? Part.FIRST : Part.OTHER;
        });
    }

    /** What is said of a failure before all else: that it is the one to begin with, or which one to look at instead. */
    public Optional<String> place(ScenarioResult scenario) {
        return of(scenario).flatMap(cause -> {
            if (cause.following().contains(scenario)) {
                return Optional.of("Shadowed by " + cause.name() + ", which is to be repaired first.");
            }
            if (cause.same().contains(scenario)) {
                return Optional.of("The same mistake as in: " + cause.shown().name() + ".");
            }
            return part(scenario).filter(part -> part == Part.FIRST).map(part -> part.words() + ".");
        });
    }

    /** Groups symptoms, the clearest first. */
    private static final class Finder {
        private final Map<String, Requirement> catalogue;
        private final List<ScenarioResult> scenarios;
        private final Laws laws;
        private final Blame blame;

        Finder(Judgement judgement) {
            this.scenarios = judgement.results().scenarios();
            this.catalogue =
                    judgement.results().requirements().stream().collect(Collectors.toMap(Requirement::id, row -> row));
            this.laws = new Laws(catalogue, scenarios);
            this.blame = new Blame(scenarios, laws);
        }

        List<Cause> causes() {
            List<Symptom> left = scenarios.stream()
                    .filter(ScenarioResult::fails) // what a run had no time for says nothing of the stack
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
            Stage judgedIn = scenario.stage().judgedIn(rows);
            return new Symptom(
                    scenario,
                    rule,
                    rule.map(Requirement::stage).orElse(scenario.stage()),
                    judgedIn,
                    rule.map(laws::share).orElse(1.0),
                    Math.max(extras, rule.map(Symptom::extras).orElse(0)),
                    rule.map(row -> blame.of(scenario, row, judgedIn)).orElse(scenario.stage()));
        }
    }
}
