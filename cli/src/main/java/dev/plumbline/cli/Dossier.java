package dev.plumbline.cli;

import dev.plumbline.index.Index;
import dev.plumbline.index.Place;
import dev.plumbline.report.TextWrap;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.spi.Capability;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what belongs to an id, part by part; a part with nothing to tell is left out. */
final class Dossier {
    private static final int WIDTH = 96;
    private static final String INDENT = " ".repeat(4);
    private static final String FEATURES = "features/src/main/resources/features/";

    private final Screen screen;
    private final Sources sources;
    private final Index index;
    private final List<Requirement> catalogue;
    private final List<ScenarioInfo> scenarios;

    Dossier(Screen screen, Sources sources, Index index, List<Requirement> catalogue, List<ScenarioInfo> scenarios) {
        this.screen = screen;
        this.sources = sources;
        this.index = index;
        this.catalogue = catalogue;
        this.scenarios = scenarios;
    }

    /** The scenarios that stand for a requirement. */
    List<ScenarioInfo> scenarios(Requirement row) {
        return scenarios.stream()
                .filter(scenario -> scenario.requirements().contains(row.id()))
                .toList();
    }

    void tell(Requirement row) {
        screen.line(row.id() + " (" + row.level().word() + "; " + row.source() + ")");
        words(row.statement());
        if (!row.quote().isEmpty()) {
            words('"' + row.quote() + '"');
        }
        words("Section: " + row.section() + ". A stack must claim "
                + row.needs().stream().map(Capability::name).collect(Collectors.joining(" ")) + ".");
        List<ScenarioInfo> own = scenarios(row);
        part("Scenarios", own.stream().map(Dossier::where).toList());
        part(
                row.law() ? "Law, which watches every scenario" : "Law",
                places(index.laws().get(row.id())));
        Set<Place> steps = new LinkedHashSet<>();
        own.forEach(scenario -> steps.addAll(index.steps().getOrDefault(scenario.id(), List.of())));
        part("Steps", places(List.copyOf(steps)));
        part("Kept by the reference in", places(index.keepers().get(row.id())));
        part("Faults", index.faults(row.id()).stream().map(this::fault).toList());
        part("Unit tests", places(index.tests().get(row.id())));
        part("Where to look first when it is violated", row.causes());
        part("Nothing judges it", row.why().isEmpty() ? List.of() : List.of(row.why()));
    }

    void tell(ScenarioInfo scenario) {
        screen.line(scenario.id());
        words(scenario.name());
        words("Feature: " + scenario.feature() + (scenario.rule().isEmpty() ? "" : ". Rule: " + scenario.rule()));
        part("Stands in", List.of(where(scenario)));
        rows("Judges", scenario.requirements());
        part("Steps", places(index.steps().get(scenario.id())));
    }

    void tell(Index.Wrong fault) {
        screen.line(fault.name() + " (a stack that is wrong on purpose)");
        words(fault.sentence());
        part("Stands in", List.of(sources.where(fault.place())));
        rows("Must be found out by", fault.rows());
    }

    private void rows(String title, List<String> ids) {
        part(
                title,
                catalogue.stream()
                        .filter(row -> ids.contains(row.id()))
                        .map(row -> row.id() + " (" + row.level().word() + "): " + row.statement())
                        .toList());
    }

    private List<String> places(@Nullable List<Place> places) {
        return places == null
                ? List.of()
                : places.stream()
                        .map(place -> sources.where(place) + (place.member().isEmpty() ? "" : " " + place.member()))
                        .toList();
    }

    private String fault(Index.Wrong fault) {
        return fault.name() + ": " + fault.sentence() + " (" + sources.where(fault.place()) + ")";
    }

    private static String where(ScenarioInfo scenario) {
        return FEATURES + scenario.file() + ".feature:" + scenario.line() + " " + scenario.name();
    }

    private void part(String title, List<String> entries) {
        if (!entries.isEmpty()) {
            screen.line("\n" + title);
            entries.forEach(this::words);
        }
    }

    private void words(String text) {
        TextWrap.wrap(text, WIDTH, INDENT).forEach(screen::line);
    }
}
