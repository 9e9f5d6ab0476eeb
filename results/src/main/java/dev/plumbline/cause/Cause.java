package dev.plumbline.cause;

import dev.plumbline.results.Failure;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mistake that a run has met, most likely one in the stack.
 *
 * @param rule the requirement that it breaks; absent where the catalogue has none
 * @param shown the scenario that shows it best
 * @param same the other scenarios that fail by the same rule or in the same words
 * @param following those that stand on the rule: they cannot be judged before it holds
 */
public record Cause(
        Optional<Requirement> rule, ScenarioResult shown, List<ScenarioResult> same, List<ScenarioResult> following) {
    /** The scenarios that fail besides the one that is shown. */
    public Stream<ScenarioResult> rest() {
        return Stream.concat(same.stream(), following.stream());
    }

    /** How many scenarios fail besides the one that is shown. */
    public int others() {
        return same.size() + following.size();
    }

    /** Whether it must be repaired: a SHOULD that is not followed need not be. */
    public boolean binds() {
        return rule.map(Requirement::binds).orElse(true)
                || (shown.failure() != null && shown.failure().breakdown());
    }

    /** Whether a scenario asks for the rule that is broken. */
    boolean isAskedBy(ScenarioResult scenario) {
        return rule.filter(row -> scenario.requirements().contains(row.id())).isPresent();
    }

    /** Whether a scenario stands in the same paragraph as the one that is shown, and asks for something that this asks for, too. */
    boolean isNextTo(ScenarioResult scenario) {
        return scenario.feature().equals(shown.feature())
                && scenario.rule().equals(shown.rule())
                && scenario.requirements().stream().anyMatch(shown.requirements()::contains);
    }

    /** Its rule, or the scenario's name where there is none. */
    public String name() {
        return rule.map(Requirement::id).orElse(shown.name());
    }

    /** What happened, in one line. */
    public String headline() {
        String reason = shown.reason() == null ? "" : shown.reason();
        return shown.failure() == null ? reason : shown.failure().headline();
    }

    /** Where in the stack's own code it threw, if that is what happened. */
    public Optional<String> place() {
        return Optional.ofNullable(shown.failure()).flatMap(Failure::place);
    }

    /** The same for all stacks with this mistake, whatever was drawn. */
    public String family() {
        return name() + ": " + Headline.family(headline());
    }
}
