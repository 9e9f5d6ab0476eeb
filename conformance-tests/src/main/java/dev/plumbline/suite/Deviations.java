package dev.plumbline.suite;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plumbline.results.Deviation;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.trial.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a stack is known to do otherwise: the list {@code deviations/NAME.yaml} on the class path, or a file. What it names is
 * shown, and does not fail the run; what it does not name, does.
 */
final class Deviations {
    private static final String NOW_AND_THEN = "now-and-then";
    private static final Set<String> FIELDS =
            Set.of("requirement", "scenario", "scenarios", "reason", "link", NOW_AND_THEN);

    private final String file;
    private final Catalogue catalogue;
    private final List<ScenarioInfo> scenarios;
    private final List<Deviation> all = new ArrayList<>();

    private Deviations(String file, Catalogue catalogue, List<ScenarioInfo> scenarios) {
        this.file = file;
        this.catalogue = catalogue;
        this.scenarios = scenarios;
    }

    /**
     * Reads the list of a stack; a stack without one is not known to deviate.
     *
     * @param instead a file that takes the place of the stack's own list
     * @param scenarios all that the features declare
     * @throws CannotRun if the list is no such list, naming the file and the entry
     */
    static Deviations of(String stack, @Nullable Path instead, Catalogue catalogue, List<ScenarioInfo> scenarios) {
        String name = instead == null ? "deviations/" + stack + ".yaml" : instead.toString();
        Deviations deviations = new Deviations(name, catalogue, scenarios);
        try (InputStream in = instead == null
                ? Deviations.class.getClassLoader().getResourceAsStream(name)
                : Files.newInputStream(instead)) {
            if (in != null) {
                deviations.read(new YAMLMapper().readTree(in));
            }
        } catch (NoSuchFileException e) {
            throw new CannotRun("there is no file " + name + "; --deviations names a list of known deviations", e);
        } catch (JsonProcessingException e) {
            throw new CannotRun(name + " is no YAML" + place(e) + firstLine(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new CannotRun(name + " cannot be read: " + e.getMessage(), e);
        }
        return deviations;
    }

    /** Counted from 1, as editors do; a file that cannot be read to begin with has no place either. */
    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? ": " : ", line " + at.getLineNr() + ": ";
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** Every entry, in the list's order; one that names several scenarios stands for as many. */
    List<Deviation> all() {
        return List.copyOf(all);
    }

    /** The laws that may be broken in a scenario without ending it. */
    Set<String> laws(ScenarioInfo scenario) {
        return all.stream()
                .filter(entry -> entry.isAbout(scenario.id()) && isLaw(entry.requirement()))
                .map(Deviation::requirement)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The entry that lists a violation: of the requirement that the finding names, or else of one of the scenario's own. */
    Optional<Deviation> listing(ScenarioInfo scenario, Finding finding) {
        String named = finding.requirement();
        Set<String> violated = named != null ? Set.of(named) : new TreeSet<>(scenario.requirements());
        return finding.kind() != Finding.Kind.VIOLATION
                ? Optional.empty()
                : all.stream()
                        .filter(entry -> violated.contains(entry.requirement()) && entry.isAbout(scenario.id()))
                        .findFirst();
    }

    /** Whether the stack is known not to keep something that the scenario is about. */
    boolean listsAny(ScenarioInfo scenario) {
        return all.stream()
                .anyMatch(
                        entry -> scenario.requirements().contains(entry.requirement()) && entry.isAbout(scenario.id()));
    }

    private boolean isLaw(String id) {
        return catalogue.row(id).filter(Requirement::law).isPresent();
    }

    private void read(JsonNode root) {
        if (!root.path("deviations").isArray()) {
            throw new CannotRun(file + ": there is no list 'deviations'; see docs/results.md");
        }
        int number = 0;
        for (JsonNode entry : root.path("deviations")) {
            number++;
            read(number, entry);
        }
    }

    /** What an entry says of several scenarios it says of each, so that each can be found to have grown stale. */
    private void read(int number, JsonNode entry) {
        entry.fieldNames().forEachRemaining(field -> require(FIELDS.contains(field), number, "has a '" + field + "'"));
        String id = text(number, entry, "requirement");
        require(
                catalogue.row(id).isPresent(),
                number,
                "names the requirement " + id + ", which there is not; ./plumbline list shows all");
        String reason = text(number, entry, "reason");
        String link = text(number, entry, "link");
        boolean nowAndThen = isNowAndThen(number, entry);
        if (entry.has("scenarios")) {
            scenarios(number, entry)
                    .forEach(scenario -> add(number, new Deviation(id, scenario, reason, link, nowAndThen)));
        } else {
            String scenario = entry.has("scenario") ? text(number, entry, "scenario") : null;
            add(number, new Deviation(id, scenario, reason, link, nowAndThen));
        }
    }

    private boolean isNowAndThen(int number, JsonNode entry) {
        JsonNode said = entry.path(NOW_AND_THEN);
        require(
                said.isMissingNode() || said.isBoolean(),
                number,
                "has a '" + NOW_AND_THEN + "' that is neither true nor false");
        return said.asBoolean();
    }

    private List<String> scenarios(int number, JsonNode entry) {
        require(!entry.has("scenario"), number, "has a 'scenario' and 'scenarios'; one of the two will do");
        JsonNode named = entry.path("scenarios");
        require(named.isArray() && !named.isEmpty(), number, "has 'scenarios' that are no list of scenarios");
        List<String> names = new ArrayList<>();
        named.forEach(each -> names.add(each.asText("").strip()));
        require(!names.contains(""), number, "has 'scenarios' with one that has no name");
        return names;
    }

    private void add(int number, Deviation read) {
        String id = read.requirement();
        String scenario = read.scenario();
        require(scenario == null || isJudged(read), number, "names " + scenario + ", which does not judge " + id);
        require(all.stream().noneMatch(other -> overlap(other, read)), number, "lists " + id + " once more");
        all.add(read);
    }

    /** Laws watch all scenarios. */
    private boolean isJudged(Deviation entry) {
        String id = entry.requirement();
        return scenarios.stream()
                .anyMatch(info -> entry.isAbout(info.id())
                        && (isLaw(id) || info.requirements().contains(id)));
    }

    private boolean overlap(Deviation one, Deviation other) {
        boolean everywhere = one.scenario() == null || other.scenario() == null;
        return one.requirement().equals(other.requirement())
                && (everywhere || scenarios.stream().anyMatch(s -> one.isAbout(s.id()) && other.isAbout(s.id())));
    }

    private String text(int number, JsonNode entry, String field) {
        String text = entry.path(field).asText("").strip();
        require(!text.isEmpty(), number, "lacks its '" + field + "'");
        return text;
    }

    private void require(boolean good, int number, String otherwise) {
        if (!good) {
            throw new CannotRun(file + ", entry " + number + ": it " + otherwise);
        }
    }
}
