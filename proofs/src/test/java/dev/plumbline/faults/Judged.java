package dev.plumbline.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@code results.jsonl} says of a scenario.
 *
 * @param requirements what it stands for, and the laws that were broken
 * @param told what the message says happened, was expected and came: neither the requirement's words nor the usual causes
 */
record Judged(
        String id,
        String name,
        String verdict,
        Set<String> requirements,
        String step,
        String headline,
        String told,
        String message,
        Map<String, String> values,
        String token) {
    static final int TRIES = 25;
    static final int TRIES_IN_BRIEF = 2;
    private static final long SEED = 7;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs the suite in this JVM. */
    static List<Judged> run(String stack, String tags, Path folder, @Nullable String replay) {
        return run(new RunOptions(stack, tags, TRIES, SEED, folder, replay));
    }

    /** The same for all scenarios, with few tries, and only for the verdicts. */
    static List<Judged> runInBrief(String stack, Path folder) {
        return runInBrief(stack, "", folder);
    }

    /** The same for those scenarios that have these tags. */
    static List<Judged> runInBrief(String stack, String tags, Path folder) {
        return run(new RunOptions(stack, tags, TRIES_IN_BRIEF, SEED, folder, null).inBrief());
    }

    private static List<Judged> run(RunOptions options) {
        ConformanceRun.run(options, new RunListener() {});
        return read(options.out().resolve("results.jsonl"));
    }

    boolean isKiller() {
        return verdict.equals("FAIL");
    }

    private static List<Judged> read(Path results) {
        List<Judged> all = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(results)) {
                JsonNode node = JSON.readTree(line);
                if (node.path("type").asText().equals("scenario")) {
                    all.add(of(node));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static Judged of(JsonNode node) {
        JsonNode failure = node.path("failure");
        Set<String> requirements = new TreeSet<>();
        node.path("requirements").forEach(id -> requirements.add(id.asText()));
        node.path("broken").forEach(id -> requirements.add(id.asText()));
        if (failure.hasNonNull("requirement")) {
            requirements.add(failure.path("requirement").asText());
        }
        Map<String, String> values = new LinkedHashMap<>();
        failure.path("values")
                .forEach(
                        v -> values.put(v.path("name").asText(), v.path("value").asText()));
        String message = failure.path("message").asText();
        return new Judged(
                node.path("id").asText(),
                node.path("name").asText(),
                node.path("verdict").asText(),
                requirements,
                failure.path("step").asText(),
                failure.path("headline").asText(),
                told(message),
                message,
                values,
                failure.path("token").asText());
    }

    private static String told(String message) {
        int from = Math.max(0, message.indexOf("What happened:"));
        int to = message.indexOf("The exchange (");
        return to < from ? "" : message.substring(from, to);
    }
}
