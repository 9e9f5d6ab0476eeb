package dev.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementJudgeTest {
    /** What a level forgives is that something is not done; nothing forgives that a stack throws, hangs or ends. */
    @ParameterizedTest
    @CsvSource({
        "LESSON, false, FAIL",
        "MUST,   false, FAIL",
        "SHOULD, false, DEVIATES",
        "MAY,    false, NOT_DONE",
        "LESSON, true,  FAIL",
        "MUST,   true,  FAIL",
        "SHOULD, true,  FAIL",
        "MAY,    true,  FAIL",
    })
    void aStackThatBreaksDownFailsWhateverTheLevel(Level level, boolean breakdown, Verdict verdict) {
        Results results =
                new Results(Sample.RUN, List.of(row(level)), List.of(), List.of(failed(breakdown)), Sample.END);
        assertThat(Judgement.of(results, false).requirements())
                .singleElement()
                .extracting(JudgedRequirement::verdict)
                .isEqualTo(verdict);
    }

    /** A scenario that begins with what need not be done cannot come to its question if it is not done. */
    @ParameterizedTest
    @CsvSource({
        "MUST,   FAIL,         FAIL",
        "SHOULD, FAIL,         DEVIATES",
        "MAY,    FAIL,         NOT_DONE",
        "MAY,    PASS,         INCONCLUSIVE",
        "MAY,    INCONCLUSIVE, INCONCLUSIVE",
    })
    void whatIsLeftUndoneIsNotInconclusive(Level level, Outcome another, Verdict verdict) {
        List<ScenarioResult> two = List.of(ended(another, false), ended(Outcome.INCONCLUSIVE, false));
        Results results = new Results(Sample.RUN, List.of(row(level)), List.of(), two, Sample.END);
        assertThat(Judgement.of(results, false).requirements())
                .singleElement()
                .extracting(JudgedRequirement::verdict)
                .isEqualTo(verdict);
    }

    private static Requirement row(Level level) {
        return new Requirement(
                "HS-1", level, Stage.HANDSHAKE, "", "", "", "", "", "", Set.of(), List.of(), Judging.SCENARIOS, "", 1);
    }

    private static ScenarioResult failed(boolean breakdown) {
        return ended(Outcome.FAIL, breakdown);
    }

    private static ScenarioResult ended(Outcome outcome, boolean breakdown) {
        Failure failure = new Failure(
                null, "HS-1", "it died", "", "", List.of(), List.of(), List.of(), "", List.of(), "", null, null, null,
                breakdown, false);
        return new ScenarioResult(
                "a/b",
                "",
                "",
                "",
                Stage.HANDSHAKE,
                List.of("HS-1"),
                List.of(),
                List.of(),
                List.of(),
                outcome,
                null,
                1,
                0,
                0,
                0,
                failure);
    }
}
