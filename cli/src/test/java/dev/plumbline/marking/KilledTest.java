package dev.plumbline.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A marking that is killed with no chance to say goodbye, again and again, and gone on with: everything is as it would have been, and
 * the journal has each submission once. Fifty kills among two hundred with {@code -Dplumbline.course=whole}. The judge is one who is
 * done at once; {@code MarkingTest} has a real one.
 */
@Timeout(3600)
class KilledTest {
    private static final boolean WHOLE =
            System.getProperty("plumbline.course", "").equals("whole");
    private static final int KILLS = WHOLE ? 50 : 3;
    /** So many more are done each time, at least. */
    private static final int STEP = 3;

    @TempDir
    private Path folder;

    /** The marking as a program of its own: {@code SUBMISSIONS OUT}. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            work(Path.of(arguments[0]), Path.of(arguments[1]), true).mark((mark, done, of, left) -> {});
        }
    }

    @Test
    void nothingIsLostAndNothingIsDoubled() throws IOException, InterruptedException {
        int size = KILLS * (STEP + 1);
        String[] ids = IntStream.range(0, size)
                .mapToObj(i -> "student-" + i + (i % 3 == 0 ? "-good" : ""))
                .toArray(String[]::new);
        Path submissions = Fake.hand(folder.resolve("s"), ids);
        work(submissions, folder.resolve("whole"), false).mark((mark, done, of, left) -> {});
        Path out = folder.resolve("out");
        for (int kill = 1; kill <= KILLS; kill++) {
            killAfter(started(submissions, out), out.resolve("journal.jsonl"), kill * STEP);
        }
        Process last = started(submissions, out);
        assertThat(last.waitFor(1000, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readAllLines(out.resolve("journal.jsonl")))
                .extracting(line -> line.replaceFirst("\\{\"id\":\"([^\"]*)\".*", "$1"))
                .containsExactlyInAnyOrder(ids);
        Map<String, String> made = CourseWorkTest.files(out);
        assertThat(made).isEqualTo(CourseWorkTest.files(folder.resolve("whole")));
    }

    private static CourseWork work(Path submissions, Path out, boolean resume) {
        return new CourseWork(
                submissions,
                Optional.empty(),
                out,
                Fake.RUBRIC,
                OwnScenarios.NONE,
                7,
                "0.1.0",
                Duration.ofMinutes(10),
                2,
                Shard.WHOLE,
                resume,
                false,
                Pretender.class.getName());
    }

    private static void killAfter(Process marking, Path journal, int lines) throws IOException, InterruptedException {
        while (!Files.exists(journal) || Files.readString(journal).lines().count() < lines) {
            assertThat(marking.waitFor(5, TimeUnit.MILLISECONDS))
                    .as("it ended before")
                    .isFalse();
        }
        marking.destroyForcibly();
        marking.waitFor();
    }

    private Process started(Path submissions, Path out) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Program.class.getName(),
                        submissions.toString(),
                        out.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }
}
