package dev.plumbline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Level;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.tidy.Extent;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever does what the RFCs permit is not blamed for it: the other side of {@link KillTest}. */
class FreedomTest {
    private static final Set<String> BLAME = Set.of("FAIL", "INCONCLUSIVE", "SUITE_ERROR");

    @TempDir
    private Path folder;

    static List<Freedom> freedoms() {
        return Freedoms.ALL;
    }

    @ParameterizedTest
    @MethodSource("freedoms")
    @Execution(ExecutionMode.CONCURRENT)
    void aChoiceThatTheRfcsPermitIsNotBlamed(Freedom freedom) {
        List<Judged> all = Judged.runInBrief(freedom.name(), share(freedom), folder);
        assertThat(all).extracting(Judged::verdict).contains("PASS");
        assertThat(all.stream()
                        .filter(FreedomTest::isBlamed)
                        .filter(scenario -> !freedom.omits().containsAll(scenario.requirements()))
                        .map(FreedomTest::blame))
                .as(freedom.sentence())
                .isEmpty();
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

    /** Another fourth for the next freedom. */
    private static String share(Freedom freedom) {
        if (Extent.isWhole()) {
            return "";
        }
        List<ScenarioInfo> scenarios = ConformanceRun.scenarios("");
        int first = Freedoms.ALL.indexOf(freedom);
        return IntStream.range(0, scenarios.size())
                .filter(i -> (i + first) % Extent.SHARES == 0)
                .mapToObj(i -> scenarios.get(i).id())
                .collect(Collectors.joining(" or "));
    }

    private static boolean isBlamed(Judged scenario) {
        return BLAME.contains(scenario.verdict());
    }

    private static String blame(Judged scenario) {
        return scenario.verdict() + " " + scenario.id() + ": " + scenario.headline();
    }
}
