package dev.plumbline.results;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    /** After so many mistakes of a kind a run ends: the program around the stack makes it in every scenario. */
    public static final int MOST_MISTAKES = 3;

    /**
     * The line that a run writes last.
     *
     * @param digests of what lies beside the results: SHA-256 by the name of the file or folder, as {@link Digests} makes them
     * @param stopped why what was planned besides was left out; null if nothing was
     */
    public record End(
            int scenarios,
            long wallMicros,
            Map<String, String> digests,
            @Nullable String stopped) {
        /** The digests in the order of their names. */
        public End {
            digests = Collections.unmodifiableMap(new TreeMap<>(digests));
        }

        /** Of a run that left nothing out. */
        public End(int scenarios, long wallMicros, Map<String, String> digests) {
            this(scenarios, wallMicros, digests, null);
        }
    }

    /** Whether scenarios were left out, for what they stand on fails. */
    public boolean isStopped() {
        return end != null && end.stopped() != null;
    }

    /** Whether the program around the stack made the same mistake so often that nothing can be said of the stack. */
    public boolean isEndedByTheAdapter() {
        return scenarios.stream()
                .filter(scenario -> scenario.outcome() == Outcome.ADAPTER)
                .map(ScenarioResult::failure)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Failure::expected, Collectors.counting()))
                .values()
                .stream()
                .anyMatch(count -> count >= MOST_MISTAKES);
    }

    /** What was found, without a word of when, how fast and on what machine: the same each time, and everywhere. */
    public Results timeless() {
        return new Results(
                run.timeless(),
                requirements,
                deviations,
                scenarios.stream().map(ScenarioResult::timeless).toList(),
                end == null ? null : new End(end.scenarios(), 0, Map.of(), end.stopped()));
    }

    /** The same run, with more that lies beside its results. */
    public Results beside(Map<String, String> more) {
        Map<String, String> digests = new TreeMap<>(end == null ? Map.of() : end.digests());
        digests.putAll(more);
        return end == null
                ? this
                : new Results(
                        run,
                        requirements,
                        deviations,
                        scenarios,
                        new End(end.scenarios(), end.wallMicros(), digests, end.stopped()));
    }
}
