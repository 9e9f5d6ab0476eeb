package dev.plumbline.reference.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The grid of states and segments as the features of RFC 9293 section 3.10.7 write it: what the suite plays over the wire, the
 * reference's own tests play without one. Nothing of it is written twice.
 */
public final class Grid {
    private static final Path FOLDER = Path.of("..", "features", "src", "main", "resources", "features", "rfc9293");
    private static final Pattern STEP = Pattern.compile("(?:Given|When|Then|And) (.*)");
    private static final Pattern ARRIVES =
            Pattern.compile("(an? .+?|data|data .+?|urgent .+?|one .+?) arrives (.+?)(?:, acknowledging (.+))?");

    private Grid() {}

    /**
     * One segment in one state.
     *
     * @param way how the state is reached
     * @param history whether more has happened before than the way to the state
     * @param segment what arrives
     * @param place where in the window
     * @param acknowledging what it acknowledges; everything sent, if the feature does not say
     * @param answers what is allowed
     * @param after where that leads, if the feature says
     */
    public record Cell(
            String way,
            boolean history,
            String segment,
            String place,
            String acknowledging,
            List<String> answers,
            Optional<String> after) {
        @Override
        public String toString() {
            return way + " x " + segment + " " + place + ", acknowledging " + acknowledging + ": "
                    + String.join(" or ", answers)
                    + after.map(state -> ", then " + state).orElse("");
        }
    }

    /** All of them, in the features' order. */
    public static List<Cell> cells() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith("3.10.7."))
                    .sorted()
                    .flatMap(file -> scenarios(file).stream())
                    .flatMap(steps -> cell(steps).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A scenario that asks what comes later, and not for the answer to one segment, is none. */
    private static Optional<Cell> cell(List<String> steps) {
        Optional<Matcher> arrives =
                steps.stream().map(ARRIVES::matcher).filter(Matcher::matches).findFirst();
        Optional<String> way = after(steps, "a connection in ");
        Optional<String> answers = after(steps, "the endpoint answers with ");
        return arrives.filter(segment -> way.isPresent() && answers.isPresent())
                .map(segment -> new Cell(
                        way.orElseThrow(),
                        !ARRIVES.matcher(steps.get(1)).matches()
                                || segment.group(2).contains(","),
                        segment.group(1),
                        segment.group(2),
                        Optional.ofNullable(segment.group(3)).orElse("everything sent"),
                        List.of(answers.orElseThrow().split(" or ")),
                        after(steps, "the connection is ")));
    }

    private static Optional<String> after(List<String> steps, String beginning) {
        return steps.stream()
                .filter(step -> step.startsWith(beginning))
                .map(step -> step.substring(beginning.length()))
                .findFirst();
    }

    /** The steps of each scenario, and of each row of an outline's examples. */
    private static List<List<String>> scenarios(Path file) {
        List<List<String>> all = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        List<String> columns = List.of();
        for (String line : lines(file)) {
            Matcher step = STEP.matcher(line);
            if (line.startsWith("Scenario") || line.startsWith("Rule:")) {
                steps = new ArrayList<>();
                columns = List.of();
                all.add(steps);
            } else if (step.matches()) {
                steps.add(step.group(1));
            } else if (line.startsWith("|") && columns.isEmpty()) {
                columns = row(line);
                all.remove(steps);
            } else if (line.startsWith("|")) {
                all.add(filled(steps, columns, row(line)));
            }
        }
        return all;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(String::strip).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(String line) {
        return Stream.of(line.split("\\|")).skip(1).map(String::strip).toList();
    }

    private static List<String> filled(List<String> steps, List<String> columns, List<String> row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put("<" + columns.get(i) + ">", row.get(i));
        }
        return steps.stream()
                .map(step -> {
                    String text = step;
                    for (Map.Entry<String, String> value : values.entrySet()) {
                        text = text.replace(value.getKey(), value.getValue());
                    }
                    return text;
                })
                .toList();
    }
}
