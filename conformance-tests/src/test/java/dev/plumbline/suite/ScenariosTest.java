package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.results.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenariosTest {
    @ParameterizedTest
    @CsvSource({
        "@HS-1, true",
        "HS-1, true",
        "HS-2, false",
        "HS-10, false",
        "@HS-1 and @RFC9293/MUST-10, true",
        "HS-1 and RFC9293/MUST-10, true",
        "HS-1 and not RFC9293/MUST-10, false",
        "not HS-2, true",
        "HS-2 or (HS-1 and not UDP-1), true",
        "tcp/a-scenario, true",
        "tcp/another, false",
        "tcp, true",
        "udp, false",
        "tier/lesson, true",
        "tier/rfc, true",
        "tier/other, false",
        "level/2, false",
        "level/3, true",
        "level/9, true",
        "level/10, false",
        "(section/RFC9293) or (section/RFC9293/4), true",
        "section/RFC9293/3, true",
        "section/RFC9293/3.5, true",
        "section/RFC9293/3.51, false",
        "(HS-1) and (tier/rfc) and (section/RFC9293/3.5), true",
        "'', true",
        "'  ', true"
    })
    void aTagExpressionSelectsWithAndWithoutAtSigns(String tags, boolean selected) {
        ScenarioInfo scenario = new ScenarioInfo(
                "tcp",
                3,
                "TCP",
                "",
                "A scenario",
                List.of("HS-1", "RFC9293/MUST-10"),
                List.of("HS-1"),
                Stage.HANDSHAKE);
        assertThat(Scenarios.selection(tags, Catalogue.load()).test(scenario)).isEqualTo(selected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@HS-1 or", "(@HS-1", "@HS-1 @HS-2", "and", "HS-1 or or HS-2"})
    void whatIsNoTagExpressionIsRefusedWithAnExampleOfOne(String tags) {
        assertThatThrownBy(() -> Scenarios.selection(tags, Catalogue.load()))
                .isInstanceOf(CannotRun.class)
                .hasMessageStartingWith("'" + tags + "' is not a tag expression such as ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aTierHoldsThoseBeforeIt() {
        assertThat(ConformanceRun.scenarios("tier/rfc")).containsAll(ConformanceRun.scenarios("tier/lesson"));
        assertThat(ConformanceRun.scenarios("tier/advanced")).isEqualTo(ConformanceRun.scenarios(""));
        assertThat(ConformanceRun.scenarios("tier/rfc and RFC5681/LIMITED-TRANSMIT"))
                .as("only recommended")
                .isEmpty();
    }

    @Test
    void aTierIsTheLevelThatEndsIt() {
        assertThat(ConformanceRun.scenarios("level/7")).isEqualTo(ConformanceRun.scenarios("tier/lesson"));
        assertThat(ConformanceRun.scenarios("level/8")).isEqualTo(ConformanceRun.scenarios("tier/rfc"));
        assertThat(ConformanceRun.scenarios("level/9")).isEqualTo(ConformanceRun.scenarios("tier/advanced"));
    }

    @Test
    void aLevelHasScenariosOfItsOwnAndThoseOfTheLevelsBefore() {
        for (Stage stage : Stage.values()) {
            List<ScenarioInfo> before = ConformanceRun.scenarios("level/" + (stage.number() - 1));
            assertThat(ConformanceRun.scenarios("level/" + stage.number()))
                    .as(stage.words())
                    .containsAll(before)
                    .hasSizeGreaterThan(before.size());
        }
    }

    /** Somebody who has no TCP yet meets none below its level. */
    @Test
    void whatNeedsAStreamIsNotAmongPacketsAndPorts() {
        assertThat(ConformanceRun.scenarios("level/2 and (needs:TCP or UDP-1 or PORT-3)"))
                .isEmpty();
        assertThat(ConformanceRun.scenarios("level/2 and not needs:ICMP"))
                .hasSizeGreaterThan(40)
                .extracting(ScenarioInfo::file)
                .contains("lesson/ip", "lesson/udp");
        assertThat(ConformanceRun.scenarios("closing"))
                .isNotEmpty()
                .allSatisfy(scenario -> assertThat(scenario.stage()).isEqualTo(Stage.CLOSE));
    }

    @Test
    void aScenariosKeyIsItsRequirementAndSixDigits() {
        ScenarioInfo scenario =
                new ScenarioInfo("tcp", 3, "TCP", "", "One, two!", List.of(), List.of("HS-1"), Stage.HANDSHAKE);
        assertThat(scenario.id()).isEqualTo("tcp/one-two-");
        assertThat(scenario.key()).matches("HS-1\\.[0-9a-f]{6}");
    }

    @Test
    void noTwoScenariosShareAKey() {
        assertThat(ConformanceRun.scenarios("")).extracting(ScenarioInfo::key).doesNotHaveDuplicates();
    }

    @Test
    void everyScenarioStandsForARequirement() {
        assertThat(ConformanceRun.scenarios(""))
                .hasSizeGreaterThan(40)
                .allSatisfy(scenario ->
                        assertThat(scenario.requirements()).as(scenario.id()).isNotEmpty());
    }

    @Test
    void aScenarioThatNeedsVirtualTimeSaysSo() {
        assertThat(titled("tcp", "Chain", "virtual-time").needsVirtualTime()).isTrue();
        assertThat(titled("tcp", "Other").needsVirtualTime()).isFalse();
        assertThat(ConformanceRun.scenarios("@virtual-time"))
                .isNotEmpty()
                .allMatch(ScenarioInfo::needsVirtualTime)
                .flatExtracting(ScenarioInfo::requirements)
                .containsOnly(
                        "RFC2018/8-KEEP",
                        "RFC2883/4-ONCE",
                        "RFC2883/4.2-PART",
                        "RFC3168/NEGOTIATED",
                        "RFC3168/NO-GROWTH",
                        "RFC3168/ONE-SEGMENT",
                        "RFC5681/FLIGHT-SIZE",
                        "RFC5681/LIMITED-TRANSMIT",
                        "RFC5681/RECOVERY",
                        "RFC5681/WHILE-REPAIRING",
                        "RFC5961/3.2-EXACT",
                        "RFC5961/7-AGAIN",
                        "RFC6056/3.3-NONE-LEFT",
                        "RFC6298/ANEW",
                        "RFC6298/COLLAPSE",
                        "RFC6298/ESTIMATE",
                        "RFC6298/GOES-ON",
                        "RFC6582/3.2-FULL",
                        "RFC6582/3.2-PARTIAL",
                        "RFC6675/5-HOLES",
                        "RFC7323/2.3-SCALED",
                        "RFC7323/5.5-OUTDATED",
                        "RFC9293/3.10-MODEL",
                        "RFC9293/3.10.2-SEND",
                        "RFC9293/3.10.7.4-TIME-WAIT",
                        "RFC9293/3.10.7.4-URG",
                        "RFC9293/MUST-13",
                        "RFC9293/MUST-18",
                        "RFC9293/MUST-21",
                        "RFC9293/MUST-24",
                        "RFC9293/MUST-26",
                        "RFC9293/MUST-9",
                        "RFC9293/SHLD-18");
    }

    private static ScenarioInfo titled(String file, String name, String... tags) {
        return new ScenarioInfo(file, 3, "", "", name, List.of(tags), List.of(), Stage.PACKETS);
    }
}
