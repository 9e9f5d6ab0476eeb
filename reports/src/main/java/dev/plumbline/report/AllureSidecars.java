package dev.plumbline.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.cause.Cause;
import dev.plumbline.cause.Causes;
import dev.plumbline.cause.Part;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.PastRun;
import dev.plumbline.results.Results;
import dev.plumbline.results.RunHeader;
import dev.plumbline.results.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files beside Allure's results that say what was run, by what, and into which groups failures fall. */
final class AllureSidecars {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What fails is in a category by its part, unless the run did not come so far that anybody knew it. */
    private static final Map<Outcome, String> BY_OUTCOME = Map.of(
            Outcome.FAIL, "A requirement is violated",
            Outcome.LISTED, "A known deviation",
            Outcome.INCONCLUSIVE, "A precondition was not reached",
            Outcome.ADAPTER, "The adapter does not keep to the line protocol",
            Outcome.SUITE_ERROR, "The suite broke");

    private AllureSidecars() {}

    static void write(Path results, Judgement judgement, Causes causes, List<PastRun> before) throws IOException {
        Files.writeString(results.resolve("environment.properties"), environment(judgement, causes));
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(results.resolve("executor.json").toFile(), executor(before.size() + 1));
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(results.resolve("categories.json").toFile(), categories());
        Path history = Files.createDirectories(results.resolve("history"));
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(history.resolve("history-trend.json").toFile(), AllureTrend.of(before));
    }

    private static String environment(Judgement judgement, Causes causes) {
        RunHeader run = judgement.results().run();
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("verdict", verdict(judgement));
        entries.put("percentage", "of the scenarios that could be judged; the verdict is about requirements");
        List<Cause> mistakes = causes.mistakes();
        mistakes.stream().findFirst().ifPresent(first -> {
            entries.put("repair first", first.name() + ": " + first.headline());
            entries.put("besides", besides(mistakes));
        });
        Results.End end = judgement.results().end();
        if (end != null && end.stopped() != null) {
            entries.put("ended early", end.stopped() + "; what comes after was left out");
        }
        entries.put("stack", run.named());
        entries.put("seed", String.valueOf(run.seed()));
        entries.put("tries", String.valueOf(run.tries()));
        entries.put("tags", run.tags());
        entries.put("suite", run.suite());
        entries.put("java", run.java());
        entries.put("os", run.os());
        return entries.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey().replace(" ", "\\ ") + "=" + escaped(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String verdict(Judgement judgement) {
        return judgement.verdict().words() + ": " + judgement.with(Verdict.FAIL).size() + " of the "
                + judgement.judged() + " requirements that were judged are violated. All of them are in lesson.html";
    }

    private static String besides(List<Cause> mistakes) {
        return Amounts.of(mistakes.size() - 1, "other mistake") + ", and "
                + Amounts.of(mistakes.stream().mapToInt(Cause::others).sum(), "failure")
                + " because of one of these";
    }

    /** As java.util.Properties reads it. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n");
    }

    /** The number of the run is its place in the trend; the build's link leads to the lesson, which lies beside the report's folder. */
    private static Map<String, Object> executor(int number) {
        return Map.of(
                "name",
                "Plumbline",
                "type",
                "plumbline",
                "buildName",
                "The lesson: which requirements hold",
                "buildUrl",
                "../lesson.html",
                "buildOrder",
                number);
    }

    /** A group of results: those whose trace begins with an outcome's token. */
    record Category(String name, String traceRegex) {
        /** Of those whose trace begins with this token. */
        static Category of(String name, String token) {
            return new Category(name, "(?s)" + Pattern.quote(token) + ".*");
        }
    }

    /** Allure shows a test under every category that matches; a result has one token. They stand in the order of their names. */
    static List<Category> categories() {
        List<Category> categories = new ArrayList<>();
        for (Part part : Part.values()) {
            categories.add(Category.of(categories.size() + 1 + ". " + part.words(), AllureCauses.token(part)));
        }
        BY_OUTCOME.forEach((outcome, name) -> categories.add(Category.of(name, outcome.token())));
        return categories;
    }
}
