package dev.plumbline.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cause.Cause;
import dev.plumbline.cause.Causes;
import dev.plumbline.cause.Part;
import dev.plumbline.results.ScenarioFiles;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.text.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts into Allure's results what is known when all of them are there: which failure to repair first, which are the same mistake, and
 * which only follow. A result is written when its scenario ends, and cannot know it.
 */
final class AllureCauses {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DETAILS = "statusDetails";
    private static final String MESSAGE = "message";
    private static final String TRACE = "trace";
    private static final String DESCRIPTION = "description";

    private final Causes causes;
    private final Map<String, ScenarioResult> scenarios;

    AllureCauses(Causes causes, List<ScenarioResult> scenarios) {
        this.causes = causes;
        this.scenarios = scenarios.stream()
                .filter(scenario -> causes.of(scenario).isPresent())
                .collect(Collectors.toMap(ScenarioResult::id, Function.identity()));
    }

    /** What marks a result of this part, in the place of its outcome's token: a result falls into one category. */
    static String token(Part part) {
        return "[" + part.name() + "]";
    }

    /** Writes the results anew that fail. */
    void mark(Path results) throws IOException {
        if (scenarios.isEmpty()) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(results)) {
            files = all.filter(file -> file.toString().endsWith("-result.json")).toList();
        }
        for (Path file : files) {
            if (JSON.readTree(file.toFile()) instanceof ObjectNode result) {
                ScenarioResult scenario = scenarios.get(scenario(result));
                if (scenario != null) {
                    tell(result, scenario);
                    JSON.writeValue(file.toFile(), result);
                }
            }
        }
    }

    private static String scenario(JsonNode result) {
        for (JsonNode label : result.path("labels")) {
            if (label.path("name").asText().equals(ScenarioFiles.LABEL)) {
                return label.path("value").asText();
            }
        }
        return "";
    }

    /** The message is a line, for Allure's trees show it whole; the explanation goes where there is room. */
    private void tell(ObjectNode result, ScenarioResult scenario) {
        ObjectNode details = result.withObject("/" + DETAILS);
        String explanation = details.path(MESSAGE).asText("");
        causes.of(scenario).ifPresent(cause -> details.put(MESSAGE, plain(line(scenario, cause))));
        causes.part(scenario).ifPresent(part -> details.put(TRACE, token(part) + "\n\n" + explanation));
        String about = result.path(DESCRIPTION).asText("");
        result.put(DESCRIPTION, about + "\n\n<pre>" + explanation + "</pre>"); // it was escaped when it was written
    }

    private String line(ScenarioResult scenario, Cause cause) {
        String place = causes.place(scenario).orElse("");
        boolean shown = cause.shown().id().equals(scenario.id());
        return shown ? (place + " " + cause.name() + ": " + cause.headline()).strip() : place;
    }

    /** Allure escapes a message in its trees and not beside them: so none of its characters may need it. */
    private static String plain(String words) {
        return Shown.line(words)
                .replace('<', '\u2039')
                .replace('>', '\u203a')
                .replace('\'', '\u2019')
                .replace('"', '\u201d')
                .replace('&', '\uff06');
    }
}
