package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Changes;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeListTest {
    @Test
    void aLineForEachKindOfChange() {
        assertThat(lines(
                        new Changes(List.of("HS-1", "HS-2"), List.of("UDP-2"), List.of("IP-3"), List.of("DNS-1")), 123))
                .containsExactly(
                        "Since the last run:",
                        "  2 mended: HS-1, HS-2",
                        "  1 broken: UDP-2",
                        "  1 still wrong: IP-3",
                        "  1 wrong, and not judged then: DNS-1");
    }

    /** Another seed may be all that has changed. */
    @Test
    void anotherSeedIsTold() {
        assertThat(lines(new Changes(List.of(), List.of("UDP-2"), List.of(), List.of()), 9))
                .containsExactly("Since the last run (its seed was 9):", "  1 broken: UDP-2");
    }

    @Test
    void noChangeIsToldToo() {
        assertThat(lines(new Changes(List.of(), List.of(), List.of(), List.of()), 123))
                .containsExactly("Since the last run nothing has changed.");
    }

    @Test
    void manyStayOnOneLineAndAreCounted() {
        List<String> ids =
                IntStream.range(0, 100).mapToObj(i -> "RFC9293/MUST-" + i).toList();
        assertThat(lines(new Changes(ids, List.of(), List.of(), List.of()), 123).get(1))
                .matches("  100 mended: RFC9293/MUST-0, .* and 9[0-9] more")
                .hasSizeLessThanOrEqualTo(SummaryPrinter.WIDTH);
    }

    private static List<String> lines(Changes changes, long seed) {
        return ChangeList.lines(changes, seed, new SampleRun("mine").planned(0).judgement(), Ink.PLAIN);
    }
}
