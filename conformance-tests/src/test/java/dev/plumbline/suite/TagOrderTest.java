package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.ScenarioInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagOrderTest {
    private static final List<String> FEATURE = """
            @WHOLE
            Feature: A feature

              @RULE-1
              Rule: A rule

                @OTHER-1
                Scenario: Another
                  Given a scene

                @Z-1 @A-1
                @needs:TCP
                Scenario: One
                  Given a scene @not-a-tag
            """.lines().toList();

    @Test
    void whatIsSaidOfTheScenarioInParticularComesFirst() {
        assertThat(TagOrder.above(13, FEATURE))
                .containsExactly("needs:TCP", "Z-1", "A-1", "OTHER-1", "RULE-1", "WHOLE");
    }

    @Test
    void whatStandsBelowIsNotRead() {
        assertThat(TagOrder.above(8, FEATURE)).containsExactly("OTHER-1", "RULE-1", "WHOLE");
    }

    @Test
    void aLineThatTheFeatureDoesNotHaveIsNoError() {
        assertThat(TagOrder.above(99, FEATURE)).contains("WHOLE");
        assertThat(TagOrder.above(0, FEATURE)).isEmpty();
    }

    /** By the alphabet it would be the other one. */
    @Test
    void aScenarioIsHeadedByTheRowThatItsFeatureNamesFirst() {
        assertThat(ConformanceRun.scenarios("@RFC9293/MUST-36 and @DEL-2"))
                .isNotEmpty()
                .extracting(ScenarioInfo::requirements)
                .allSatisfy(rows -> assertThat(rows).startsWith("RFC9293/MUST-36"));
    }
}
