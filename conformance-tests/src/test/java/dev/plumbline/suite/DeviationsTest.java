package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.results.Deviation;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.results.Stage;
import dev.plumbline.trial.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviationsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final ScenarioInfo ONE = scenario("One", "HS-1", "HS-2");
    private static final ScenarioInfo OTHER = scenario("Other", "HS-1");
    private static final String WHY = "reason: Known., link: 'https://example.org'";

    @TempDir
    private Path folder;

    @Test
    void aStackWithoutAListIsNotKnownToDeviate() {
        assertThat(Deviations.of("nobody", null, CATALOGUE, List.of()).all()).isEmpty();
    }

    @Test
    void theStacksOwnListIsOnTheClassPath() {
        assertThat(Deviations.of("listed", null, CATALOGUE, List.of()).all())
                .containsExactly(new Deviation("HS-1", null, "It is made for a test.", "https://example.org"));
    }

    @Test
    void aViolationIsListedByOneOfTheScenariosRequirements() {
        Deviations deviations = read("{requirement: HS-2, " + WHY + "}");
        Finding wrong = Finding.wrong("", "", "");

        assertThat(deviations.listing(ONE, wrong)).map(Deviation::requirement).contains("HS-2");
        assertThat(deviations.listing(OTHER, wrong)).isEmpty();
        assertThat(deviations.listing(ONE, Finding.crash("", ""))).isEmpty();
    }

    @Test
    void aViolationOfAnotherRequirementIsNotListed() {
        Deviations deviations = read("{requirement: HS-2, " + WHY + "}");

        assertThat(deviations.listing(ONE, Finding.law("HS-1", "", "", ""))).isEmpty();
        assertThat(deviations.listing(ONE, Finding.law("HS-2", "", "", ""))).isPresent();
    }

    @Test
    void ofAScenarioItIsKnownWhetherAnythingIsListed() {
        Deviations deviations = read("{requirement: HS-2, " + WHY + "}");

        assertThat(deviations.listsAny(ONE)).isTrue();
        assertThat(deviations.listsAny(OTHER)).isFalse();
    }

    @Test
    void anEntryForOneScenarioSaysNothingOfTheOthers() {
        Deviations deviations = read("{requirement: HS-1, scenario: file/one, " + WHY + "}");

        assertThat(deviations.listing(ONE, Finding.wrong("", "", ""))).isPresent();
        assertThat(deviations.listing(OTHER, Finding.wrong("", "", ""))).isEmpty();
    }

    @Test
    void anEntryMaySpeakOfSeveralScenarios() {
        Deviations deviations = read("{requirement: HS-1, scenario: 'f*/o*e', " + WHY + "}");

        assertThat(deviations.listing(ONE, Finding.wrong("", "", ""))).isPresent();
        assertThat(deviations.listing(OTHER, Finding.wrong("", "", ""))).isEmpty();
    }

    @Test
    void whatAnEntrySaysOfSeveralScenariosItSaysOfEach() {
        Deviations deviations = read("{requirement: HS-1, scenarios: [file/one, 'file/ot*'], " + WHY + "}");

        assertThat(deviations.all())
                .containsExactly(
                        new Deviation("HS-1", "file/one", "Known.", "https://example.org"),
                        new Deviation("HS-1", "file/ot*", "Known.", "https://example.org"));
        assertThat(deviations.listing(ONE, Finding.wrong("", "", ""))).isPresent();
        assertThat(deviations.listing(OTHER, Finding.wrong("", "", ""))).isPresent();
    }

    @Test
    void anEntryMaySayThatItShowsNowAndThenOnly() {
        assertThat(read("{requirement: HS-1, now-and-then: true, " + WHY + "}").all())
                .containsExactly(new Deviation("HS-1", null, "Known.", "https://example.org", true));
        assertThatThrownBy(() -> read("{requirement: HS-1, now-and-then: often, " + WHY + "}"))
                .hasMessageEndingWith("entry 1: it has a 'now-and-then' that is neither true nor false");
    }

    @Test
    void lawsAreExcusedWhereTheListSaysSo() {
        Deviations everywhere = read("{requirement: RFC1122/TTL, " + WHY + "}");
        Deviations inOne = read("{requirement: RFC1122/TTL, scenario: file/one, " + WHY + "}");

        assertThat(everywhere.laws(OTHER)).containsExactly("RFC1122/TTL");
        assertThat(inOne.laws(ONE)).containsExactly("RFC1122/TTL");
        assertThat(inOne.laws(OTHER)).isEmpty();
        assertThat(read("{requirement: HS-1, " + WHY + "}").laws(ONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deviations: [ | list.yaml is no YAML, line 1: ",
                "others: [] | there is no list 'deviations'",
                "deviations: [{reason: R, link: L}] | entry 1: it lacks its 'requirement'",
                "deviations: [{requirement: HS-1, link: L}] | entry 1: it lacks its 'reason'",
                "deviations: [{requirement: HS-1, reason: R}] | entry 1: it lacks its 'link'",
                "deviations: [{requirement: HS-1, reason: R, link: L, stack: S}] | entry 1: it has a 'stack'",
                "deviations: [{requirement: HS-1, reason: R, link: L, scenarios: file/one}] | it has 'scenarios' that are no list",
                "deviations: [{requirement: HS-1, reason: R, link: L, scenarios: []}] | it has 'scenarios' that are no list",
                "deviations: [{requirement: HS-1, reason: R, link: L, scenarios: [file/one, {}]}] | one that has no name",
                "deviations: [{requirement: HS-1, reason: R, link: L, scenario: file/one, scenarios: [file/other]}]"
                        + " | entry 1: it has a 'scenario' and 'scenarios'",
                "deviations: [{requirement: HS-1, reason: R, link: L, scenarios: [file/one, file/two]}] | it names file/two",
                "deviations: [{requirement: HS-1, reason: R, link: L, scenarios: [file/one, 'f*']}] | entry 1: it lists HS-1 once more",
                "deviations: [{requirement: HS-1, reason: R, link: L, scenarios: [file/one, file/other]}, {}]"
                        + " | entry 2: it lacks its 'requirement'",
                "deviations: [{requirement: HS-99, reason: R, link: L}] | entry 1: it names the requirement HS-99, which there is not",
                "deviations: [{requirement: HS-1, scenario: file/two, reason: R, link: L}] | it names file/two",
                "deviations: [{requirement: HS-2, scenario: file/other, reason: R, link: L}] | not judge HS-2",
                "deviations: [{requirement: HS-2, scenario: 'file/oth*', reason: R, link: L}] | not judge HS-2",
                "deviations: [{requirement: HS-1, scenario: 'file/o*', reason: R, link: L},"
                        + "{requirement: HS-1, scenario: file/one, reason: R, link: L}] | entry 2: it lists HS-1 once more",
                "deviations: [{requirement: HS-1, reason: R, link: L},"
                        + "{requirement: HS-1, scenario: file/one, reason: R, link: L}] | entry 2: it lists HS-1 once more"
            })
    void whatIsWrongWithAListIsSaidWithItsNameAndTheEntry(String list, String words) {
        assertThatThrownBy(() -> file(list))
                .isInstanceOf(CannotRun.class)
                .hasMessageContainingAll("list.yaml", words)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> Deviations.of("linux", folder.resolve("absent.yaml"), CATALOGUE, List.of()))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("there is no file " + folder.resolve("absent.yaml"));
    }

    private Deviations read(String entry) {
        return file("deviations: [" + entry + "]");
    }

    private Deviations file(String text) {
        try {
            Path list = Files.writeString(folder.resolve("list.yaml"), text);
            return Deviations.of("linux", list, CATALOGUE, List.of(ONE, OTHER));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ScenarioInfo scenario(String name, String... requirements) {
        return new ScenarioInfo(
                "file", 1, "A feature", "", name, List.of(requirements), List.of(requirements), Stage.DNS);
    }
}
