package dev.plumbline.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The project keeps the house rules, and each rule finds what it forbids. */
class TidyTest {
    private static List<Source> project = List.of();

    @BeforeAll
    static void readTheProject() {
        project = Project.sources();
    }

    static List<HouseRule> rules() {
        return HouseRules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProjectKeepsTheRule(HouseRule house) {
        var findings = house.rule().check(project);
        assertThat(findings).withFailMessage(() -> describe(house, findings)).isEmpty();
    }

    private static String describe(HouseRule house, List<Finding> findings) {
        var text = new StringBuilder("House rule broken: ").append(house.name());
        findings.forEach(finding -> text.append("\n  ").append(finding));
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleFindsWhatItForbids(HouseRule house) {
        assertThat(house.bad())
                .isNotEmpty()
                .allSatisfy((source, line) -> assertThat(house.rule().check(List.of(source)))
                        .as(source.text())
                        .extracting(Finding::line)
                        .containsExactly(line));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleLetsPassWhatItAllows(HouseRule house) {
        assertThat(house.good())
                .isNotEmpty()
                .allSatisfy(source -> assertThat(house.rule().check(List.of(source)))
                        .as(source.text())
                        .isEmpty());
    }

    @Test
    void aFindingNamesFileLineAndRule() {
        var source = Source.of("m/src/main/java/A.java", "class A {\n    // FIXME\n}");
        assertThat(TextRules.nothingIsLeftForLater().check(List.of(source)))
                .hasToString("[m/src/main/java/A.java:2: no TODO: do it, or write an issue]");
    }

    @Test
    void thereIsSomethingToCheck() {
        assertThat(project).extracting(Source::path).anyMatch(path -> path.endsWith("/tidy/TidyTest.java"));
    }
}
