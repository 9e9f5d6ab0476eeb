package dev.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipTest {
    private static final int MOST = 1_000;

    @ParameterizedTest
    @ValueSource(strings = {"a", "\"", "가", "é", "\uD83D\uDE00", "\\"})
    void whatIsTooLongIsCutAndFits(String letter) {
        String line = letter.repeat(5_000);
        assertThat(Clip.octets(Clip.line(line, MOST))).isLessThanOrEqualTo(MOST);
        assertThat(Clip.line(line, MOST)).startsWith(letter).matches("(?s).*\\.\\.\\. [0-9]+ more characters");
        assertThat(Clip.octets(Clip.lines(line + "\n" + line, MOST))).isLessThanOrEqualTo(MOST);
        assertThat(Clip.lines(line, MOST)).contains("more characters");
    }

    @Test
    void ofManyLinesTheFirstAreKeptAndTheOthersCounted() {
        String text = IntStream.range(0, 1_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        String cut = Clip.lines(text, MOST);
        long kept = cut.lines().count() - 1;
        assertThat(cut).startsWith("line 0\nline 1\n").endsWith("\n... " + (1_000 - kept) + " more lines");
        assertThat(Clip.octets(cut)).isLessThanOrEqualTo(MOST);
        assertThat(Clip.lines(cut, MOST)).isEqualTo(cut);
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(Clip.lines("a\nb\n", MOST)).isEqualTo("a\nb\n");
        assertThat(Clip.line("a".repeat(MOST), MOST)).hasSize(MOST);
        assertThat(Clip.all(List.of("a", "b"), MOST)).containsExactly("a", "b");
    }

    @Test
    void ofManyTheFirstAreKeptAndTheOthersCounted() {
        List<String> cut = Clip.all(Collections.nCopies(500, "too much"), MOST);
        assertThat(cut).last().isEqualTo("... " + (500 - cut.size() + 1) + " more");
        assertThat(cut.stream().mapToInt(Clip::octets).sum()).isLessThan(MOST);
    }

    /** Whatever a stack has made of it. */
    @Test
    void aLineOfResultsIsAtMost64KiloBytes() {
        String much = "\"\\ 가\n".repeat(20_000);
        List<String> many = Collections.nCopies(50, much);
        Failure failure = new Failure(
                "Then it is well",
                "HS-1",
                much,
                much,
                much,
                many,
                many,
                List.of("Look at the port first."),
                much,
                many.stream()
                        .map(value -> new Failure.NamedValue("a value", value))
                        .toList(),
                much,
                "token",
                "failures/a.pcapng",
                "failures/a.svg",
                false,
                false);
        int octets = Clip.octets(failure.headline())
                + Clip.octets(failure.expected())
                + Clip.octets(failure.came())
                + Clip.octets(failure.message())
                + Clip.octets(failure.transcript())
                + failure.besides().stream().mapToInt(Clip::octets).sum()
                + failure.noticed().stream().mapToInt(Clip::octets).sum()
                + failure.values().stream()
                        .mapToInt(value -> Clip.octets(value.name()) + Clip.octets(value.value()) + 25)
                        .sum();
        assertThat(octets).isBetween(40_000, 58_000);
        assertThat(failure.message()).endsWith("more lines");
        assertThat(failure.values()).last().asString().contains("more");
    }
}
