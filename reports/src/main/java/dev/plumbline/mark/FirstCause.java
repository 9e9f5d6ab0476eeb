package dev.plumbline.mark;

import dev.plumbline.results.Failure;
import dev.plumbline.results.JudgedRequirement;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Verdict;
import java.util.Optional;

/**
 * What to repair first.
 *
 * @param statement what should hold
 * @param headline what happened instead
 */
public record FirstCause(String requirement, String statement, String headline) {

    /** Of a run: the first requirement that failed, in the order of the catalogue, which is that of the layers. */
    static Optional<FirstCause> of(Judgement judgement) {
        return judgement.with(Verdict.FAIL).stream().findFirst().map(FirstCause::of);
    }

    private static FirstCause of(JudgedRequirement row) {
        String headline = row.example()
                .map(ScenarioResult::failure)
                .map(Failure::headline)
                .orElse("");
        return new FirstCause(row.requirement().id(), row.requirement().statement(), headline);
    }
}
