package dev.plumbline.report;

import static dev.plumbline.results.Level.LESSON;
import static dev.plumbline.results.Level.MAY;
import static dev.plumbline.results.Level.MUST;
import static dev.plumbline.results.Level.SHOULD;
import static dev.plumbline.results.RunVerdict.CONFORMS;
import static dev.plumbline.results.RunVerdict.COULD_NOT_RUN;
import static dev.plumbline.results.RunVerdict.DOES_NOT_CONFORM;
import static dev.plumbline.results.RunVerdict.NOTHING_FAILED_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.JudgedRequirement;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Judging;
import dev.plumbline.results.Level;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.RunVerdict;
import dev.plumbline.results.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {
    @ParameterizedTest(name = "{0}: {1} and {2} is {3}, the run {4}")
    @CsvSource({
        "MUST,   PASS,           PASS,           PASS,           CONFORMS",
        "MUST,   PASS,           FAIL,           FAIL,           DOES_NOT_CONFORM",
        "LESSON, FAIL,           PASS,           FAIL,           DOES_NOT_CONFORM",
        "SHOULD, PASS,           FAIL,           DEVIATES,       CONFORMS",
        "MAY,    FAIL,           PASS,           NOT_DONE,       CONFORMS",
        "MUST,   INCONCLUSIVE,   PASS,           INCONCLUSIVE,   DOES_NOT_CONFORM",
        "MAY,    INCONCLUSIVE,   FAIL,           NOT_DONE,       CONFORMS",
        "MAY,    INCONCLUSIVE,   PASS,           INCONCLUSIVE,   DOES_NOT_CONFORM",
        "MUST,   INCONCLUSIVE,   FAIL,           FAIL,           DOES_NOT_CONFORM",
        "MUST,   SUITE_ERROR,    PASS,           SUITE_ERROR,    COULD_NOT_RUN",
        "MUST,   SUITE_ERROR,    FAIL,           FAIL,           DOES_NOT_CONFORM",
        "SHOULD, SUITE_ERROR,    FAIL,           SUITE_ERROR,    COULD_NOT_RUN",
        "MUST,   NOT_CLAIMED,    PASS,           PASS,           CONFORMS",
        "MUST,   NOT_OBSERVABLE, PASS,           PASS,           CONFORMS",
        "MUST,   NOT_OBSERVABLE, NOT_CLAIMED,    NOT_OBSERVABLE, COULD_NOT_RUN",
        "MUST,   NOT_CLAIMED,    NOT_CLAIMED,    NOT_CLAIMED,    COULD_NOT_RUN",
    })
    void theWorstScenarioDecides(Level level, Outcome one, Outcome two, Verdict verdict, RunVerdict run) {
        Judgement judgement = new SampleRun("x")
                .planned(2)
                .requirement("R", level, "S", 2)
                .scenario("a", one, "R")
                .scenario("b", two, "R")
                .end(2)
                .judgement();

        assertThat(judgement.requirements())
                .extracting(JudgedRequirement::verdict)
                .containsExactly(verdict);
        assertThat(judgement.verdict()).isEqualTo(run);
    }

    @Test
    void aStrictRunWantsTheShouldsToo() {
        SampleRun run = one(SHOULD).scenario("a", Outcome.FAIL, "R").end(1);

        assertThat(Judgement.of(run.results(), false).verdict()).isEqualTo(CONFORMS);
        assertThat(Judgement.of(run.results(), true).verdict()).isEqualTo(DOES_NOT_CONFORM);
    }

    @Test
    void aStrictRunStillLetsTheMaysBe() {
        SampleRun run = one(MAY).scenario("a", Outcome.FAIL, "R").end(1);

        assertThat(Judgement.of(run.results(), true).verdict()).isEqualTo(CONFORMS);
    }

    @Test
    void aViolatedLawIsTheLawsFailureAndLeavesTheScenariosOwnOpen() {
        Judgement judgement = one(LESSON)
                .requirement("LAW", MUST, "Laws", 0)
                .failing("a", "LAW", "bad checksum", "R")
                .end(1)
                .judgement();

        assertThat(judgement.requirements())
                .extracting(JudgedRequirement::verdict)
                .containsExactly(Verdict.INCONCLUSIVE, Verdict.FAIL);
        assertThat(judgement.verdict()).isEqualTo(DOES_NOT_CONFORM);
    }

    @Test
    void aLawThatWasBrokenBesidesHasFailedToo() {
        Judgement judgement = one(LESSON)
                .requirement("LAW", MUST, "Laws", 0)
                .failingBesides("a", "LAW", "no SYN", "R")
                .end(1)
                .judgement();

        assertThat(judgement.requirements())
                .extracting(JudgedRequirement::verdict)
                .containsExactly(Verdict.FAIL, Verdict.FAIL);
    }

    @Test
    void aCulpritOutsideTheCatalogueIsTheScenariosOwnFailure() {
        Judgement judgement =
                one(MUST).failing("a", "NOBODY", "bad", "R").end(1).judgement();

        assertThat(judgement.with(Verdict.FAIL)).hasSize(1);
    }

    @Test
    void aRequirementWithoutAScenarioIsNotAFailure() {
        SampleRun run = one(MUST)
                .requirement("LATER", MUST, "S", 0)
                .scenario("a", Outcome.PASS, "R")
                .end(1);

        assertThat(run.judgement().with(Verdict.NO_SCENARIO)).hasSize(1);
        assertThat(run.judgement().verdict()).isEqualTo(CONFORMS);
        assertThat(run.tags("@R").judgement().with(Verdict.NOT_SELECTED)).hasSize(1);
    }

    @Test
    void aLawThatNothingHappenedAboutHadNothingToJudge() {
        SampleRun run =
                one(MUST).law("LAW", "Laws").scenario("a", Outcome.PASS, "R").end(1);

        assertThat(run.judgement().with(Verdict.NO_OCCASION)).hasSize(1);
        assertThat(run.judgement().verdict()).isEqualTo(CONFORMS);
        assertThat(run.tags("@R").judgement().with(Verdict.NO_OCCASION)).hasSize(1);
    }

    @Test
    void whatNothingCouldTellIsNotCalledMissing() {
        SampleRun run = one(MUST)
                .judged("UNSEEN", "S", Judging.NOT_OBSERVABLE)
                .judged("UNWISE", "S", Judging.LEFT_OUT)
                .scenario("a", Outcome.PASS, "R")
                .end(1);

        assertThat(run.judgement().with(Verdict.NOT_OBSERVABLE)).hasSize(1);
        assertThat(run.judgement().with(Verdict.LEFT_OUT)).hasSize(1);
        assertThat(run.judgement().verdict()).isEqualTo(CONFORMS);
    }

    @Test
    void aLawIsJudgedWhereSomethingHappened() {
        SampleRun run = one(MUST).law("LAW", "Laws").watched("a", "LAW", "R").end(1);

        assertThat(run.judgement().with(Verdict.PASS)).hasSize(2);
    }

    @Test
    void aRunThatDiedIsNoVerdict() {
        Judgement judgement =
                one(MUST).planned(40).scenario("a", Outcome.PASS, "R").judgement();

        assertThat(judgement.verdict()).isEqualTo(COULD_NOT_RUN);
        assertThat(judgement.complaints()).containsExactly("the run was cut short after 1 of 40 scenarios");
    }

    /** Whatever holds: the others were not played. */
    @Test
    void whatFailedLastAloneNeverMakesAStackConform() {
        SampleRun run = one(MUST).again().scenario("a", Outcome.PASS, "R").end(1);

        assertThat(run.judgement().verdict()).isEqualTo(NOTHING_FAILED_AGAIN);
        assertThat(run.judgement().verdict().exitCode()).isEqualTo(2);
        assertThat(one(MUST)
                        .again()
                        .scenario("a", Outcome.FAIL, "R")
                        .end(1)
                        .judgement()
                        .verdict())
                .isEqualTo(DOES_NOT_CONFORM);
    }

    /** It is told and counted, and never passes for a stack that conforms, whatever held. */
    @Test
    void whatWasLeftOutIsNeitherJudgedNorForgotten() {
        Judgement judgement = one(MUST)
                .planned(40)
                .requirement("Q", MUST, "S", 30)
                .scenario("a", Outcome.PASS, "R")
                .stopped(1, "12 of the 13 scenarios about order fail")
                .judgement();

        assertThat(judgement.verdict()).isEqualTo(DOES_NOT_CONFORM);
        assertThat(judgement.judged()).isEqualTo(1);
        assertThat(judgement.with(Verdict.NOT_RUN))
                .singleElement()
                .satisfies(row -> assertThat(row.requirement().id()).isEqualTo("Q"));
        assertThat(judgement.complaints())
                .containsExactly("the run ended early: 12 of the 13 scenarios about order fail, and so 39 of 40"
                        + " scenarios were not played; --all plays them, too (in a build"
                        + " -Dplumbline.all=true)");
    }

    @Test
    void aFailureBeforeTheRunDiedIsAFailure() {
        assertThat(one(MUST).scenario("a", Outcome.FAIL, "R").judgement().verdict())
                .isEqualTo(DOES_NOT_CONFORM);
    }

    @Test
    void nothingGoesMissingInSilence() {
        Judgement fewer =
                one(MUST).planned(2).scenario("a", Outcome.PASS, "R").end(1).judgement();
        assertThat(fewer.complaints()).containsExactly("only 1 of 2 planned scenarios finished");
        assertThat(fewer.verdict()).isEqualTo(COULD_NOT_RUN);

        Judgement miscounted = one(MUST).scenario("a", Outcome.PASS, "R").end(2).judgement();
        assertThat(miscounted.complaints()).containsExactly("the run counts 2 scenarios, but wrote down 1");

        Judgement missing = one(MUST)
                .requirement("Q", MUST, "S", 1)
                .scenario("a", Outcome.PASS, "R")
                .end(1)
                .judgement();
        assertThat(missing.with(Verdict.NOT_RUN)).hasSize(1);
        assertThat(missing.complaints()).containsExactly("fewer scenarios finished than the features declare for Q");
        assertThat(missing.verdict()).isEqualTo(COULD_NOT_RUN);
    }

    @Test
    void aRunOfNothingIsNoSuccess() {
        Judgement judgement = new SampleRun("x").planned(0).end(0).judgement();

        assertThat(judgement.verdict()).isEqualTo(COULD_NOT_RUN);
        assertThat(judgement.complaints()).containsExactly("no scenario was selected");
    }

    @Test
    void aRequirementThatTheCatalogueDoesNotHaveIsAComplaint() {
        Judgement judgement =
                one(MUST).scenario("a", Outcome.PASS, "R", "TYPO-1").end(1).judgement();

        assertThat(judgement.complaints())
                .containsExactly("scenarios name requirements that the catalogue does not have: TYPO-1");
        assertThat(judgement.verdict()).isEqualTo(COULD_NOT_RUN);
    }

    @Test
    void aFailureWithoutARequirementIsNotLost() {
        assertThat(one(MUST)
                        .scenario("a", Outcome.PASS, "R")
                        .scenario("b", Outcome.FAIL)
                        .end(2)
                        .judgement()
                        .verdict())
                .isEqualTo(DOES_NOT_CONFORM);
    }

    private static SampleRun one(Level level) {
        return new SampleRun("x").planned(1).requirement("R", level, "S", 1);
    }
}
