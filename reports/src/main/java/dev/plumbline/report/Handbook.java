package dev.plumbline.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What there is to say of each requirement whatever stack is judged: its scenarios in words, and the mistakes that they find out. */
public final class Handbook {
    /** Which names the scenarios' files and the faults; the suite has it. */
    private static final String INDEX = "dev/plumbline/index/index.json";

    /** Loaded when it is asked for. */
    private static final class Once {
        static final Handbook HANDBOOK = Handbook.read();
    }

    private final Map<String, List<Told>> scenarios = new LinkedHashMap<>();
    private final Map<String, List<Fault>> faults = new LinkedHashMap<>();

    Handbook() {}

    /**
     * A scenario, as its feature tells it.
     *
     * @param rule the rule that it stands under; empty if there is none
     * @param tags without the at sign
     * @param lines its steps and tables, a line each
     */
    public record Told(String rule, String title, List<String> tags, List<String> lines) {}

    /** A stack that is wrong on purpose, and what is wrong with it. */
    public record Fault(String name, String sentence) {}

    /** From the suite and the features on the class path, read once; where these are not there it is empty. */
    public static Handbook load() {
        return Once.HANDBOOK;
    }

    private static Handbook read() {
        Handbook handbook = new Handbook();
        try (InputStream index = open(INDEX)) {
            if (index != null) {
                handbook.read(index);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(INDEX, e);
        }
        return handbook;
    }

    /** The scenarios that stand for a requirement. */
    public List<Told> scenarios(String requirement) {
        return scenarios.getOrDefault(requirement, List.of());
    }

    /** The mistakes that it must find out. */
    public List<Fault> faults(String requirement) {
        return faults.getOrDefault(requirement, List.of());
    }

    void add(Told scenario) {
        scenario.tags()
                .forEach(tag ->
                        scenarios.computeIfAbsent(tag, any -> new ArrayList<>()).add(scenario));
    }

    void add(String requirement, Fault fault) {
        faults.computeIfAbsent(requirement, any -> new ArrayList<>()).add(fault);
    }

    /** Field by field: most of the index is about code, which is not asked for here. */
    private void read(InputStream index) throws IOException {
        Set<String> files = new LinkedHashSet<>();
        try (JsonParser parser = new ObjectMapper().createParser(index)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("steps")) {
                    files(parser, files);
                } else if (field.equals("faults")) {
                    parser.<JsonNode>readValueAsTree().forEach(this::addFault);
                } else {
                    parser.skipChildren();
                }
            }
        }
        for (String file : files) {
            FeatureText.scenarios(text("features/" + file + ".feature")).forEach(this::add);
        }
    }

    private static void files(JsonParser parser, Set<String> files) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String scenario = parser.currentName();
            files.add(scenario.substring(0, scenario.lastIndexOf('/')));
            parser.nextToken();
            parser.skipChildren();
        }
    }

    private void addFault(JsonNode fault) {
        Fault told =
                new Fault(fault.path("name").asText(), fault.path("sentence").asText());
        fault.path("rows").forEach(row -> add(row.asText(), told));
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = open(resource)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static @Nullable InputStream open(String resource) {
        return Handbook.class.getClassLoader().getResourceAsStream(resource);
    }
}
