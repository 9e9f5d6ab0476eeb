package dev.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsReaderTest {
    @TempDir
    Path folder;

    private String text = "";

    /** As the suite writes it, but for the end. */
    @BeforeEach
    void aRun() {
        text = written(writer -> {
            writer.run(Sample.RUN);
            writer.requirements(List.of(Sample.ROW));
            writer.scenario(Sample.GOOD);
            writer.scenario(Sample.BAD);
        });
    }

    @Test
    void readsWhatTheSuiteWrites() throws IOException {
        Results results = read(text + end());

        assertThat(results.run().stack()).isEqualTo("reference");
        assertThat(results.run().capabilities()).containsExactly("IPV4", "TCP");
        assertThat(results.requirements()).extracting(Requirement::level).containsExactly(Level.LESSON);
        assertThat(results.scenarios()).extracting(ScenarioResult::outcome).containsExactly(Outcome.PASS, Outcome.FAIL);
        assertThat(results.scenarios().get(1).failure().values()).containsExactly(new Failure.NamedValue("port", "1"));
        assertThat(results.end()).isEqualTo(new Results.End(2, 2_500_000, Map.of()));
    }

    @Test
    void readsWhatTheStackIsKnownFor() throws IOException {
        String known = text + written(writer -> writer.deviation(Sample.DEVIATION));
        Results results = read(known);

        assertThat(results.deviations()).containsExactly(Sample.DEVIATION);
        refuses(
                known.replace("\"link\":\"https", "\"url\":\"https"),
                "line 5: \"link\" must be a text, but it is missing");
    }

    @Test
    void aFileOfAnOlderVersionKnowsNoStages() throws IOException {
        assertThat(read(text).scenarios()).extracting(ScenarioResult::stage).containsOnly(Stage.HANDSHAKE);
        Results old = read(text.replace("\"stage\":\"HANDSHAKE\",", ""));
        assertThat(old.scenarios()).extracting(ScenarioResult::stage).containsOnly(Stage.PACKETS);
        assertThat(old.requirements()).extracting(Requirement::stage).containsOnly(Stage.PACKETS);
    }

    @Test
    void aRunThatDiedHasNoEnd() throws IOException {
        assertThat(read(text).end()).isNull();
    }

    @Test
    void aLastLineThatWasCutShortIsLeftOut() throws IOException {
        for (int cut : new int[] {2, 10, 100}) {
            assertThat(read(text.substring(0, text.length() - cut)).scenarios()).hasSize(1);
        }
    }

    @Test
    void aLastLineThatOnlyLacksItsEndIsRead() throws IOException {
        assertThat(read(text.stripTrailing()).scenarios()).hasSize(2);
    }

    @Test
    void aBrokenLineInTheMiddleIsAnErrorWithItsNumber() {
        refuses(text.replaceFirst("\"handshake/syn\"", "handshake"), "results.jsonl line 3: not JSON");
    }

    @Test
    void namesTheFieldThatIsMissingOrWrong() {
        refuses(
                text.replace("\"name\":\"The name of handshake/syn\",", ""),
                "line 3: \"name\" must be a text, but it is missing");
        refuses(text.replace("\"trials\":25", "\"trials\":-1"), "line 3: \"trials\" must be a count, but it is -1");
        refuses(
                text.replace("\"PASS\"", "\"OK\""),
                "line 3: \"verdict\" must be one of [PASS, FAIL",
                "but it is \"OK\"");
        refuses(text.replace("\"BOTH\"", "\"NOBODY\""), "line 2: \"judging\" must be one of [SCENARIOS");
        refuses(
                text.replace("\"IPV4\",\"TCP\"],\"causes", "\"IPV9\"],\"causes"),
                "line 2: \"needs\" must be one of [IPV4");
        refuses(text.replace("[\"HS-1\"]", "\"HS-1\""), "line 3: \"requirements\" must be a list");
        refuses(text.replace("\"values\":[{", "\"values\":[7,{"), "line 4: \"name\" must be a text");
    }

    @Test
    void refusesLinesOutOfPlace() {
        refuses(text.split("\n", 2)[1], "line 1: the first line must be of type run, not requirement");
        refuses(text + text, "line 5: a second run in one file");
        refuses(text + end() + end(), "line 6: comes after the end");
    }

    @Test
    void refusesTheSameScenarioTwice() {
        refuses(
                text + written(writer -> writer.scenario(Sample.GOOD)),
                "line 5: the scenario handshake/syn is already on line 3");
    }

    @Test
    void refusesAnotherFormatAndAnUnknownType() {
        refuses(text.replace("\"format\":1", "\"format\":2"), "line 1: format 2 is not known");
        refuses(
                text.replace("\"type\":\"requirement\"", "\"type\":\"rule\""),
                "line 2: \"rule\" is not a type of line");
    }

    @Test
    void refusesAVerdictThatIsNone() {
        refuses(
                text + "{\"type\":\"verdict\",\"requirement\":\"HS-1\",\"verdict\":\"GOOD\"}\n",
                "line 5: \"verdict\" must be one of [FAIL");
        refuses(
                text + "{\"type\":\"verdict\",\"run\":\"GOOD\",\"strictly\":\"CONFORMS\"}\n",
                "line 5: \"run\" must be one of [CONFORMS");
    }

    @Test
    void saysThatThereIsNothing() {
        refuses("", "holds no run");
        assertThatExceptionOfType(BadResults.class)
                .isThrownBy(() -> ResultsReader.read(folder.resolve("none.jsonl")))
                .withMessageContaining("there is no such file");
    }

    private static String end() {
        return "{\"type\":\"end\",\"scenarios\":2,\"wallMicros\":2500000}\n";
    }

    private static String written(Consumer<ResultsWriter> lines) {
        try {
            Path file = Files.createTempFile("results", ".jsonl");
            try (ResultsWriter writer = new ResultsWriter(file)) {
                lines.accept(writer);
                return Files.readString(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuses(String text, String... words) {
        assertThatExceptionOfType(BadResults.class)
                .isThrownBy(() -> read(text))
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    private Results read(String text) throws IOException {
        return ResultsReader.read(Files.writeString(folder.resolve("results.jsonl"), text));
    }
}
