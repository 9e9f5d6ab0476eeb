package dev.plumbline.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a results file holds.
 *
 * @param deviations what the stack is known not to keep
 * @param end absent when the run died
 */
public record Results(
        RunHeader run,
        List<Requirement> requirements,
        List<Deviation> deviations,
        List<ScenarioResult> scenarios,
        @Nullable End end) {

    /** The line that a run writes last. */
    public record End(int scenarios, long wallMicros) {}
}
