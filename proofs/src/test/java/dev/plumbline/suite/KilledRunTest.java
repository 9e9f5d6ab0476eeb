package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Outcome;
import dev.plumbline.results.Results;
import dev.plumbline.results.ResultsReader;
import dev.plumbline.results.ScenarioResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run has found, it has written down: whoever kills it loses nothing. */
class KilledRunTest {
    private static final String TAGS = "@HS-2 or @HS-6 or @UDP-3";
    private static final int ENOUGH = 3;
    private static final int STATUS = 9;

    @TempDir
    private Path folder;

    /** Although the first scenario that was planned is still at work, and results stand in that order in the end. */
    @Test
    void allThatHasEndedIsThere() throws IOException, InterruptedException {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dplumbline.at-once=2",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Killed.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        try {
            assertThat(run.waitFor(100, TimeUnit.SECONDS)).isTrue();
        } finally {
            run.destroyForcibly();
        }
        assertThat(run.exitValue()).as(Files.readString(folder.resolve("said"))).isEqualTo(STATUS);
        List<String> ended = Files.readAllLines(folder.resolve("ended"));
        Results results = ResultsReader.read(folder.resolve("out/results.jsonl"));
        assertThat(ended).hasSizeGreaterThanOrEqualTo(ENOUGH);
        assertThat(results.end()).isNull();
        assertThat(results.scenarios()).extracting(ScenarioResult::id).containsAll(ended);
    }

    /** A run that ends its own process as soon as enough scenarios have ended; the first one never does. */
    static final class Killed implements RunListener {
        private final String first = ConformanceRun.scenarios(TAGS).get(0).id();
        private final Path note;
        private final List<String> ended = new ArrayList<>();
        private boolean held;

        private Killed(Path note) {
            this.note = note;
        }

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            ConformanceRun.run(
                    new RunOptions("reference", TAGS, 1, 7, folder.resolve("out"), null),
                    new Killed(folder.resolve("ended")));
        }

        @Override
        public void started(String id, String name) {
            if (id.equals(first)) {
                hold();
                while (true) {
                    LockSupport.park();
                }
            }
        }

        @Override
        public synchronized void finished(String id, Outcome outcome) {
            ended.add(id);
            dieOfEnough();
        }

        private synchronized void hold() {
            held = true;
            dieOfEnough();
        }

        private void dieOfEnough() {
            if (held && ended.size() >= ENOUGH) {
                try {
                    Files.write(note, ended, StandardOpenOption.CREATE);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                Runtime.getRuntime().halt(STATUS);
            }
        }
    }
}
