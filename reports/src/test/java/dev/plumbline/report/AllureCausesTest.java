package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.cause.Causes;
import dev.plumbline.cause.Part;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Level;
import dev.plumbline.results.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureCausesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final Judgement judgement = new SampleRun("mine")
            .planned(3)
            .requirement("HS-1", Level.LESSON, "The handshake", 3)
            .failing("first", "HS-1", "it <sent> nothing", "HS-1")
            .failing("same", "HS-1", "it sent too much", "HS-1")
            .scenario("good", Outcome.PASS, "HS-1")
            .end(3)
            .judgement();

    @Test
    void aFailureBeginsWithItsPlaceAndFallsIntoTheCategoryOfItsPart() throws IOException {
        result("first", "[FAIL]\nat Some.where");
        result("same", "[FAIL]\nat Some.where");

        mark();

        assertThat(details("first").path("message").asText())
                .isEqualTo("Repair this first. HS-1: it \u2039sent\u203a nothing");
        assertThat(details("same").path("message").asText()).isEqualTo("The same mistake as in: The name of first.");
        assertThat(JSON.readTree(folder.resolve("first-result.json").toFile())
                        .path("description")
                        .asText())
                .endsWith("<pre>what happened</pre>");
        assertThat(details("same").path("trace").asText()).isEqualTo("[FIRST]\n\nwhat happened");
        assertThat(AllureSidecars.categories())
                .filteredOn(category -> details("same").path("trace").asText().matches(category.traceRegex()))
                .singleElement()
                .extracting(AllureSidecars.Category::name)
                .isEqualTo("1. " + Part.FIRST.words());
    }

    @Test
    void whatHoldsAndWhatIsNotOursStaysAsItWas() throws IOException {
        result("good", "");
        result("unknown", "[FAIL]\n");
        Files.writeString(folder.resolve("x-result.json"), "[]");

        mark();

        assertThat(details("good").path("message").asText()).isEqualTo("what happened");
        assertThat(details("unknown").path("trace").asText()).isEqualTo("[FAIL]\n");
        assertThat(folder.resolve("x-result.json")).hasContent("[]");
    }

    private void mark() throws IOException {
        new AllureCauses(Causes.of(judgement), judgement.results().scenarios()).mark(folder);
    }

    private void result(String scenario, String trace) throws IOException {
        JSON.writeValue(
                folder.resolve(scenario + "-result.json").toFile(),
                Map.of(
                        "labels",
                        List.of(Map.of("name", "epic", "value", "x"), Map.of("name", "scenario", "value", scenario)),
                        "statusDetails",
                        Map.of("message", "what happened", "trace", trace)));
    }

    private JsonNode details(String scenario) {
        try {
            return JSON.readTree(folder.resolve(scenario + "-result.json").toFile())
                    .path("statusDetails");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
