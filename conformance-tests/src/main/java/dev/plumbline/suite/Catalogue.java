package dev.plumbline.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plumbline.oracle.LawBook;
import dev.plumbline.spi.Capability;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All requirements, read from the features module. */
final class Catalogue {
    private static final List<String> FILES =
            List.of("requirements/lesson.yaml", "requirements/rfc9293.yaml", "requirements/wire-laws.yaml");
    private static final Set<String> LEVELS = Set.of("LESSON", "MUST", "SHOULD", "MAY");

    private static @Nullable Catalogue all;

    private final Set<String> laws = Set.copyOf(LawBook.requirements());
    private final Map<String, RequirementInfo> rows = new LinkedHashMap<>();

    private Catalogue() {}

    /**
     * Reads the catalogue, once in a JVM.
     *
     * @throws CannotRun if a file is missing or a row is incomplete, naming it
     */
    static synchronized Catalogue load() {
        if (all == null) {
            all = load(FILES);
        }
        return all;
    }

    static Catalogue load(List<String> files) {
        Catalogue catalogue = new Catalogue();
        files.forEach(catalogue::read);
        return catalogue;
    }

    /** The rows in the catalogue's order. */
    List<RequirementInfo> rows() {
        return List.copyOf(rows.values());
    }

    /** The row with this id. */
    Optional<RequirementInfo> row(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    private void read(String file) {
        try (InputStream in = Catalogue.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new CannotRun("the catalogue file " + file + " is not on the class path");
            }
            JsonNode root = new YAMLMapper().readTree(in);
            for (JsonNode section : root.path("sections")) {
                for (JsonNode row : section.path("requirements")) {
                    add(file, root, section, row);
                }
            }
        } catch (IOException e) {
            throw new CannotRun(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void add(String file, JsonNode root, JsonNode section, JsonNode row) {
        String id = text(file, row, "id");
        String level = row.path("level").asText(root.path("level").asText(""));
        if (!LEVELS.contains(level)) {
            throw new CannotRun(file + ", row " + id + ": the level '" + level + "' is none of " + LEVELS);
        }
        JsonNode needs = row.has("needs") ? row.path("needs") : section.path("needs");
        RequirementInfo info = new RequirementInfo(
                id,
                level,
                text(file, section, "title"),
                text(file, section, "korean"),
                text(file, row, "statement"),
                row.path("korean").asText("").strip(),
                text(file, row, "source"),
                capabilities(file, id, needs),
                strings(row.path("causes")),
                0,
                laws.contains(id));
        if (rows.put(id, info) != null) {
            throw new CannotRun(file + ": the id " + id + " stands there twice");
        }
    }

    private static Set<Capability> capabilities(String file, String id, JsonNode names) {
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        for (String name : strings(names)) {
            try {
                all.add(Capability.valueOf(name));
            } catch (IllegalArgumentException e) {
                throw new CannotRun(file + ", row " + id + ": there is no capability '" + name + "'", e);
            }
        }
        return all;
    }

    private static List<String> strings(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(node -> all.add(node.asText()));
        return all;
    }

    private static String text(String file, JsonNode node, String field) {
        String text = node.path(field).asText("").strip();
        if (text.isEmpty()) {
            throw new CannotRun(file + ": a row lacks its '" + field + "': " + node);
        }
        return text;
    }
}
