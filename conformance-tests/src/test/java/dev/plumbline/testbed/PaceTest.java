package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void aTickOfAMillisecondIsHonest() {
        assertThatCode(() -> tick(Duration.ofMillis(1), 3_600_000)).doesNotThrowAnyException();
    }

    @Test
    void manyTimersAtOneInstantAreToo() {
        assertThatCode(() -> tick(Duration.ZERO, 2_000)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 2000, 1 ms", "PT0.0000002S, 2000, 1 ms", "PT0.00004S, 20000, 1 s", "PT0.0005S, 100000, 60 s"})
    void timeThatCreepsIsNamed(Duration period, int most, String span) {
        assertThatThrownBy(() -> tick(period, 200_000))
                .isInstanceOf(Livelock.class)
                .hasMessageStartingWith("more than " + most + " timers expired within " + span + " of virtual time");
    }

    @Test
    void whatIsDoneAtOneInstantHasAnEnd() {
        assertThatCode(() -> did(20_000, Duration.ofSeconds(1))).doesNotThrowAnyException();
        assertThatCode(() -> did(20_000, Duration.ofSeconds(2))).doesNotThrowAnyException();
        assertThatThrownBy(() -> did(1, Duration.ofSeconds(2)))
                .isInstanceOf(Livelock.class)
                .hasMessageContaining("20000");
    }

    private void did(int times, Duration now) {
        for (int i = 0; i < times; i++) {
            pace.did(now);
        }
    }

    private void tick(Duration period, int times) {
        for (int i = 0; i < times; i++) {
            pace.expired(period.multipliedBy(i));
        }
    }
}
