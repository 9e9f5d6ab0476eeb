package dev.plumbline.mark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.results.Level;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Reads a rubric (docs/marking.md): an entry for each thing that there are points for, which it names by the ids of requirements, by
 * their level, or by a tag of scenarios. What belongs to an entry does not depend on who is marked.
 */
public final class RubricReader {
    private static final int USUAL_TRIES = 25;
    private static final Set<String> TOP = Set.of("title", "tags", "tries", "points");
    private static final Set<String> CHOICES = new TreeSet<>(Set.of("requirements", "level", "tag"));
    private static final Set<String> FIELDS =
            Set.of("name", "points", "partial", "hidden", "requirements", "level", "tag");

    private final Map<String, Requirement> catalogue = new LinkedHashMap<>();
    private final Function<String, List<ScenarioInfo>> scenarios;

    /**
     * A reader that knows what there is.
     *
     * @param scenarios those that a tag expression selects
     */
    public RubricReader(List<Requirement> catalogue, Function<String, List<ScenarioInfo>> scenarios) {
        catalogue.forEach(row -> this.catalogue.put(row.id(), row));
        this.scenarios = scenarios;
    }

    /** If nobody has said anything: a hundred points for the lesson, each statement worth as much as another, by shares. */
    public Rubric usual() {
        String tags = "tier/lesson";
        List<Criterion.Item> items = ofLevel(Level.LESSON, scenarios.apply(tags));
        Criterion lesson = new Criterion("The lesson", BigDecimal.valueOf(100), true, false, items);
        return new Rubric("The lesson", tags, USUAL_TRIES, List.of(lesson));
    }

    /**
     * What a file says.
     *
     * @throws BadRubric if it says nothing that can be
     */
    public Rubric read(JsonNode file) {
        known(file, TOP, "the rubric");
        String tags = file.path("tags").asText("");
        List<ScenarioInfo> played = scenarios.apply(tags);
        List<Criterion> criteria = new ArrayList<>();
        file.path("points").forEach(entry -> criteria.add(criterion(entry, played)));
        for (int i = 0; i < criteria.size(); i++) {
            String name = criteria.get(i).name();
            if (criteria.subList(0, i).stream().anyMatch(before -> before.name().equals(name))) {
                throw new BadRubric(
                        "two entries have the name '" + name + "'; programs for courses know them by their names");
            }
        }
        if (criteria.isEmpty()) {
            throw new BadRubric("there must be a list 'points' with an entry for each thing that there are points for");
        }
        return new Rubric(
                file.path("title").asText("Marks"), tags, file.path("tries").asInt(USUAL_TRIES), criteria);
    }

    private Criterion criterion(JsonNode entry, List<ScenarioInfo> played) {
        String name = entry.path("name").asText("");
        if (name.isBlank()) {
            throw new BadRubric("each entry of 'points' needs a 'name'");
        }
        String place = "the entry '" + name + "'";
        known(entry, FIELDS, place);
        List<Criterion.Item> items = items(entry, place, played);
        if (items.isEmpty()) {
            throw new BadRubric(place + " is about nothing that is played: no scenario belongs to it");
        }
        return new Criterion(
                name,
                points(entry, place),
                entry.path("partial").asBoolean(false),
                entry.path("hidden").asBoolean(false),
                items);
    }

    private static void known(JsonNode node, Set<String> fields, String place) {
        node.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                throw new BadRubric(place + " has a field '" + field + "'; there are " + new TreeSet<>(fields));
            }
        });
    }

    private static BigDecimal points(JsonNode entry, String place) {
        JsonNode points = entry.path("points");
        if (!points.isNumber() || points.decimalValue().signum() <= 0) {
            throw new BadRubric(place + " needs 'points', a number above 0");
        }
        return points.decimalValue();
    }

    private List<Criterion.Item> items(JsonNode entry, String place, List<ScenarioInfo> played) {
        List<String> chosen = CHOICES.stream().filter(entry::has).toList();
        if (chosen.size() != 1) {
            throw new BadRubric(place + " must have one of " + CHOICES + ", and has "
                    + (chosen.isEmpty() ? "none" : String.join(" and ", chosen)));
        }
        return switch (chosen.get(0)) {
            case "requirements" -> named(entry.path("requirements"), place);
            case "level" -> ofLevel(level(entry.path("level").asText(), place), played);
            default -> tagged(entry.path("tag").asText(), played);
        };
    }

    private List<Criterion.Item> named(JsonNode ids, String place) {
        return StreamSupport.stream(ids.spliterator(), false)
                .map(JsonNode::asText)
                .map(id -> {
                    if (!catalogue.containsKey(id)) {
                        throw new BadRubric(place + " names " + id + ", which the catalogue does not have");
                    }
                    return new Criterion.Item(id);
                })
                .toList();
    }

    private static Level level(String word, String place) {
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadRubric(
                        place + " has the level '" + word + "'; there are " + Arrays.toString(Level.values())));
    }

    /** Laws have no scenarios of their own: who breaks one fails the scenario in which that happens. */
    private List<Criterion.Item> ofLevel(Level level, List<ScenarioInfo> played) {
        Set<String> judged = played.stream()
                .flatMap(scenario -> scenario.requirements().stream())
                .collect(Collectors.toSet());
        return catalogue.values().stream()
                .filter(row -> row.level() == level && judged.contains(row.id()))
                .map(row -> new Criterion.Item(row.id()))
                .toList();
    }

    private List<Criterion.Item> tagged(String tag, List<ScenarioInfo> played) {
        Set<String> here = played.stream().map(ScenarioInfo::id).collect(Collectors.toSet());
        Map<String, Set<String>> byRequirement = new LinkedHashMap<>();
        scenarios.apply(tag).stream()
                .filter(scenario -> here.contains(scenario.id()))
                .forEach(scenario -> scenario.requirements()
                        .forEach(id -> byRequirement
                                .computeIfAbsent(id, any -> new LinkedHashSet<>())
                                .add(scenario.id())));
        return byRequirement.entrySet().stream()
                .map(entry -> new Criterion.Item(entry.getKey(), entry.getValue()))
                .toList();
    }
}
