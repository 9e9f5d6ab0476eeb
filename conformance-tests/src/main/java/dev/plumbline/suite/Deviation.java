package dev.plumbline.suite;

import org.jspecify.annotations.Nullable;

/**
 * A requirement that a stack is known not to keep.
 *
 * @param requirement which one
 * @param scenario in which scenario only, by its id; null for all
 * @param reason why this is known, and accepted
 * @param link where to read more: the RFC, or the stack's documentation
 */
record Deviation(String requirement, @Nullable String scenario, String reason, String link) {
    /** Whether it speaks of what happens in a scenario. */
    boolean isAbout(ScenarioInfo info) {
        return scenario == null || scenario.equals(info.id());
    }

    /** In one sentence. */
    String words() {
        return "Known deviation from " + requirement + ": " + reason + " (" + link + ")";
    }
}
