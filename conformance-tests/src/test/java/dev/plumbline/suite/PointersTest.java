package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.trial.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointersTest {
    private static final String SYN = "A SYN that is not answered is sent again, each time after twice the wait.";
    private static final String RESET = "A segment that belongs to no connection is answered with a reset.";
    private static final List<String> HINTS = List.of(SYN, RESET);

    @Test
    void whatIsAboutTheSameThingsStandsFirst() {
        Finding finding = Finding.missing("it did not send a segment with RST, no SYN, no FIN", "", "nothing");
        assertThat(Pointers.sorted(HINTS, finding, "Then the endpoint answers with a reset"))
                .containsExactly(RESET, SYN);
    }

    @Test
    void otherwiseTheyStandAsInTheCatalogue() {
        assertThat(Pointers.sorted(HINTS, Finding.missing("x", "", ""), "")).isEqualTo(HINTS);
    }

    @Test
    void whereSomethingWasThrownItsPlaceStandsFirst() {
        String trace = "java.lang.IllegalStateException\n    at java.base/java.util.List.of(List.java:1)\n"
                + "    at org.example.Mine.receive(Mine.java:26)";
        assertThat(Pointers.sorted(HINTS, Finding.crash("it threw", trace), "").get(0))
                .isEqualTo("It was thrown in org.example.Mine.receive(Mine.java:26).");
        assertThat(Pointers.sorted(HINTS, Finding.crash("it threw", "java.lang.Error"), ""))
                .hasSize(2);
    }
}
