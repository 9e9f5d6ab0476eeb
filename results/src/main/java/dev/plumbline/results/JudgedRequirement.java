package dev.plumbline.results;

import java.util.List;
import java.util.Optional;

/**
 * A requirement, its verdict, and the scenarios that brought it about.
 *
 * @param decisive the scenarios whose outcome is the verdict, in the order they ended
 */
public record JudgedRequirement(Requirement requirement, Verdict verdict, List<ScenarioResult> decisive) {

    /** The scenario to look at first. */
    public Optional<ScenarioResult> example() {
        return decisive.stream().findFirst();
    }
}
