package dev.plumbline.mark;

import static dev.plumbline.mark.SampleMarks.ALICE;
import static dev.plumbline.mark.SampleMarks.handshake;
import static dev.plumbline.mark.SampleMarks.rubric;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Outcome;
import dev.plumbline.results.RunVerdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraderTest {
    private final SampleMarks run = new SampleMarks()
            .plays("lesson/a", "HS-1", Outcome.PASS)
            .plays("lesson/b", "HS-1", Outcome.FAIL)
            .plays("lesson/c", "HS-1", Outcome.PASS)
            .plays("lesson/d", "HS-2", Outcome.PASS);

    @Test
    void eachItemIsWorthAsMuchAsAnother() {
        assertThat(points(handshake(10, false))).isEqualTo("5.00");
    }

    @Test
    void partialCreditIsTheShareOfTheScenariosThatPass() {
        assertThat(points(handshake(10, true))).isEqualTo("8.33");
    }

    @Test
    void onlyTheScenariosOfATagCountIfThereAreAny() {
        Criterion.Item right = new Criterion.Item("HS-1", Set.of("lesson/a", "lesson/c"));
        Criterion.Item wrong = new Criterion.Item("HS-1", Set.of("lesson/a", "lesson/b"));
        assertThat(points(criterion(false, right))).isEqualTo("4.00");
        assertThat(points(criterion(false, wrong))).isEqualTo("0.00");
        assertThat(points(criterion(true, wrong))).isEqualTo("2.00");
    }

    /** A stack chooses what it is judged by, and is paid for what it does. */
    @Test
    void whatIsNotClaimedIsWorthNothing() {
        SampleMarks claimsLess =
                new SampleMarks().plays("a", "HS-1", Outcome.PASS).plays("b", "HS-2", Outcome.NOT_CLAIMED);
        Mark mark = new Grader(rubric(handshake(10, true))).judged(ALICE, claimsLess.judgement());
        assertThat(mark.points()).hasToString("5.00");
        assertThat(mark.verdict()).isEqualTo(RunVerdict.CONFORMS);
    }

    @Test
    void whatNothingCanTellCountsNeitherWay() {
        SampleMarks unseen =
                new SampleMarks().plays("a", "HS-1", Outcome.PASS).plays("b", "HS-2", Outcome.NOT_OBSERVABLE);
        assertThat(new Grader(rubric(handshake(10, true)))
                        .judged(ALICE, unseen.judgement())
                        .points())
                .hasToString("10.00");
    }

    @Test
    void itIsToldWhyNotAllOfItWasEarnedAndWhatToRepairFirst() {
        Mark mark = new Grader(rubric(handshake(10, true))).judged(ALICE, run.judgement());
        assertThat(mark.criteria().get(0).lines()).containsExactly("HS-1 failed: it came <too> late & wrong");
        assertThat(mark.first())
                .contains(new FirstCause(
                        "HS-1", "It keeps HS-1", "it came <too> late & wrong", "HS-1: it came <too> late & wrong"));
        assertThat(mark.failed()).containsExactly("HS-1");
        assertThat(mark.remark()).isEqualTo("HS-1: it came <too> late & wrong");
    }

    @Test
    void whoIsNotJudgedGetsNothingOfTheSameMaximum() {
        Mark mark = new Grader(rubric(handshake(10, true))).notJudged(ALICE, State.EMPTY, "there is no file in it");
        assertThat(mark.points()).hasToString("0.00");
        assertThat(mark.max()).hasToString("10");
        assertThat(mark.remark()).isEqualTo("there is no file in it");
    }

    private static Criterion criterion(boolean partial, Criterion.Item... items) {
        return new Criterion("C", BigDecimal.valueOf(4), partial, false, List.of(items));
    }

    private String points(Criterion criterion) {
        return new Grader(rubric(criterion))
                .judged(ALICE, run.judgement())
                .points()
                .toPlainString();
    }
}
