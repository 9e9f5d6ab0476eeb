package dev.plumbline.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each requirement the worst verdict that its scenarios give it.
 *
 * <p>A scenario that fails because another requirement than its own is violated (a law of the wire) is a failure of that
 * one; about its own it tells nothing, for it was not played to its end: they are {@link Verdict#INCONCLUSIVE}. A law that has
 * judged a packet, and was not broken, has held there: {@link Verdict#PASS}; one that was broken, where the scenario found
 * something that says more, has failed as well. One that the stack is known not to keep ends no scenario: {@link Verdict#LISTED}.
 */
final class RequirementJudge {
    private final Results results;
    private final Map<String, Requirement> catalogue = new HashMap<>();
    private final Map<String, List<Vote>> votes = new HashMap<>();

    /** What one scenario says about one requirement. */
    private record Vote(ScenarioResult scenario, Verdict verdict) {}

    RequirementJudge(Results results) {
        this.results = results;
        results.requirements().forEach(requirement -> catalogue.put(requirement.id(), requirement));
    }

    List<JudgedRequirement> judge() {
        results.scenarios().forEach(this::collect);
        return results.requirements().stream().map(this::judge).toList();
    }

    private void collect(ScenarioResult scenario) {
        String culprit = foreignCulprit(scenario);
        Outcome outcome = culprit.isEmpty() ? scenario.outcome() : Outcome.INCONCLUSIVE;
        scenario.requirements().forEach(id -> vote(id, scenario, outcome));
        scenario.laws().stream()
                .filter(law -> !law.equals(culprit) && !scenario.requirements().contains(law))
                .forEach(law -> vote(law, scenario, lawOutcome(scenario, law)));
        if (!culprit.isEmpty()) {
            vote(culprit, scenario, Outcome.FAIL);
        }
    }

    private static Outcome lawOutcome(ScenarioResult scenario, String law) {
        if (scenario.broken().contains(law)) {
            return Outcome.FAIL;
        }
        return scenario.deviations().contains(law) ? Outcome.LISTED : Outcome.PASS;
    }

    /** The violated requirement, if it is in the catalogue and not one of the scenario's own; else nothing. */
    private String foreignCulprit(ScenarioResult scenario) {
        Failure failure = scenario.failure();
        if (scenario.outcome() != Outcome.FAIL || failure == null || failure.requirement() == null) {
            return "";
        }
        boolean foreign = catalogue.containsKey(failure.requirement())
                && !scenario.requirements().contains(failure.requirement());
        return foreign ? failure.requirement() : "";
    }

    private void vote(String id, ScenarioResult scenario, Outcome outcome) {
        Requirement requirement = catalogue.get(id);
        if (requirement != null) {
            Verdict verdict = outcome == Outcome.FAIL && hasBrokenDown(scenario)
                    ? Verdict.FAIL
                    : Verdict.of(outcome, requirement.level());
            Vote vote = new Vote(scenario, verdict);
            votes.computeIfAbsent(id, any -> new ArrayList<>()).add(vote);
        }
    }

    /** A stack may leave a SHOULD undone; it may not die of it. */
    private static boolean hasBrokenDown(ScenarioResult scenario) {
        return scenario.failure() != null && scenario.failure().breakdown();
    }

    private JudgedRequirement judge(Requirement requirement) {
        List<Vote> cast = votes.getOrDefault(requirement.id(), List.of());
        Verdict worst = cast.stream().map(Vote::verdict).reduce(withoutScenarios(requirement, cast), Verdict::worst);
        Verdict verdict = worst == Verdict.INCONCLUSIVE && isLeftUndone(requirement, cast)
                ? requirement.level().whenViolated()
                : worst;
        List<ScenarioResult> decisive = cast.stream()
                .filter(vote -> vote.verdict() == verdict)
                .map(Vote::scenario)
                .toList();
        return new JudgedRequirement(requirement, verdict, decisive);
    }

    /** Where a scenario has shown that it is not done, which it need not be, another that begins with it tells nothing new. */
    private static boolean isLeftUndone(Requirement requirement, List<Vote> cast) {
        return !requirement.binds()
                && cast.stream()
                        .anyMatch(vote -> vote.verdict() == requirement.level().whenViolated());
    }

    /** What would hold if no scenario had said anything. */
    private Verdict withoutScenarios(Requirement requirement, List<Vote> cast) {
        long own = cast.stream()
                .filter(vote -> vote.scenario().requirements().contains(requirement.id()))
                .count();
        if (own < requirement.scenarios()) {
            return Verdict.NOT_RUN;
        }
        if (requirement.judging() == Judging.NOT_OBSERVABLE) {
            return Verdict.NOT_OBSERVABLE;
        }
        if (requirement.judging() == Judging.LEFT_OUT) {
            return Verdict.LEFT_OUT;
        }
        if (requirement.law()) {
            return Verdict.NO_OCCASION;
        }
        return results.run().isPartial() ? Verdict.NOT_SELECTED : Verdict.NO_SCENARIO;
    }
}
