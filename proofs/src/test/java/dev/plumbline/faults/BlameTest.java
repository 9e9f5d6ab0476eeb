package dev.plumbline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mistake is blamed on the row that it breaks, and on no other that is judged by the same packet. */
class BlameTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    /** That a connection is gone is proven by the number of a reset; whether it may have ACK is a row of its own. */
    @Test
    void aResetWithAckIsStillTheEndOfAConnection() throws IOException {
        String ends =
                "@RFC9293/3.10.5-ABORT or @RFC9293/3.10.7.4-RST or @RFC9293/3.10.8-USER or @RFC9293/3.10.8-TIME-WAIT";
        assertThat(verdicts("faulty:reset-with-ack", ends))
                .hasSizeGreaterThan(40)
                .doesNotContainValue("FAIL");
        assertThat(verdicts("faulty:reset-with-ack", "@RFC9293/3.10.7.1-RST")).containsValue("FAIL");
    }

    private Map<String, String> verdicts(String stack, String tags) throws IOException {
        ConformanceRun.run(new RunOptions(stack, tags, 2, 7, folder, null), new RunListener() {});
        Map<String, String> all = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("results.jsonl"))) {
            JsonNode node = JSON.readTree(line);
            if (node.path("type").asText().equals("scenario")) {
                all.put(node.path("id").asText(), node.path("verdict").asText());
            }
        }
        return all;
    }
}
