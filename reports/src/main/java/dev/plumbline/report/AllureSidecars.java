package dev.plumbline.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.PastRun;
import dev.plumbline.results.RunHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files beside Allure's results that say what was run, by what, and into which groups failures fall. */
final class AllureSidecars {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AllureSidecars() {}

    static void write(Path results, RunHeader run, List<PastRun> before) throws IOException {
        Files.writeString(results.resolve("environment.properties"), environment(run));
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(results.resolve("executor.json").toFile(), executor(run, before.size() + 1));
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(results.resolve("categories.json").toFile(), categories());
        Path history = Files.createDirectories(results.resolve("history"));
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(history.resolve("history-trend.json").toFile(), AllureTrend.of(before));
    }

    private static String environment(RunHeader run) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("percentage", "of scenarios; how many requirements hold, and the verdict, tells lesson.html");
        entries.put("stack", run.named());
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

    /** The number of the run is its place in the trend; the build's link leads to the lesson, which lies beside the report's folder. */
    private static Map<String, Object> executor(RunHeader run, int number) {
        return Map.of(
                "name",
                "Plumbline",
                "type",
                "plumbline",
                "buildName",
                "The lesson: which requirements hold (seed " + run.seed() + ")",
                "buildUrl",
                "../lesson.html",
                "buildOrder",
                number);
    }

    /** A group of results: those whose trace begins with an outcome's token. */
    record Category(String name, String traceRegex) {
        Category(String name, Outcome outcome) {
            this(name, "(?s)" + Pattern.quote(outcome.token()) + ".*");
        }
    }

    /** Allure shows a test under every category that matches; a result has one outcome. */
    static List<Category> categories() {
        return List.of(
                new Category("A requirement is violated", Outcome.FAIL),
                new Category("A known deviation", Outcome.LISTED),
                new Category("A precondition was not reached", Outcome.INCONCLUSIVE),
                new Category("The adapter does not keep to the line protocol", Outcome.ADAPTER),
                new Category("The suite broke", Outcome.SUITE_ERROR));
    }
}
