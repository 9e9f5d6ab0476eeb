package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.results.Outcome;
import dev.plumbline.results.Results;
import dev.plumbline.results.ResultsReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody presses Ctrl-C: what is done is kept and told, and nothing is blamed on a stack whose program died of it. */
@Timeout(120)
class CtrlCTest {
    private static final int INTERRUPTED = 130;
    /** Its bit among those that a process ignores. */
    private static final long SIGINT = 1L << 1;

    @TempDir
    private Path folder;

    @Test
    void theResultsAreKeptAndToldAndTheStackIsBlamedForNothing() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "there is no kill here: left out");
        Path out = folder.resolve("out");
        List<String> words = new ArrayList<>(heedingCtrlC());
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "run",
                "--stack=class:dev.plumbline.reference.ReferenceProvider",
                "--tags=tier/lesson",
                "--tries=200",
                "--out=" + out));
        Process command = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(command.getInputStream(), StandardCharsets.UTF_8))) {
            awaitSigns(said);
            new ProcessBuilder("/bin/kill", "-INT", Long.toString(command.pid()))
                    .start()
                    .waitFor();
            String rest = said.lines().collect(Collectors.joining("\n"));
            assertThat(command.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(rest)
                    .containsSubsequence(
                            "plumbline: ended before its time. What was done until then:",
                            "Stack class:dev.plumbline.reference.ReferenceProvider",
                            "the run was cut short after",
                            "lesson: ",
                            "results: " + out.resolve("results.jsonl"));
        } finally {
            command.destroyForcibly();
        }
        assertThat(command.exitValue()).isEqualTo(INTERRUPTED);
        Results results = ResultsReader.read(out.resolve("results.jsonl"));
        assertThat(results.end()).isNull();
        assertThat(results.scenarios()).isNotEmpty();
        assertThat(results.scenarios())
                .extracting(scenario -> scenario.outcome())
                .containsOnly(Outcome.PASS);
    }

    /** What a shell starts in the background ignores SIGINT, and so does all that it starts, a build for example. */
    private static List<String> heedingCtrlC() throws IOException {
        Path status = Path.of("/proc/self/status");
        boolean ignored = Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).trim(), 16) & SIGINT) != 0);
        return ignored ? List.of("env", "--default-signal=INT") : List.of();
    }

    private static void awaitSigns(BufferedReader said) throws IOException {
        assertThat(said.readLine()).startsWith("Judging ");
        int signs = 0;
        while (signs < 3) {
            int next = said.read();
            assertThat(next).isNotNegative();
            signs += next == '.' ? 1 : 0;
        }
    }
}
