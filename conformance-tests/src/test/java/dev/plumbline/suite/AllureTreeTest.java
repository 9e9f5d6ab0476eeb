package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Outcome;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllureTreeTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PASS")
    void theTraceBeginsWithTheOutcomesToken(Outcome outcome) {
        TestResult result =
                marked(outcome, new StatusDetails().setMessage("what happened").setTrace("at Some.where"));

        assertThat(result.getStatusDetails().getTrace()).isEqualTo(outcome.token() + "\nat Some.where");
        assertThat(result.getStatusDetails().getMessage()).isEqualTo("what happened");
    }

    @Test
    void aResultWithoutDetailsIsMarkedToo() {
        assertThat(marked(Outcome.NOT_CLAIMED, null).getStatusDetails().getTrace())
                .isEqualTo("[NOT_CLAIMED]\n");
    }

    @Test
    void whatHoldsNeedsNoMark() {
        assertThat(marked(Outcome.PASS, null).getStatusDetails()).isNull();
    }

    @Test
    void whatSaysNothingAboutTheStackIsBroken() {
        assertThat(marked(Outcome.INCONCLUSIVE, null).getStatus()).isEqualTo(Status.BROKEN);
        assertThat(marked(Outcome.SUITE_ERROR, null).getStatus()).isEqualTo(Status.BROKEN);
        assertThat(marked(Outcome.FAIL, null).getStatus()).isEqualTo(Status.FAILED);
    }

    @Test
    void theLessonAndEachRfcStandApart() {
        assertThat(AllureTree.epic("lesson/tcp-order/some-scenario")).isEqualTo("How the Internet carries data");
        assertThat(AllureTree.epic("rfc768/some-file/some-scenario"))
                .startsWith("RFC ")
                .endsWith("768");
    }

    @Test
    void whatAStackSaysIsNoMarkupInAnyDoor() {
        String hostile = "<img src=x onerror=\"alert(1)\">\u202e";
        StepResult inner = new StepResult().setStatusDetails(details(hostile));
        TestResult result = new TestResult()
                .setStatusDetails(details(hostile))
                .setSteps(List.of(new StepResult().setSteps(List.of(inner))));

        AllureTree.escape(result);

        for (StatusDetails shown : List.of(result.getStatusDetails(), inner.getStatusDetails())) {
            assertThat(shown.getMessage()).isEqualTo("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;\\u202E");
            assertThat(shown.getTrace()).isEqualTo(shown.getMessage());
        }
    }

    private static StatusDetails details(String words) {
        return new StatusDetails().setMessage(words).setTrace(words);
    }

    private static TestResult marked(Outcome outcome, StatusDetails details) {
        TestResult result = new TestResult().setStatus(Status.FAILED).setStatusDetails(details);
        AllureTree.mark(result, outcome);
        return result;
    }
}
