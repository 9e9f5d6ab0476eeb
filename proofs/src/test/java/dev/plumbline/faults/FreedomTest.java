package dev.plumbline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Level;
import dev.plumbline.results.Requirement;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.tidy.Extent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever does what the RFCs permit is not blamed for it: the other side of {@link KillTest}. */
class FreedomTest {
    private static final Set<String> BLAME = Set.of("FAIL", "INCONCLUSIVE", "SUITE_ERROR");

    static List<Freedom> freedoms() {
        return Freedoms.ALL;
    }

    @ParameterizedTest
    @MethodSource("freedoms")
    @Execution(ExecutionMode.CONCURRENT)
    void aChoiceThatTheRfcsPermitIsNotBlamed(Freedom freedom) {
        List<Judged> all = Judged.runInBrief(freedom.name(), Extent.scenarios(Freedoms.ALL.indexOf(freedom)));
        assertThat(all).extracting(Judged::verdict).contains("PASS");
        assertThat(all.stream()
                        .filter(FreedomTest::isBlamed)
                        .filter(scenario -> !freedom.omits().containsAll(scenario.requirements()))
                        .map(FreedomTest::blame))
                .as(freedom.sentence())
                .isEmpty();
    }

    /** On the way one half overtakes the other: in few trials, so it is looked for in many. */
    @Test
    void aPeerThatWaitsForAStreamKeepsWhatComesEarly() {
        assertThat(Judged.run("right:halves", "@NET-2", null))
                .extracting(Judged::verdict)
                .containsOnly("PASS");
    }

    @Test
    void whatMustBeDoneIsNotLeftOut() {
        assertThat(ConformanceRun.catalogue())
                .filteredOn(row -> Freedoms.ALL.stream()
                        .anyMatch(freedom -> freedom.omits().contains(row.id())))
                .extracting(Requirement::level)
                .isSubsetOf(Level.SHOULD, Level.MAY);
    }

    @Test
    void aFreedomHasANameOfItsOwn() {
        assertThat(Freedoms.ALL).extracting(Freedom::name).doesNotHaveDuplicates();
    }

    private static boolean isBlamed(Judged scenario) {
        return BLAME.contains(scenario.verdict());
    }

    private static String blame(Judged scenario) {
        return scenario.verdict() + " " + scenario.id() + ": " + scenario.headline();
    }
}
