package dev.plumbline.results;

import org.jspecify.annotations.Nullable;

/**
 * A requirement that the stack is known not to keep.
 *
 * @param requirement which one
 * @param scenario in which scenario only, by its id; null for all
 * @param reason why this is known, and accepted
 * @param link where to read more
 */
public record Deviation(String requirement, @Nullable String scenario, String reason, String link) {

    /** Whether it was seen in a scenario. */
    boolean isSeenIn(ScenarioResult result) {
        return isAbout(result.id()) && result.deviations().contains(requirement);
    }

    /** Whether it speaks of what happens in the scenario of this id. */
    public boolean isAbout(String id) {
        return scenario == null || scenario.equals(id);
    }

    /** In one sentence. */
    public String words() {
        return "Known deviation from " + requirement + ": " + reason + " (" + link + ")";
    }
}
