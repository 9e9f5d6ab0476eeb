package dev.plumbline.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where to look first, where that depends on the scenario: a row that is judged in several seats has other hints for each. The
 * catalogue keeps them under {@code causes-with}, by a tag of the scenario; they stand in place of the row's causes.
 */
final class Hints {
    private final Map<String, Map<String, List<String>>> byRow = new LinkedHashMap<>();

    /** Takes up those of one file. */
    void add(RequirementFile file) {
        for (JsonNode section : file.read().path("sections")) {
            for (JsonNode row : section.path("requirements")) {
                JsonNode byTag = row.path("causes-with");
                byTag.fieldNames()
                        .forEachRemaining(
                                tag -> byRow.computeIfAbsent(row.path("id").asText(), id -> new LinkedHashMap<>())
                                        .put(tag, sentences(byTag.path(tag))));
            }
        }
    }

    /** What to say about a row that a scenario has found violated: the first of its tags that has hints decides. */
    List<String> causes(Requirement row, ScenarioInfo scenario) {
        Map<String, List<String>> byTag = byRow.getOrDefault(row.id(), Map.of());
        return byTag.entrySet().stream()
                .filter(hints -> scenario.tags().contains(hints.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(row.causes());
    }

    /** The tags that a row has hints for. */
    Set<String> tags(String row) {
        return byRow.getOrDefault(row, Map.of()).keySet();
    }

    /** All that is said about a row with one of these tags. */
    List<String> sentences(String row) {
        return byRow.getOrDefault(row, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> sentences(JsonNode list) {
        List<String> all = new ArrayList<>();
        list.forEach(sentence -> all.add(sentence.asText()));
        return List.copyOf(all);
    }
}
