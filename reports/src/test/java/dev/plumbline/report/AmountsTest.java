package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999400, 999 ms",
        "1000000, 1.0 s",
        "61000000, 1 min 1 s",
        "3660000000, 1 h 1 min",
        "90000000000, 1 day 1 h",
    })
    void durations(long micros, String words) {
        assertThat(Amounts.duration(micros)).isEqualTo(words);
    }

    @Test
    void countsAndRates() {
        assertThat(Amounts.of(1, "trial")).isEqualTo("1 trial");
        assertThat(Amounts.of(1_000, "trial")).isEqualTo("1,000 trials");
        assertThat(Amounts.rate(1_000, 500_000, "datagram")).isEqualTo("2,000 datagrams/s");
        assertThat(Amounts.rate(0, 0, "datagram")).isEqualTo("0 datagrams/s");
    }
}
