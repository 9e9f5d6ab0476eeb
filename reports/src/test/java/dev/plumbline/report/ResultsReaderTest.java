package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsReaderTest {
    @TempDir
    Path folder;

    private final SampleRun sample = new SampleRun("reference")
            .planned(2)
            .requirement("HS-1", Level.LESSON, "Handshake", 1)
            .scenario("handshake/syn", Outcome.PASS, "HS-1")
            .failing("handshake/ack", "HS-1", "port 1", "HS-1");

    @Test
    void readsWhatTheSuiteWrites() throws IOException {
        Results results = read(sample.end(2).text());

        assertThat(results.run().stack()).isEqualTo("reference");
        assertThat(results.run().capabilities()).containsExactly("IPV4", "TCP");
        assertThat(results.requirements()).extracting(Requirement::level).containsExactly(Level.LESSON);
        assertThat(results.scenarios()).extracting(ScenarioResult::outcome).containsExactly(Outcome.PASS, Outcome.FAIL);
        assertThat(results.scenarios().get(1).failure().values()).containsExactly(new Failure.NamedValue("port", "1"));
        assertThat(results.end()).isEqualTo(new Results.End(2, 2_500_000));
    }

    @Test
    void readsWhatTheStackIsKnownFor() throws IOException {
        Results results = read(sample.deviation("HS-1", "handshake/ack").end(2).text());

        assertThat(results.deviations())
                .containsExactly(new Deviation(
                        "HS-1", "handshake/ack", "Everybody knows about HS-1.", "https://example.org/HS-1"));
        refuses(
                sample.text().replace("\"link\":\"https", "\"url\":\"https"),
                "line 5: \"link\" must be a text, but it is missing");
    }

    @Test
    void aRunThatDiedHasNoEnd() throws IOException {
        assertThat(read(sample.text()).end()).isNull();
    }

    @Test
    void aLastLineThatWasCutShortIsLeftOut() throws IOException {
        String text = sample.text();
        for (int cut : new int[] {2, 10, 100}) {
            assertThat(read(text.substring(0, text.length() - cut)).scenarios()).hasSize(1);
        }
    }

    @Test
    void aLastLineThatOnlyLacksItsEndIsRead() throws IOException {
        assertThat(read(sample.text().stripTrailing()).scenarios()).hasSize(2);
    }

    @Test
    void aBrokenLineInTheMiddleIsAnErrorWithItsNumber() {
        refuses(sample.text().replaceFirst("\"handshake/syn\"", "handshake"), "results.jsonl line 3: not JSON");
    }

    @Test
    void namesTheFieldThatIsMissingOrWrong() {
        refuses(
                sample.text().replace("\"name\":\"The name of handshake/syn\",", ""),
                "line 3: \"name\" must be a text, but it is missing");
        refuses(
                sample.text().replace("\"trials\":25", "\"trials\":-1"),
                "line 3: \"trials\" must be a count, but it is -1");
        refuses(
                sample.text().replace("\"PASS\"", "\"OK\""),
                "line 3: \"verdict\" must be one of [PASS, FAIL",
                "but it is \"OK\"");
        refuses(sample.text().replace("[\"HS-1\"]", "\"HS-1\""), "line 3: \"requirements\" must be a list");
        refuses(sample.text().replace("\"values\":[{", "\"values\":[7,{"), "line 4: \"name\" must be a text");
    }

    @Test
    void refusesLinesOutOfPlace() {
        refuses(sample.text().split("\n", 2)[1], "line 1: the first line must be of type run, not requirement");
        refuses(sample.text() + sample.text(), "line 5: a second run in one file");
        refuses(sample.end(2).end(2).text(), "line 6: comes after the end");
    }

    @Test
    void refusesTheSameScenarioTwice() {
        String twice = sample.scenario("handshake/syn", Outcome.PASS, "HS-1").text();

        refuses(twice, "line 5: the scenario handshake/syn is already on line 3");
    }

    @Test
    void refusesAnotherFormatAndAnUnknownType() {
        refuses(sample.text().replace("\"format\":1", "\"format\":2"), "line 1: format 2 is not known");
        refuses(
                sample.text().replace("\"type\":\"requirement\"", "\"type\":\"rule\""),
                "line 2: \"rule\" is not a type of line");
    }

    @Test
    void saysThatThereIsNothing() {
        refuses("", "holds no run");
        assertThatExceptionOfType(BadResults.class)
                .isThrownBy(() -> ResultsReader.read(folder.resolve("none.jsonl")))
                .withMessageContaining("there is no such file");
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
