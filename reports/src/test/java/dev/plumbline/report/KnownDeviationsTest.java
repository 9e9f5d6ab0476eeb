package dev.plumbline.report;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.plumbline.results.JudgedRequirement;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Level;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.RunVerdict;
import dev.plumbline.results.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is listed is shown and green; what is listed and holds is red. */
class KnownDeviationsTest {
    private static final String STALE =
            "the list of deviations says that R is not kept, but it holds: remove the entry";

    @Test
    void aListedFailureConformsAndIsShownAsKnown() {
        Judgement judgement =
                run().deviation("R", null).listed("a", "R", "R").end(1).judgement();

        assertThat(verdicts(judgement)).containsExactly(Verdict.LISTED, Verdict.NO_SCENARIO);
        assertThat(judgement.verdict()).isEqualTo(RunVerdict.CONFORMS);
        assertThat(SummaryPrinter.lines(judgement, Ink.PLAIN))
                .contains("KNOWN DEVIATION R", "    Everybody knows about R.", "    https://example.org/R")
                .anySatisfy(line -> assertThat(line).contains("1 known deviation"));
    }

    /** What it speaks of may be among what was left out. */
    @Test
    void anEntryAboutSeveralScenariosIsNotStaleWhereSomeWereLeftOut() {
        SampleRun run = run().planned(2).deviation("R", null).scenario("a", Outcome.PASS, "R");
        assertThat(run.stopped(1, "most fail").judgement().complaints())
                .singleElement(as(STRING))
                .startsWith("the run ended early");

        SampleRun played = run().planned(2).deviation("R", "a").scenario("a", Outcome.PASS, "R");
        assertThat(played.stopped(1, "most fail").judgement().complaints()).hasSize(2);
    }

    @Test
    void anotherFailureOfAListedRequirementIsAFailure() {
        Judgement judgement = run().planned(2)
                .deviation("R", "a")
                .listed("a", "R", "R")
                .failing("b", "R", "it failed", "R")
                .end(2)
                .judgement();

        assertThat(judgement.with(Verdict.FAIL)).hasSize(1);
        assertThat(judgement.verdict()).isEqualTo(RunVerdict.DOES_NOT_CONFORM);
    }

    @Test
    void aListedLawLeavesTheScenarioItsOwnVerdict() {
        Judgement judgement = run().planned(2)
                .deviation("LAW", null)
                .deviating("a", "LAW", "R")
                .watched("b", "LAW", "R")
                .end(2)
                .judgement();

        assertThat(verdicts(judgement)).containsExactly(Verdict.PASS, Verdict.LISTED);
        assertThat(judgement.verdict()).isEqualTo(RunVerdict.CONFORMS);
        assertThat(SummaryPrinter.lines(judgement, Ink.PLAIN)).contains("KNOWN DEVIATION LAW");
    }

    /** The scenario's own headline speaks of what is known. */
    @Test
    void aLawThatIsBrokenBesideWhatIsKnownHasItsOwnWords() {
        Judgement judgement = run().deviation("R", null)
                .listedBesides("a", "R", "LAW", "it echoed 7, which the peer has not sent", "R")
                .end(1)
                .judgement();

        assertThat(verdicts(judgement)).containsExactly(Verdict.LISTED, Verdict.FAIL);
        assertThat(SummaryPrinter.lines(judgement, Ink.PLAIN))
                .containsSequence("FAILED LAW (MUST)", "    it echoed 7, which the peer has not sent", "    a");
    }

    @Test
    void whatEndsAScenarioIsToldForAllItsRequirements() {
        Judgement judgement = run().requirement("Q", Level.MUST, "S", 1)
                .deviation("R", null)
                .listed("a", "R", "R", "Q")
                .end(1)
                .judgement();

        assertThat(SummaryPrinter.lines(judgement, Ink.PLAIN)).contains("KNOWN DEVIATION R, Q");
    }

    @Test
    void whatIsSaidOfSeveralScenariosIsToldOnce() {
        Judgement judgement = run().planned(2)
                .deviation("R", "a")
                .deviation("R", "b")
                .listed("a", "R", "R")
                .listed("b", "R", "R")
                .end(2)
                .judgement();

        assertThat(SummaryPrinter.lines(judgement, Ink.PLAIN))
                .containsOnlyOnce("KNOWN DEVIATION R", "    Everybody knows about R.");
    }

    @Test
    void anEntryThatHoldsFailsTheRun() {
        Judgement judgement = run().deviation("R", null)
                .scenario("a", Outcome.PASS, "R")
                .end(1)
                .judgement();

        assertThat(judgement.verdict()).isEqualTo(RunVerdict.DOES_NOT_CONFORM);
        assertThat(judgement.complaints()).containsExactly(STALE);
        assertThat(SummaryPrinter.lines(judgement, Ink.PLAIN)).contains("  " + STALE);
    }

    @Test
    void anEntryForOneScenarioThatHoldsFailsTheRunAndNamesIt() {
        SampleRun run = run().tags("@R").deviation("R", "a").scenario("a", Outcome.PASS, "R");

        assertThat(run.end(1).judgement().complaints())
                .containsExactly("the list of deviations says that R is not kept in a, but it holds: remove the entry");
    }

    @Test
    void anEntryForALawThatHeldFailsTheRun() {
        Judgement judgement =
                run().deviation("LAW", null).watched("a", "LAW", "R").end(1).judgement();

        assertThat(judgement.verdict()).isEqualTo(RunVerdict.DOES_NOT_CONFORM);
    }

    @Test
    void anEntryThatWasNotPutToTheTestIsNotStale() {
        assertThat(List.of(
                        run().deviation("R", null).scenario("a", Outcome.NOT_CLAIMED, "R"),
                        run().deviation("R", null).scenario("a", Outcome.INCONCLUSIVE, "R"),
                        run().deviation("LAW", null).scenario("a", Outcome.PASS, "R"),
                        run().deviation("R", "b").scenario("a", Outcome.PASS, "R"),
                        run().nowAndThen("R").scenario("a", Outcome.PASS, "R"),
                        run().tags("@R").deviation("R", null).scenario("a", Outcome.PASS, "R"),
                        run().replay("T-1").deviation("R", "a").scenario("a", Outcome.PASS, "R")))
                .allSatisfy(run -> assertThat(run.judgement().complaints())
                        .noneSatisfy(complaint -> assertThat(complaint).contains("list of deviations")));
    }

    private static SampleRun run() {
        return new SampleRun("x")
                .planned(1)
                .requirement("R", Level.LESSON, "S", 1)
                .requirement("LAW", Level.MUST, "Laws", 0);
    }

    private static List<Verdict> verdicts(Judgement judgement) {
        return judgement.requirements().stream().map(JudgedRequirement::verdict).toList();
    }
}
