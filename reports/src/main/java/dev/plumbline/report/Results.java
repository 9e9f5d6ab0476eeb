package dev.plumbline.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a results file holds.
 *
 * @param end absent when the run died
 */
public record Results(
        RunHeader run,
        List<Requirement> requirements,
        List<ScenarioResult> scenarios,
        @Nullable End end) {

    /** The line that a run writes last. */
    public record End(int scenarios, long wallMicros) {}
}
