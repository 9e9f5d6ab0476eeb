package dev.plumbline.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a results file (docs/results.md). A run that died may have cut its last line short: that line is left out.
 * Anything else that is wrong is {@link BadResults}.
 */
public final class ResultsReader {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path file;
    private final Map<String, Integer> lineOfId = new HashMap<>();
    private final List<Requirement> requirements = new ArrayList<>();
    private final List<Deviation> deviations = new ArrayList<>();
    private final List<ScenarioResult> scenarios = new ArrayList<>();
    private @Nullable RunHeader run;
    private Results.@Nullable End end;

    private ResultsReader(Path file) {
        this.file = file;
    }

    /** All that the file holds. */
    public static Results read(Path file) {
        return new ResultsReader(file).read(content(file));
    }

    private static String content(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadResults(file, "there is no such file; the run did not get as far as writing results");
        }
        try {
            // Not readString: a character that was cut in two must not be an error.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Results read(String content) {
        String[] lines = content.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean cutShort = i == lines.length - 1;
            if (!lines[i].isBlank()) {
                readLine(i + 1, lines[i], cutShort);
            }
        }
        if (run == null) {
            throw new BadResults(file, "holds no run; the run died before it began");
        }
        return new Results(run, List.copyOf(requirements), List.copyOf(deviations), List.copyOf(scenarios), end);
    }

    private void readLine(int number, String line, boolean cutShort) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            if (cutShort) {
                return;
            }
            throw new BadResults(file, number, "not JSON: " + e.getOriginalMessage());
        }
        try {
            take(number, new Row(node));
        } catch (Row.Wrong e) {
            throw new BadResults(file, number, e.what());
        }
    }

    private void take(int number, Row row) {
        String type = row.text("type");
        checkOrder(type);
        switch (type) {
            case "run" -> run = Rows.run(row);
            case "requirement" -> {
                requirements.add(Rows.requirement(row));
                checkOnce(number, type, row.text("id"));
            }
            case "deviation" -> deviations.add(Rows.deviation(row));
            case "scenario" -> {
                scenarios.add(Rows.scenario(row));
                checkOnce(number, type, row.text("id"));
            }
            case "verdict" -> Verdicts.check(row);
            case "end" -> end = Rows.end(row);
            default ->
                throw new Row.Wrong("\"" + type
                        + "\" is not a type of line; they are run, requirement, deviation, scenario, verdict, end");
        }
    }

    private void checkOrder(String type) {
        if ((run == null) != type.equals("run")) {
            throw new Row.Wrong(
                    run == null ? "the first line must be of type run, not " + type : "a second run in one file");
        }
        if (end != null) {
            throw new Row.Wrong("comes after the end");
        }
    }

    private void checkOnce(int number, String type, String id) {
        Integer first = lineOfId.putIfAbsent(type + " " + id, number);
        if (first != null) {
            throw new Row.Wrong("the " + type + " " + id + " is already on line " + first);
        }
    }
}
