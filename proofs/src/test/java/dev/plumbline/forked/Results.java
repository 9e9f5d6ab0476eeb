package dev.plumbline.forked;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a run left in its folder. */
public record Results(Path folder, List<JsonNode> lines) {
    private static final long SEED = 7;

    /** Runs the suite in this JVM. */
    public static Results of(String stack, String tags, int tries, Path folder) {
        return of(stack, tags, tries, SEED, folder);
    }

    /** The same with the draws of a seed of one's choice. */
    public static Results of(String stack, String tags, int tries, long seed, Path folder) {
        ConformanceRun.run(new RunOptions(stack, tags, tries, seed, folder, null), new RunListener() {});
        return read(folder);
    }

    /** What a run has left there. */
    static Results read(Path folder) {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(folder.resolve("results.jsonl"))) {
                lines.add(json.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Results(folder, lines);
    }

    /** The scenarios' lines, without what no two runs have in common. */
    public List<JsonNode> scenarios() {
        return lines.stream()
                .filter(line -> line.path("type").asText().equals("scenario"))
                .map(line -> ((ObjectNode) line.deepCopy()).without("wallMicros"))
                .map(line -> (JsonNode) line)
                .toList();
    }

    /** The verdicts of the scenarios that are not PASS. */
    public Map<String, String> notPassed() {
        Map<String, String> all = new TreeMap<>();
        scenarios().stream()
                .filter(line -> !line.path("verdict").asText().equals("PASS"))
                .forEach(line ->
                        all.put(line.path("id").asText(), line.path("verdict").asText()));
        return all;
    }

    /** What is said of each failure. */
    public List<String> headlines() {
        return failures("headline");
    }

    /** What a field of each failure says, where it says something. */
    List<String> failures(String field) {
        return scenarios().stream()
                .map(line -> line.path("failure").path(field).asText(""))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** Whether the run came to its end. */
    public boolean isComplete() {
        return lines.get(lines.size() - 1).path("type").asText().equals("end");
    }

    /** The first trials' exchanges, by file. */
    public Map<String, String> transcripts() {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("transcripts"))) {
            for (Path file : files.toList()) {
                all.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
