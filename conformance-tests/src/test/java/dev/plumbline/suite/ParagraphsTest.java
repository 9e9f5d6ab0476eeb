package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.trial.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphsTest {
    @Test
    void whatWasExpectedIsToldOnce() {
        Finding finding = Finding.missing("this did not happen: it answers", "it answers", "nothing");
        assertThat(told(finding))
                .containsExactly("What happened: this did not happen: it answers", "Came:          nothing");
    }

    @Test
    void whatCameIsToldOnce() {
        Finding finding = Finding.wrong(
                "after a SYN: it was told something", "it is told nothing", "after a SYN: it was told something");
        assertThat(told(finding))
                .containsExactly(
                        "What happened: after a SYN: it was told something", "Expected:      it is told nothing");
    }

    @Test
    void aShortWordInTheHeadlineIsNotAllThatCame() {
        Finding finding = Finding.missing("nothing but an echo was seen in all that time", "an answer", "nothing");
        assertThat(told(finding)).contains("Expected:      an answer", "Came:          nothing");
    }

    @Test
    void aMistakeThatBreaksALawTooIsNamedOnce() {
        Finding finding = Finding.wrong("it acknowledges 7: a gap: it was skipped", "", "");
        String law = "LAW: it acknowledged 7: 3 too many";
        assertThat(Paragraphs.of(finding, List.of(law + ": a gap: it was skipped", law + ": twice"), ""))
                .contains("Besides:       LAW: it acknowledged 7: 3 too many\n")
                .contains(law + ": twice");
    }

    private static List<String> told(Finding finding) {
        return Paragraphs.of(finding, List.of(), "").lines().toList();
    }
}
