package dev.plumbline.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.results.RunHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The files beside Allure's results that say what was run, by what, and into which groups failures fall. */
final class AllureSidecars {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The words by which the message of an inconclusive scenario is known. */
    private static final String PRECONDITION = "(?i:inconclusive|precondition)";

    /** The words with which the message of a scenario begins that ended by a known deviation. */
    private static final String DEVIATION = "Known deviation from ";

    private AllureSidecars() {}

    static void write(Path results, RunHeader run) throws IOException {
        Files.writeString(results.resolve("environment.properties"), environment(run));
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(results.resolve("executor.json").toFile(), executor(run));
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(results.resolve("categories.json").toFile(), categories());
    }

    private static String environment(RunHeader run) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("stack", run.stack());
        entries.put("seed", String.valueOf(run.seed()));
        entries.put("tries", String.valueOf(run.tries()));
        entries.put("tags", run.tags());
        entries.put("suite", run.suite());
        entries.put("java", run.java());
        entries.put("os", run.os());
        return entries.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + escaped(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    /** As java.util.Properties reads it. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static Map<String, Object> executor(RunHeader run) {
        return Map.of("name", "Plumbline", "type", "plumbline", "buildName", run.stack() + ", seed " + run.seed());
    }

    /** A group of failures: those with one of these statuses whose message matches. */
    record Category(String name, List<String> matchedStatuses, String messageRegex) {}

    /** Allure shows a test under every category that matches, so that no two may. */
    private static List<Category> categories() {
        return List.of(
                new Category("A known deviation", List.of("skipped"), DEVIATION + "(?s).*"),
                new Category("A MUST or a lesson is violated", List.of("failed"), "(?s).*"),
                new Category(
                        "A precondition was not reached",
                        List.of("broken", "skipped"),
                        "(?s)(?!" + DEVIATION + ").*" + PRECONDITION + ".*"),
                new Category("The suite broke", List.of("broken"), "(?s)(?!.*" + PRECONDITION + ").*"));
    }
}
