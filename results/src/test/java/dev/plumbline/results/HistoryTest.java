package dev.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    @TempDir
    private Path folder;

    @Test
    void aRunIsRememberedWithWhatItFound() {
        Judgement judgement = Judgement.of(
                new Results(Sample.RUN, List.of(Sample.ROW), List.of(), List.of(Sample.GOOD, Sample.BAD), Sample.END),
                false);
        new History(folder).add(PastRun.of(judgement));
        assertThat(new History(folder).runs()).singleElement().satisfies(run -> {
            assertThat(run.stack()).isEqualTo("reference");
            assertThat(run.seed()).isEqualTo(123);
            assertThat(run.verdict()).isEqualTo("DOES_NOT_CONFORM");
            assertThat(run.requirements()).isEqualTo(Map.of("FAIL", 1));
            assertThat(run.with(Outcome.PASS)).isEqualTo(1);
            assertThat(run.with(Outcome.FAIL)).isEqualTo(1);
            assertThat(run.with(Outcome.LISTED)).isZero();
        });
    }

    @Test
    void thereIsNoneBeforeTheFirst() {
        assertThat(new History(folder).runs()).isEmpty();
    }

    /** Whoever died while it wrote, and whoever wrote something else there. */
    @Test
    void linesThatAreCutOffOrNoneArePassedOver() throws IOException {
        History history = new History(folder);
        history.add(run(1));
        Path file = folder.resolve("history.jsonl");
        Files.writeString(file, "null\n{}\n[1]\n{\"date\":\"2026", StandardOpenOption.APPEND);
        history.add(run(2));
        assertThat(history.runs()).extracting(PastRun::seed).containsExactly(1L, 2L);
    }

    @Test
    void ofVeryManyTheOldestGo() {
        History history = new History(folder);
        for (int seed = 1; seed <= 1001; seed++) {
            history.add(run(seed));
        }
        assertThat(history.runs()).hasSize(800);
        assertThat(history.runs()).last().extracting(PastRun::seed).isEqualTo(1001L);
    }

    private static PastRun run(long seed) {
        return new PastRun("now", "mine", seed, 25, "", false, "0", "CONFORMS", Map.of(), Map.of("PASS", 1));
    }
}
