package dev.plumbline.results;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that was run to its end.
 *
 * @param stage what it is about
 * @param laws the wire laws that at least one packet was judged by
 * @param broken those of them that were broken; the scenario may have failed by something that says more
 * @param deviations the requirements that it has seen the stack not keep, as the list of known deviations says
 * @param reason why it was not judged, if it was not
 * @param datagrams how many crossed the wire in all trials together
 * @param virtualMicros the time that passed for the stacks, in all trials together
 */
public record ScenarioResult(
        String id,
        String feature,
        String rule,
        String name,
        Stage stage,
        List<String> requirements,
        List<String> laws,
        List<String> broken,
        List<String> deviations,
        @JsonProperty("verdict") Outcome outcome,
        @Nullable String reason,
        int trials,
        long datagrams,
        long virtualMicros,
        long wallMicros,
        @Nullable Failure failure) {
    /** How the reason of a scenario begins that was not judged because the run had no time left. */
    public static final String BUDGET = "the run's budget";

    /** The same, however long it took. */
    ScenarioResult timeless() {
        return new ScenarioResult(
                id,
                feature,
                rule,
                name,
                stage,
                requirements,
                laws,
                broken,
                deviations,
                outcome,
                reason,
                trials,
                datagrams,
                virtualMicros,
                0,
                failure);
    }

    /** Whether the stack failed, or something else kept it from getting as far as the scenario's question. */
    public boolean fails() {
        return outcome == Outcome.FAIL || (outcome == Outcome.INCONCLUSIVE && !isOutOfTime());
    }

    /** Whether the run had no time left for it. */
    public boolean isOutOfTime() {
        return reason != null && reason.startsWith(BUDGET);
    }
}
