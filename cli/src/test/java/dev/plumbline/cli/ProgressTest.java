package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.Ink;
import dev.plumbline.results.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter out = new StringWriter();

    @Test
    void aSignForEachScenarioWhenNobodyIsLooking() {
        Progress progress = progress(false);
        for (int i = 0; i < 58; i++) {
            progress.finished("a", Outcome.PASS);
        }
        for (Outcome outcome : List.of(Outcome.FAIL, Outcome.INCONCLUSIVE, Outcome.SUITE_ERROR, Outcome.NOT_CLAIMED)) {
            progress.finished("a", outcome);
        }
        progress.close();

        assertThat(out.toString().lines())
                .containsExactly(
                        "62 scenarios to play: . holds, F fails, ? could not be judged, - is not for this stack",
                        ".".repeat(58) + "F?  60/62",
                        "E-  62/62");
    }

    @Test
    void oneLineOnATerminalThatNeverWraps() {
        Progress progress = progress(true);
        progress.finished("a", Outcome.FAIL);
        progress.started("b", "A name that is long ".repeat(10));
        progress.close();

        assertThat(out.toString())
                .startsWith("\r\u001b[K     0/62  scenarios to play\r\u001b[K     1/62  1 failed  A name that is long")
                .endsWith("\r\u001b[K")
                .doesNotContain("\n")
                .hasSizeLessThanOrEqualTo(30 + 79 + 3 * 4);
    }

    @Test
    void colourOnlyForEyesThatWantIt() {
        assertThat(Screen.ink(true, Map.of("TERM", "xterm"))).isEqualTo(Ink.COLOURED);
        assertThat(Screen.ink(true, Map.of("TERM", "xterm", "NO_COLOR", "1"))).isEqualTo(Ink.PLAIN);
        assertThat(Screen.ink(true, Map.of("TERM", "dumb"))).isEqualTo(Ink.PLAIN);
        assertThat(Screen.ink(false, Map.of("TERM", "xterm"))).isEqualTo(Ink.PLAIN);
    }

    private Progress progress(boolean terminal) {
        Screen screen = new Screen(new PrintWriter(out), new PrintWriter(out), terminal, Ink.PLAIN);
        Progress progress = Progress.on(screen);
        progress.planned(62);
        return progress;
    }
}
