package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelativeNumbersTest {
    private static final String STORY = """
            # seen from endpoint, times in seconds since the start
            # flow 1: tcp 198.18.37.62:5000 > 198.19.37.62:8080, isn 2193988539
            # flow 1: tcp 198.19.37.62:8080 > 198.18.37.62:5000, isn 1000
            0.000000 > S 0:0(0) win 65535 <mss 1460>
            """;

    @Test
    void eachCountsFromTheSynOfItsDirection() {
        assertThat(RelativeNumbers.of("it sent ACK, number 2193988540, acknowledging 66537", STORY))
                .isEqualTo("2193988540 is 1, 66537 is 65537");
    }

    @Test
    void numbersGoOnBehindTheWrap() {
        String late = STORY.replace("isn 1000", "isn 4294967290");
        assertThat(RelativeNumbers.of("a segment with FIN, whose number is 4", late))
                .isEqualTo("4 is 10");
    }

    @Test
    void portsAndLengthsAreNoSequenceNumbers() {
        assertThat(RelativeNumbers.of("2000 octets from port 5000 to 8080", STORY))
                .isEmpty();
    }

    @Test
    void whatMayBelongToTwoDirectionsIsNotGuessed() {
        String alike = STORY.replace("2193988539", "900");
        assertThat(RelativeNumbers.of("no octet at or beyond 1500", alike)).isEmpty();
    }

    @Test
    void whereNothingIsRelativeNothingIsSaid() {
        assertThat(RelativeNumbers.of("acknowledging 1001", "")).isEmpty();
    }
}
