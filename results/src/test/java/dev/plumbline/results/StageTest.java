package dev.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {
    @Test
    void whatAStageStandsOnComesBeforeIt() {
        for (Stage upper : Stage.values()) {
            for (Stage lower : Stage.values()) {
                assertThat(upper.standsOn(lower) && upper.compareTo(lower) <= 0)
                        .as(upper + " on " + lower)
                        .isFalse();
            }
        }
        assertThat(Stage.values()).allMatch(stage -> stage == Stage.PACKETS || stage.standsOn(Stage.PACKETS));
        assertThat(Arrays.stream(Stage.values()).filter(Stage.ADVANCED::standsOn))
                .hasSize(8);
    }

    @Test
    void namesAndConnectionsDoNotStandOnEachOther() {
        assertThat(Stage.DNS.standsOn(Stage.UDP)).isTrue();
        assertThat(Stage.DNS.standsOn(Stage.DELIVERY)).isFalse();
        assertThat(Stage.HANDSHAKE.standsOn(Stage.UDP)).isFalse();
        assertThat(Stage.CLOSE.standsOn(Stage.ORDER)).isFalse();
        assertThat(Stage.CLOSE.standsOn(Stage.HANDSHAKE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"LESSON, LESSON, ORDER", "MUST, LESSON, ORDER", "MUST, SHOULD, RFC", "SHOULD, MAY, ADVANCED"})
    void aScenarioIsOfTheLessonIfOneOfItsRowsIs(Level one, Level other, Stage stage) {
        List<Requirement> rows = List.of(row(one, Stage.HANDSHAKE), row(other, Stage.ORDER));
        assertThat(Stage.ofAll(rows)).isEqualTo(Stage.ORDER);
        assertThat(Stage.ofAll(rows).judgedIn(rows)).isEqualTo(stage);
    }

    private static Requirement row(Level level, Stage stage) {
        return new Requirement("A-1", level, stage, "", "", "", "", "", "", Set.of(), List.of(), Judging.BOTH, "", 1);
    }
}
