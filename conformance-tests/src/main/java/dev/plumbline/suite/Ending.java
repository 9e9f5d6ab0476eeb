package dev.plumbline.suite;

import dev.plumbline.results.Deviation;
import dev.plumbline.results.Failure;
import dev.plumbline.results.Failure.NamedValue;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioFiles;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Tally;
import dev.plumbline.trial.TrialFailure;
import dev.plumbline.trial.Trials;
import io.cucumber.java.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a scenario ended, put together from its trials.
 *
 * @param notClaimed what the stack does not claim, if that is why nothing was judged
 * @param message the whole explanation of a failure
 * @param known what the list of deviations says of the failure
 */
record Ending(
        Run run,
        ScenarioInfo scenario,
        Trials trials,
        StepTrace.Trace trace,
        String notClaimed,
        String message,
        Optional<Deviation> known) {

    /** How a scenario ends by Cucumber's word, unless its trials know better. */
    static Outcome outcome(Status status, Optional<TrialFailure> failure, boolean preparing) {
        if (failure.isPresent()) {
            Finding finding = failure.get().finding();
            if (finding.kind() == Finding.Kind.SUITE_ERROR) {
                return Outcome.SUITE_ERROR;
            }
            if (finding.kind() == Finding.Kind.ADAPTER) {
                return Outcome.ADAPTER;
            }
            if (finding.kind() == Finding.Kind.UNREACHED) {
                return Outcome.INCONCLUSIVE;
            }
            boolean ownFault = finding.kind() != Finding.Kind.VIOLATION || finding.requirement() != null;
            return preparing && !ownFault ? Outcome.INCONCLUSIVE : Outcome.FAIL;
        }
        return switch (status) {
            case PASSED -> Outcome.PASS;
            case SKIPPED -> Outcome.NOT_CLAIMED;
            case PENDING, UNDEFINED, AMBIGUOUS, FAILED, UNUSED -> Outcome.SUITE_ERROR;
        };
    }

    /** What is to be written down. */
    ScenarioResult result(Status status, long wallNanos) {
        Outcome outcome = known.isPresent() ? Outcome.LISTED : outcome(status, trials.failure(), trace.isPreparing());
        Tally tally = trials.tally();
        return new ScenarioResult(
                scenario.id(),
                scenario.feature(),
                scenario.rule(),
                scenario.name(),
                scenario.stage(),
                scenario.requirements(),
                tally.laws(),
                tally.broken(),
                deviations(tally),
                outcome,
                reason(outcome),
                tally.trials(),
                tally.datagrams(),
                tally.micros(),
                wallNanos / 1000,
                trials.failure().map(this::failure).orElse(null));
    }

    /** The listed laws, and what the scenario ended by. */
    private List<String> deviations(Tally tally) {
        List<String> ids = new ArrayList<>(tally.deviations());
        known.ifPresent(entry -> ids.add(entry.requirement()));
        return ids;
    }

    /** Why there is neither a pass nor a failure, if that is so. */
    private @Nullable String reason(Outcome outcome) {
        return switch (outcome) {
            case NOT_CLAIMED -> notClaimed;
            case INCONCLUSIVE -> {
                String budget = run.budget().sentence();
                boolean over = trials.failure()
                        .filter(failure -> failure.finding().headline().equals(budget))
                        .isPresent();
                yield over ? budget : "a precondition was not reached: " + trace.step();
            }
            case SUITE_ERROR ->
                trials.failure().isPresent()
                        ? "the suite or an adapter broke"
                        : "the scenario could not be run: " + trace.step();
            case ADAPTER -> Mistakes.REASON;
            case LISTED -> known.map(Deviation::reason).orElse(null);
            case PASS, FAIL, NOT_OBSERVABLE -> null;
        };
    }

    private Failure failure(TrialFailure failure) {
        boolean brief = run.options().brief();
        return new Failure(
                trace.step(),
                run.explainer()
                        .requirement(scenario, failure.finding())
                        .map(Requirement::id)
                        .orElse(""),
                failure.finding().headline(),
                failure.finding().expected(),
                failure.finding().came(),
                Explainer.besides(scenario, failure),
                brief ? List.of() : Explainer.noticed(failure),
                run.explainer().causes(scenario, failure.finding(), trace.step()),
                message,
                failure.values().entrySet().stream()
                        .map(value -> new NamedValue(value.getKey(), String.valueOf(value.getValue())))
                        .toList(),
                failure.story(),
                failure.token().toString(),
                brief ? null : ScenarioFiles.capture(scenario.id()),
                brief ? null : ScenarioFiles.ladder(scenario.id()),
                failure.finding().isBreakdown(),
                failure.finding().comparison().explained());
    }
}
