package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.cause.Causes;
import dev.plumbline.report.AllureReport.NoReport;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.PastRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllureReportTest {
    @TempDir
    Path folder;

    private final SampleRun sample = new SampleRun("a\\b").planned(0);
    private Path results;

    @BeforeEach
    void aResult() throws IOException {
        results = Files.createDirectory(folder.resolve("allure-results"));
        Files.writeString(results.resolve("x-result.json"), "{}");
    }

    @Test
    void saysThatAllureIsMissing() {
        assertThatExceptionOfType(NoReport.class)
                .isThrownBy(() -> new AllureReport(folder.resolve("no-allure"))
                        .generate(results, sample.judgement(), List.of(), folder))
                .withMessageContaining("there is no Allure in")
                .withMessageContaining("mvn -DskipTests package");
    }

    @Test
    void saysThatThereAreNoResults() throws IOException {
        Files.createDirectory(folder.resolve("lib"));
        Files.delete(results.resolve("x-result.json"));

        assertThatExceptionOfType(NoReport.class)
                .isThrownBy(() -> new AllureReport(folder)
                        .generate(results, sample.judgement(), List.of(), folder.resolve("report")))
                .withMessageContaining("the run left no Allure results");
    }

    @Test
    void showsWhatAllureSaidWhenItFails() throws IOException {
        Files.createDirectory(folder.resolve("lib"));

        assertThatExceptionOfType(NoReport.class)
                .isThrownBy(() -> new AllureReport(folder)
                        .generate(results, sample.judgement(), List.of(), folder.resolve("report")))
                .withMessageContaining("Allure ended with code 1")
                .withMessageContaining("io.qameta.allure.CommandLine");
    }

    @Test
    void writesTheSidecars() throws IOException {
        write(List.of());

        Properties environment = new Properties();
        environment.load(Files.newBufferedReader(results.resolve("environment.properties")));
        assertThat(environment)
                .containsEntry("stack", "a\\b")
                .containsEntry("seed", "123")
                .doesNotContainKeys("tags", "ended early");
        assertThat(environment.getProperty("percentage")).contains("of the scenarios");
        assertThat(environment.getProperty("verdict"))
                .contains(sample.judgement().verdict().words(), "lesson.html");
        assertThat(results.resolve("executor.json")).content().contains("\"buildUrl\" : \"../lesson.html\"");
        assertThat(results.resolve("categories.json"))
                .content()
                .contains(
                        "A known deviation", "1. Repair this first", "3. May follow from a mistake", "The suite broke");
    }

    @Test
    void saysWhatIsNotThereSinceTheRunEndedEarly() throws IOException {
        Judgement early = new SampleRun("x").planned(9).stopped(1, "all fail").judgement();
        AllureSidecars.write(results, early, Causes.of(early), List.of());

        Properties environment = new Properties();
        environment.load(Files.newBufferedReader(results.resolve("environment.properties")));
        assertThat(environment).containsEntry("ended early", "all fail; what comes after was left out");
    }

    /** Allure reads it the newest first; its place is what the generator's plug-in for the trend opens. */
    @Test
    void theTrendIsMadeOfTheRunsBefore() throws IOException {
        write(List.of(past(1, 9), past(10, 0)));

        assertThat(results.resolve("history/history-trend.json"))
                .content()
                .containsSubsequence("\"buildOrder\" : 2", "\"failed\" : 0", "\"passed\" : 10", "\"total\" : 10")
                .containsSubsequence("\"buildOrder\" : 1", "\"failed\" : 9", "\"passed\" : 1", "\"total\" : 10");
        assertThat(results.resolve("executor.json")).content().contains("\"buildOrder\" : 3");
    }

    private void write(List<PastRun> before) throws IOException {
        Judgement judgement = sample.judgement();
        AllureSidecars.write(results, judgement, Causes.of(judgement), before);
    }

    private static PastRun past(int passed, int failed) {
        return new PastRun(
                "", "mine", 7, 25, "", false, "0", "CONFORMS", Map.of(), Map.of("PASS", passed, "FAIL", failed));
    }

    /** Whatever words the explanation is made of. */
    @ParameterizedTest
    @EnumSource
    void aResultFallsIntoTheCategoryOfItsOutcomeAndNoOther(Outcome outcome) {
        String trace = outcome.token() + "\nINCONCLUSIVE: a precondition, a known deviation, the suite broke [FAIL]";

        assertThat(AllureSidecars.categories())
                .filteredOn(category -> trace.matches(category.traceRegex()))
                .hasSize(
                        Set.of(Outcome.PASS, Outcome.NOT_CLAIMED, Outcome.NOT_OBSERVABLE)
                                        .contains(outcome)
                                ? 0
                                : 1);
    }
}
