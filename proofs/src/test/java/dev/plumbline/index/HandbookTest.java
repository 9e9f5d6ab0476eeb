package dev.plumbline.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.Handbook;
import dev.plumbline.report.RequirementPages;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.suite.ConformanceRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the requirements show the scenarios and the faults that there are, each where it belongs. */
class HandbookTest {
    private static final Handbook HANDBOOK = Handbook.load();
    private static final List<Requirement> CATALOGUE = ConformanceRun.catalogue();
    private static final List<ScenarioInfo> SCENARIOS = ConformanceRun.scenarios("");
    private static final Pattern VALUE = Pattern.compile("<[^>]*>");
    private static final Pattern LINE = Pattern.compile("(Given|When|Then|And|But) .+|Examples:|\\|.*\\|");

    @Test
    void aRowHasTheScenariosThatStandForIt() {
        assertThat(CATALOGUE).allSatisfy(row -> {
            List<ScenarioInfo> own = SCENARIOS.stream()
                    .filter(scenario -> scenario.requirements().contains(row.id()))
                    .toList();
            List<Handbook.Told> told = HANDBOOK.scenarios(row.id());
            assertThat(own).allSatisfy(scenario -> assertThat(told).anyMatch(each -> isToldBy(scenario, each)));
            assertThat(told).allSatisfy(each -> assertThat(own).anyMatch(scenario -> isToldBy(scenario, each)));
        });
    }

    private static boolean isToldBy(ScenarioInfo scenario, Handbook.Told told) {
        String title =
                Arrays.stream(VALUE.split(told.title(), -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return told.rule().equals(scenario.rule()) && scenario.name().matches(title);
    }

    @Test
    void aScenarioIsItsStepsAndTheirTables() {
        assertThat(CATALOGUE)
                .flatMap(row -> HANDBOOK.scenarios(row.id()))
                .hasSizeGreaterThan(100)
                .flatMap(Handbook.Told::lines)
                .allSatisfy(line -> assertThat(line).matches(LINE));
    }

    @Test
    void aRowHasTheFaultsThatItMustFindOut() {
        Index index = Index.load();
        assertThat(CATALOGUE)
                .allSatisfy(row -> assertThat(HANDBOOK.faults(row.id()))
                        .extracting(Handbook.Fault::sentence)
                        .isEqualTo(index.faults(row.id()).stream()
                                .map(Index.Wrong::sentence)
                                .toList()));
        assertThat(HANDBOOK.faults("HS-2")).isNotEmpty();
    }

    /** Beside them lies how they look. */
    @Test
    void eachRowHasAPageOfItsOwn(@TempDir Path folder) throws IOException {
        RequirementPages.write(CATALOGUE, folder.resolve("class.html"), HANDBOOK);

        try (Stream<Path> files = Files.list(folder.resolve(RequirementPages.FOLDER))) {
            assertThat(files).hasSize(CATALOGUE.size() + 1);
        }
    }
}
