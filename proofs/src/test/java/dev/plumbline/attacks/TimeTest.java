package dev.plumbline.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.results.Judgement;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Results;
import dev.plumbline.results.ResultsReader;
import dev.plumbline.results.RunVerdict;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.Detail;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whose time it is: a run ends although a stack takes all it may have, and a machine that stalls is no stack's fault. */
@Tag("long")
@Timeout(120)
class TimeTest {
    private static final String TAGS = "@UDP-3 or @PORT-1";
    /** In seconds; the machine stalls for longer. */
    private static final int TURN = 2;

    private static final int STALL = 4;

    @TempDir
    private Path folder;

    /** 68: each turn takes less than it may. */
    @Test
    void aRunHasABudget() {
        Path classes = Hostile.stack(folder, "Thread.sleep(800);");
        RunOptions options = new RunOptions(
                "jar:" + classes,
                TAGS,
                25,
                7,
                folder.resolve("out"),
                null,
                null,
                Detail.RESULTS,
                Duration.ofSeconds(4));
        ConformanceRun.run(options, new RunListener() {});
        Judgement judgement = Judgement.of(ResultsReader.read(folder.resolve("out/results.jsonl")), false);
        assertThat(judgement.results().end()).isNotNull();
        assertThat(judgement.results().scenarios())
                .hasSize(5)
                .filteredOn(scenario -> scenario.outcome() == Outcome.INCONCLUSIVE)
                .isNotEmpty()
                .extracting(ScenarioResult::reason)
                .containsOnly("the run's budget of 4 s is used up");
        assertThat(judgement.verdict()).isEqualTo(RunVerdict.DOES_NOT_CONFORM);
        assertThat(judgement.complaints())
                .anyMatch(complaint -> complaint.endsWith("not judged: the run's budget of 4 s is used up"));
    }

    /** 61: everything stands still at once, the suite and the stack, in the midst of a turn. */
    @Test
    void aMachineThatStallsChangesNoVerdict() throws IOException, InterruptedException {
        assumeTrue(System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux"), "signals: left out");
        Path classes = Hostile.stack(folder, "Thread.sleep(1_500);");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dplumbline.turn=" + TURN,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Slow.class.getName(),
                        "jar:" + classes,
                        folder.resolve("out").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        try {
            awaitTheStack(run);
            signal("STOP", run);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(STALL));
            signal("CONT", run);
            assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            run.descendants().forEach(ProcessHandle::destroyForcibly);
            run.destroyForcibly();
        }
        Results results = ResultsReader.read(folder.resolve("out/results.jsonl"));
        assertThat(results.scenarios()).hasSize(2);
        assertThat(results.scenarios())
                .extracting(scenario ->
                        scenario.failure() == null ? "" : scenario.failure().headline())
                .noneMatch(headline -> headline.contains("come back"));
    }

    /** Judges a stack: a run of its own. */
    static final class Slow {
        private Slow() {}

        public static void main(String[] arguments) {
            ConformanceRun.run(
                    new RunOptions(arguments[0], "@UDP-3", 1, 7, Path.of(arguments[1]), null), new RunListener() {});
        }
    }

    /** Until its program runs; each of its turns then lasts longer than it takes to stop it. */
    private static void awaitTheStack(Process run) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (run.descendants().noneMatch(TimeTest::isRunner) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1_500));
    }

    private static boolean isRunner(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .contains("StackRunner");
        } catch (IOException e) {
            return false;
        }
    }

    private static void signal(String name, Process run) throws IOException, InterruptedException {
        List<String> all = Stream.concat(Stream.of(run.toHandle()), run.descendants())
                .map(process -> Long.toString(process.pid()))
                .toList();
        String command = "kill -" + name + " " + String.join(" ", all) + " 2>/dev/null; true";
        assertThat(new ProcessBuilder("sh", "-c", command).start().waitFor()).isZero();
    }
}
