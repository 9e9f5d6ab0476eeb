package dev.plumbline.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {
    @ParameterizedTest
    @CsvSource({
        "VIRTUAL, PT3S, PT3S",
        "VIRTUAL, PT2H, PT2H",
        "REAL, PT3S, PT20S",
        "REAL, PT1M, PT1M",
        "REAL, PT2H, PT20M",
        "REAL_AND_KNOWN, PT3S, PT5S",
        "REAL_AND_KNOWN, PT1M, PT1M",
        "REAL_AND_KNOWN, PT2H, PT20M"
    })
    void whatWillComeIsWaitedFor(Patience patience, Duration limit, Duration waited) {
        assertThat(patience.arrival(limit)).isEqualTo(waited);
    }

    @ParameterizedTest
    @CsvSource({"VIRTUAL, PT3S, PT3S", "REAL, PT3S, PT0.25S", "REAL, PT0.1S, PT0.1S", "REAL_AND_KNOWN, PT3S, PT0.25S"})
    void whatMustNotComeIsWatchedFor(Patience patience, Duration limit, Duration watched) {
        assertThat(patience.silence(limit)).isEqualTo(watched);
    }

    /** A scene that is not reached judges nothing, and what is known of the stack is no reason for that. */
    @ParameterizedTest
    @CsvSource({"VIRTUAL, PT3S", "REAL, PT20S", "REAL_AND_KNOWN, PT20S"})
    void whatSetsTheSceneIsWaitedForAsLongAsAnywhere(Patience patience, Duration waited) {
        assertThat(patience.forScene().arrival(Waits.ANSWER)).isEqualTo(waited);
    }
}
