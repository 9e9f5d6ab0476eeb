package dev.plumbline.cause;

import dev.plumbline.results.Failure;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.RunVerdict;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Stage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The mistakes behind the failures of a run, the one to repair first before the others. Failures by the same rule, or in the same
 * words, are one mistake; what stands on a rule that is broken is no second one, for it fails whatever it does itself.
 */
public final class Causes {
    private final List<Cause> all;
    private final Map<String, Cause> byScenario = new HashMap<>();
    private final List<Cause> mistakes;

    private Causes(List<Cause> all, boolean conforms) {
        List<Cause> binding = all.stream().filter(Cause::binds).toList();
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
        return new Causes(new Finder(judgement).causes(), judgement.verdict() != RunVerdict.DOES_NOT_CONFORM);
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
        /**
         * IP carries segments like datagrams: where little of TCP fails, and of UDP not much less than of what is about packets, the
         * packets are as they must be.
         */
        private static final double NOT_MUCH_LESS = 0.5;

        private static final double MUCH = 0.25;

        private static final double LITTLE = 0.05;
        private static final Set<Stage> TCP = EnumSet.range(Stage.HANDSHAKE, Stage.CLOSE);

        private final Map<String, Requirement> catalogue;
        private final List<ScenarioResult> scenarios;
        private final Map<String, Integer> tested = new HashMap<>();
        private final Map<String, Integer> violated = new HashMap<>();
        private final boolean isUdpToBlame;

        Finder(Judgement judgement) {
            this.scenarios = judgement.results().scenarios();
            this.catalogue =
                    judgement.results().requirements().stream().collect(Collectors.toMap(Requirement::id, row -> row));
            scenarios.forEach(this::count);
            this.isUdpToBlame = isUdpWorseThanTcp() || isUdpCaught();
        }

        private boolean isUdpWorseThanTcp() {
            double udp = failing(EnumSet.of(Stage.UDP)).orElse(1);
            double packets = failing(EnumSet.of(Stage.PACKETS)).orElse(1);
            return udp >= LITTLE
                    && udp >= packets * NOT_MUCH_LESS
                    && failing(TCP).orElse(1) < LITTLE;
        }

        /** Its datagrams were seen to be wrong, and its packets never: what is silent is so because nobody takes them. */
        private boolean isUdpCaught() {
            return share(Stage.UDP) >= MUCH
                    && share(Stage.PACKETS) == 0
                    && failing(TCP).orElse(0) < LITTLE;
        }

        /** Of the laws of a stage the one that is broken most: by how much of what put it to the test. */
        private double share(Stage stage) {
            return violated.keySet().stream()
                    .map(catalogue::get)
                    .filter(row -> row != null && row.stage() == stage)
                    .mapToDouble(this::share)
                    .max()
                    .orElse(0);
        }

        /** Of what is about this and was judged: how much fails. */
        private OptionalDouble failing(Set<Stage> stages) {
            List<ScenarioResult> judged = scenarios.stream()
                    .filter(scenario -> stages.contains(scenario.stage()))
                    .filter(scenario -> scenario.outcome() == Outcome.PASS || scenario.fails())
                    .toList();
            long bad = judged.stream().filter(ScenarioResult::fails).count();
            return judged.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(bad / (double) judged.size());
        }

        private void count(ScenarioResult scenario) {
            scenario.laws().forEach(law -> tested.merge(law, 1, Integer::sum));
            scenario.broken().forEach(law -> violated.merge(law, 1, Integer::sum));
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
            return new Symptom(
                    scenario,
                    rule,
                    rule.map(Requirement::stage).orElse(scenario.stage()),
                    scenario.stage().judgedIn(rows),
                    rule.map(this::share).orElse(1.0),
                    Math.max(extras, rule.map(Symptom::extras).orElse(0)),
                    rule.filter(row -> isLent(scenario, row)).isPresent());
        }

        /** A law of the packets sees what is wrong with them itself. */
        private boolean isLent(ScenarioResult scenario, Requirement row) {
            return isUdpToBlame
                    && row.stage() == Stage.PACKETS
                    && scenario.requirements().contains(row.id());
        }

        private double share(Requirement row) {
            return violated.getOrDefault(row.id(), 0) / (double) Math.max(1, tested.getOrDefault(row.id(), 1));
        }
    }
}
