package dev.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsWriterTest {
    private static final Results RUN_SO_FAR = new Results(
            Sample.RUN, List.of(Sample.ROW), List.of(Sample.DEVIATION), List.of(Sample.GOOD, Sample.BAD), null);

    private static final Results WHOLE_RUN = new Results(
            Sample.RUN, List.of(Sample.ROW), List.of(Sample.DEVIATION), List.of(Sample.GOOD, Sample.BAD), Sample.END);

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() {
        Path file = folder.resolve("results.jsonl");
        try (ResultsWriter writer = new ResultsWriter(file)) {
            writer.run(Sample.RUN);
            writer.requirements(List.of(Sample.ROW));
            writer.deviation(Sample.DEVIATION);
            writer.scenario(Sample.GOOD);
            writer.scenario(Sample.BAD);
        }

        assertThat(ResultsReader.read(file)).isEqualTo(RUN_SO_FAR);
    }

    @Test
    void whyARunEndedEarlyIsReadToo() {
        Path file = folder.resolve("results.jsonl");
        Results early = new Results(
                Sample.RUN,
                List.of(Sample.ROW),
                List.of(),
                List.of(Sample.BAD),
                new Results.End(1, 7, Map.of(), "most fail"));
        ResultsWriter.replace(file, early);

        assertThat(ResultsReader.read(file)).isEqualTo(early);
        assertThat(early.isStopped()).isTrue();
        assertThat(early.timeless().isStopped()).isTrue();
        assertThat(early.beside(Map.of("a", "b")).isStopped()).isTrue();
        assertThat(WHOLE_RUN.isStopped()).isFalse();
    }

    @Test
    void aWholeRunIsWrittenAnewWhateverHasBecomeOfTheFile() throws IOException {
        Path file = folder.resolve("results.jsonl");
        try (ResultsWriter writer = new ResultsWriter(file)) {
            writer.run(Sample.RUN);
            Files.writeString(file, "forged");
            writer.scenario(Sample.BAD);
        }
        String digest = ResultsWriter.replace(file, WHOLE_RUN);

        assertThat(ResultsReader.read(file)).isEqualTo(WHOLE_RUN);
        assertThat(digest).hasSize(64).isEqualTo(Digests.of(Files.readAllBytes(file)));
        assertThat(folder.toFile().list()).containsExactly("results.jsonl");
    }

    /** Nobody makes the suite write elsewhere. */
    @Test
    void aLinkInItsPlaceIsReplacedAndNotFollowed() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        Path file = folder.resolve("results.jsonl");
        Files.createSymbolicLink(file, precious);
        Files.createSymbolicLink(folder.resolve("results.jsonl.new"), precious);
        ResultsWriter.replace(file, WHOLE_RUN);
        assertThat(precious).hasContent("precious");
        assertThat(ResultsReader.read(file)).isEqualTo(WHOLE_RUN);
    }

    @Test
    void aFolderThatIsGoneIsMadeAgain() throws IOException {
        Path file = folder.resolve("run/results.jsonl");
        Files.createDirectory(folder.resolve("run"));
        try (ResultsWriter writer = new ResultsWriter(file)) {
            Files.delete(file);
            Files.delete(folder.resolve("run"));
            writer.run(Sample.RUN);
        }
        ResultsWriter.replace(file, WHOLE_RUN);
        assertThat(ResultsReader.read(file)).isEqualTo(WHOLE_RUN);
    }

    @Test
    void theFieldsAreThoseOfThePage() throws IOException {
        Path file = folder.resolve("results.jsonl");
        try (ResultsWriter writer = new ResultsWriter(file)) {
            writer.run(Sample.RUN);
            writer.scenario(Sample.GOOD);
        }

        assertThat(Files.readAllLines(file)).containsExactly("""
                        {"type":"run","format":1,"suite":"0.1.0","stack":"reference","timeBase":"VIRTUAL",\
                        "capabilities":["IPV4","TCP"],"seed":123,"tries":25,"tags":"","replay":null,\
                        "started":"2026-11-22T13:00:00Z","java":"17.0.15","os":"Linux 6.18","planned":2,\
                        "settings":{"rmem":"4096"},"sandbox":"bubblewrap","again":false,\
                        "title":"reference"}""", """
                        {"type":"scenario","id":"handshake/syn","feature":"A feature","rule":"A rule",\
                        "name":"The name of handshake/syn","stage":"HANDSHAKE","requirements":["HS-1"],"laws":["RFC9293/MUST-2"],\
                        "broken":[],"deviations":[],"verdict":"PASS","reason":null,"trials":25,"datagrams":75,\
                        "virtualMicros":90000000,"wallMicros":4200,"failure":null}""");
    }

    /** Nobody who reads them has to know how they follow. */
    @Test
    void theVerdictsOfAWholeRunStandBeforeItsEnd() throws IOException {
        Path file = folder.resolve("results.jsonl");
        ResultsWriter.replace(file, WHOLE_RUN);

        assertThat(Files.readAllLines(file)).element(5).isEqualTo("""
                        {"type":"verdict","requirement":"HS-1","verdict":"FAIL","scenarios":["handshake/ack"]}""");
        assertThat(Files.readAllLines(file)).element(6).isEqualTo("""
                        {"type":"verdict","run":"DOES_NOT_CONFORM","exitCode":1,"strictly":"DOES_NOT_CONFORM",\
                        "requirements":{"FAIL":1},"complaints":[]}""");
        assertThat(Files.readAllLines(file)).element(7).asString().startsWith("{\"type\":\"end\"");
        assertThat(ResultsReader.read(file)).isEqualTo(WHOLE_RUN);
    }

    @Test
    void aRunThatDiesLeavesWhatItHad() {
        Path file = folder.resolve("results.jsonl");
        try (ResultsWriter writer = new ResultsWriter(file)) {
            writer.run(Sample.RUN);
            writer.scenario(Sample.GOOD);

            Results soFar = ResultsReader.read(file);
            assertThat(soFar.scenarios()).containsExactly(Sample.GOOD);
            assertThat(soFar.end()).isNull();
        }
    }

    @Test
    void linesOfSeveralThreadsDoNotMix() throws InterruptedException {
        Path file = folder.resolve("results.jsonl");
        try (ResultsWriter writer = new ResultsWriter(file)) {
            writer.run(Sample.RUN);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Requirement row = row("R-" + i);
                threads.add(new Thread(() -> writer.requirements(List.of(row))));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        assertThat(ResultsReader.read(file).requirements()).hasSize(8);
    }

    @Test
    void saysWhereItCannotWrite() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new ResultsWriter(folder.resolve("nowhere/results.jsonl")))
                .withMessageContaining("nowhere");
    }

    private static Requirement row(String id) {
        return new Requirement(
                id,
                Level.MUST,
                Stage.DELIVERY,
                "S",
                "",
                "It does " + id + " ".repeat(10_000),
                "",
                "",
                "",
                Sample.ROW.needs(),
                List.of(),
                Judging.LAW,
                "",
                0);
    }
}
