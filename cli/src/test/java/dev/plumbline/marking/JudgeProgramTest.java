package dev.plumbline.marking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.mark.State;
import dev.plumbline.results.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the judging process, it is one of the states, with a sentence. */
@Timeout(120)
class JudgeProgramTest {
    @TempDir
    private Path folder;

    @Test
    void whatItSaysIsWhatWasFoundWithoutTimesAndPlaces() throws IOException {
        Ruling ruling = ruling("good");
        assertThat(ruling.state()).isEqualTo(State.JUDGED);
        assertThat(ruling.judgement())
                .extracting(Judgement::results)
                .isEqualTo(Fake.results("good").timeless());
    }

    @Test
    void resultsThatAreNotThoseOfItsLastLineAreNotBelieved() throws IOException {
        assertThat(ruling("changed"))
                .isEqualTo(Ruling.not(State.BROKE, "its results were changed before they were read"));
    }

    @Test
    void whoIsCutOffIsToldWhatFailedFirst() throws IOException {
        assertThat(ruling("late"))
                .isEqualTo(Ruling.not(
                        State.OVER_BUDGET,
                        "it was not judged to its end within 60 s; what failed first: HS-1: <b>wrong</b>"));
    }

    @Test
    void aStackThatCannotStartIsTheSubmissionsFaultAndABugIsNot() throws IOException {
        assertThat(ruling("refused")).isEqualTo(Ruling.not(State.NO_STACK, "refused has no provider"));
        assertThat(ruling("bug").state()).isEqualTo(State.BROKE);
        assertThat(ruling("memory").sentence()).contains("more than 1 GB of memory");
        assertThat(ruling("dies")).isEqualTo(Ruling.not(State.BROKE, "the judging process ended with exit code 7"));
    }

    private Ruling ruling(String file) throws IOException {
        Path work = Files.createDirectories(folder.resolve("work").resolve(file));
        Path stacks = Files.createDirectories(folder.resolve("stacks"));
        JudgeProgram judge =
                new JudgeProgram(Pretender.class.getName(), Fake.RUBRIC, 7, Duration.ofSeconds(60), List.of(), false);
        return judge.judge(stacks, file, work);
    }
}
