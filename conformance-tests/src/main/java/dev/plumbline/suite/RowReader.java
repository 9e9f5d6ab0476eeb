package dev.plumbline.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.results.Judging;
import dev.plumbline.results.Level;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.Stage;
import dev.plumbline.spi.Capability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the rows of one file of the catalogue: what a row does not say, its section says, or the file. */
final class RowReader {
    private static final List<String> LEVELS =
            Arrays.stream(Level.values()).map(Level::name).toList();
    private static final Set<String> OF_FILES = Set.of("level", "stage", "rfc", "needs", "judged-by", "sections");
    private static final Set<String> OF_SECTIONS =
            Set.of("title", "korean", "stage", "section", "needs", "judged-by", "requirements");
    private static final Set<String> OF_ROWS = new TreeSet<>(Set.of(
            "id",
            "level",
            "stage",
            "statement",
            "korean",
            "source",
            "section",
            "quote",
            "needs",
            "causes",
            "causes-with",
            "judged-by",
            "not-observable",
            "left-out"));

    private final String file;
    private final JsonNode root;
    /** What a message calls the part of the file that is read. */
    private String place = "";

    private RowReader(String file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /**
     * Reads all rows of a file.
     *
     * @throws CannotRun if something is missing, unknown or contradictory, naming the file and the row
     */
    static List<Requirement> rows(RequirementFile file) {
        return new RowReader(file.name(), file.read()).rows();
    }

    private List<Requirement> rows() {
        known(root, OF_FILES);
        require(root.path("sections").isArray(), "expected a list 'sections'");
        List<Requirement> rows = new ArrayList<>();
        for (JsonNode section : root.path("sections")) {
            place = ", section '" + section.path("title").asText("") + "'";
            known(section, OF_SECTIONS);
            text(section, "title");
            for (JsonNode row : section.path("requirements")) {
                place = ", row " + row.path("id").asText("without an id");
                rows.add(row(section, row));
            }
        }
        return rows;
    }

    private Requirement row(JsonNode section, JsonNode row) {
        known(row, OF_ROWS);
        String level = inherited("level", row, root).asText("");
        require(LEVELS.contains(level), "the level '" + level + "' is none of " + LEVELS);
        boolean lesson = Level.valueOf(level) == Level.LESSON;
        return new Requirement(
                text(row, "id"),
                Level.valueOf(level),
                stage(section, row),
                text(section, "title"),
                korean(section, lesson),
                text(row, "statement"),
                korean(row, lesson),
                source(section, row),
                row.path("quote").asText("").strip().replaceAll("\\s+", " "),
                capabilities(inherited("needs", row, section, root)),
                strings(row.path("causes")),
                judging(section, row),
                why(row),
                0);
    }

    private Stage stage(JsonNode section, JsonNode row) {
        String word = inherited("stage", row, section, root).asText("");
        Optional<Stage> stage =
                Stage.ofRows().stream().filter(each -> each.name().equals(word)).findFirst();
        require(stage.isPresent(), "the stage '" + word + "' is none of " + Stage.ofRows());
        return stage.orElseThrow();
    }

    /** Either in full, or as the section of the RFC that the whole file is about. */
    private String source(JsonNode section, JsonNode row) {
        if (row.has("source")) {
            return text(row, "source");
        }
        JsonNode number = inherited("section", row, section);
        require(
                root.path("rfc").isInt() && !number.isMissingNode(),
                "it lacks its 'source': expected one, or a 'section' and an 'rfc' for the file");
        require(number.isTextual(), "the section " + number + " is to be in quotes, for YAML reads 3.10 as 3.1");
        return "RFC " + root.path("rfc").asText() + " section " + number.asText();
    }

    private Judging judging(JsonNode section, JsonNode row) {
        if (row.has("not-observable") || row.has("left-out")) {
            require(!row.has("judged-by"), "it has a 'judged-by', and a reason why nothing judges it");
            require(!row.has("not-observable") || !row.has("left-out"), "it is either not-observable or left-out");
            return row.has("left-out") ? Judging.LEFT_OUT : Judging.NOT_OBSERVABLE;
        }
        String word = inherited("judged-by", row, section, root).asText(Judging.SCENARIOS.word());
        Optional<Judging> judging = Judging.of(word);
        require(judging.isPresent(), "judged-by is '" + word + "': expected scenarios, law or both");
        return judging.orElseThrow();
    }

    private String why(JsonNode row) {
        for (String reason : List.of("not-observable", "left-out")) {
            if (row.has(reason)) {
                return text(row, reason);
            }
        }
        return "";
    }

    private String korean(JsonNode node, boolean lesson) {
        return lesson ? text(node, "korean") : node.path("korean").asText("").strip();
    }

    private Set<Capability> capabilities(JsonNode names) {
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        for (String name : strings(names)) {
            try {
                all.add(Capability.valueOf(name));
            } catch (IllegalArgumentException e) {
                throw new CannotRun(file + place + ": there is no capability '" + name + "'", e);
            }
        }
        require(!all.isEmpty(), "it lacks its 'needs': expected what a stack must claim to be judged");
        return all;
    }

    /** Of the first that has it; missing if none does. */
    private static JsonNode inherited(String field, JsonNode... nodes) {
        for (JsonNode node : nodes) {
            if (node.has(field)) {
                return node.path(field);
            }
        }
        return nodes[0].path(field);
    }

    private static List<String> strings(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(node -> all.add(node.asText()));
        return all;
    }

    private String text(JsonNode node, String field) {
        String text = node.path(field).asText("").strip();
        require(!text.isEmpty(), "it lacks its '" + field + "'");
        return text;
    }

    /** A slip of the pen in a field's name would be a field that nobody reads. */
    private void known(JsonNode node, Set<String> fields) {
        node.fieldNames()
                .forEachRemaining(
                        field -> require(fields.contains(field), "it has a '" + field + "': expected only " + fields));
    }

    private void require(boolean good, String otherwise) {
        if (!good) {
            throw new CannotRun(file + place + ": " + otherwise);
        }
    }
}
