package dev.plumbline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.Detail;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that a list knows are told, and are no failures. */
class KnownDeviationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void aScenarioThatFailsByAListedRequirementIsListed() throws IOException {
        assertThat(scenarios("faulty:syn-with-ack", "@HS-1", "HS-1"))
                .isNotEmpty()
                .anySatisfy(scenario -> {
                    assertThat(scenario.path("verdict").asText()).isEqualTo("LISTED");
                    assertThat(scenario.path("reason").asText()).isEqualTo("It is wrong on purpose.");
                    assertThat(scenario.path("deviations"))
                            .extracting(JsonNode::asText)
                            .containsExactly("HS-1");
                    assertThat(scenario.path("failure").path("headline").asText())
                            .contains("ACK");
                });
        assertThat(lines("deviation")).singleElement().satisfies(entry -> {
            assertThat(entry.path("requirement").asText()).isEqualTo("HS-1");
            assertThat(entry.path("link").asText()).isEqualTo("https://example.org");
        });
    }

    @Test
    void whatIsNotListedStillFails() throws IOException {
        assertThat(scenarios("faulty:syn-with-ack", "@HS-1", "HS-2"))
                .extracting(scenario -> scenario.path("verdict").asText())
                .contains("FAIL")
                .doesNotContain("LISTED");
    }

    @Test
    void aListedLawDoesNotEndTheTrials() throws IOException {
        // Where the stack sends nothing, the law has nothing to say.
        assertThat(scenarios("faulty:ttl-0", "@HS-2", "RFC1122/TTL"))
                .filteredOn(scenario -> !scenario.path("laws").isEmpty())
                .isNotEmpty()
                .allSatisfy(scenario -> {
                    assertThat(scenario.path("verdict").asText()).isEqualTo("PASS");
                    assertThat(scenario.path("deviations"))
                            .extracting(JsonNode::asText)
                            .containsExactly("RFC1122/TTL");
                });
    }

    private List<JsonNode> scenarios(String stack, String tags, String listed) throws IOException {
        Path list = Files.writeString(
                folder.resolve("list.yaml"),
                "deviations: [{requirement: " + listed
                        + ", reason: It is wrong on purpose., link: 'https://example.org'}]");
        RunOptions options = new RunOptions(stack, tags, 2, 7, folder, null, list, Detail.RESULTS);
        ConformanceRun.run(options, new RunListener() {});
        return lines("scenario");
    }

    private List<JsonNode> lines(String type) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("results.jsonl"))) {
            JsonNode node = JSON.readTree(line);
            if (node.path("type").asText().equals(type)) {
                all.add(node);
            }
        }
        return all;
    }
}
