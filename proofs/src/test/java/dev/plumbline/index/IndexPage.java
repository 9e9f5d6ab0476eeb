package dev.plumbline.index;

import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page docs/index.md: from any id to all that belongs to it. It names no lines, so that it does not age with every edit. */
final class IndexPage {
    static final String COMMAND =
            "./mvnw -pl proofs -am test -Dtest=IndexTest -Dsurefire.failIfNoSpecifiedTests=false -Dplumbline.index=write";

    private static final String HEAD = """
            # From an id to everything

            Each requirement, and in one hop its scenarios, the steps behind their words, the law that judges every packet by it, the
            code of the reference that keeps it, the faults that break it, and the unit tests of that code. `./plumbline show ID` tells
            the same with line numbers, and shows an exchange. The page is made from the sources, and the build fails when it is not
            what they say. To write it anew:

                %s
            """;
    private static final String FEATURES = "features/src/main/resources/features/";
    /** More scenarios of one file than this are only counted. */
    private static final int MOST_TITLES = 8;

    private final List<Requirement> catalogue;
    private final List<ScenarioInfo> scenarios;
    private final Index index;
    private final StringBuilder page = new StringBuilder();

    IndexPage(List<Requirement> catalogue, List<ScenarioInfo> scenarios, Index index) {
        this.catalogue = catalogue;
        this.scenarios = scenarios;
        this.index = index;
    }

    /** The page. */
    String text() {
        page.setLength(0);
        page.append(HEAD.formatted(COMMAND));
        String section = "";
        for (Requirement row : catalogue) {
            if (!row.section().equals(section)) {
                section = row.section();
                page.append("\n## ").append(section).append('\n');
            }
            row(row);
        }
        return page.toString();
    }

    private void row(Requirement row) {
        String id = row.id();
        page.append("\n### ").append(id).append("\n\n");
        page.append(row.level().word()).append("; ").append(row.source()).append(". ");
        page.append(row.statement()).append("\n\n");
        Map<String, List<ScenarioInfo>> files = scenarios.stream()
                .filter(scenario -> scenario.requirements().contains(id))
                .collect(Collectors.groupingBy(ScenarioInfo::file, LinkedHashMap::new, Collectors.toList()));
        files.forEach(this::scenarios);
        places(
                "Steps",
                scenarios.stream()
                        .filter(scenario -> scenario.requirements().contains(id))
                        .flatMap(scenario -> index.steps().getOrDefault(scenario.id(), List.of()).stream())
                        .map(step -> new Place(step.file(), ""))
                        .distinct()
                        .toList());
        places("Law", index.laws().getOrDefault(id, List.of()));
        places("Kept by", index.keepers().getOrDefault(id, List.of()));
        String faults = index.faults(id).stream()
                .map(fault -> link("`" + fault.name() + "`", fault.place().file()))
                .collect(Collectors.joining(", "));
        item("Faults", faults);
        places("Unit tests", index.tests().getOrDefault(id, List.of()));
        item("Nothing judges it", row.why());
    }

    private void scenarios(String file, List<ScenarioInfo> of) {
        List<String> titles = of.stream().map(ScenarioInfo::name).distinct().toList();
        String what = titles.size() > MOST_TITLES
                ? of.size() + " scenarios"
                : String.join("; ", titles).replace("|", "\\|").replace("<", "&lt;");
        item("Scenarios", link(file, FEATURES + file + ".feature") + ": " + what);
    }

    private void places(String title, List<Place> places) {
        Function<Place, String> link = place -> link(place.toString(), place.file());
        item(title, places.stream().map(link).collect(Collectors.joining(", ")));
    }

    private void item(String title, String words) {
        if (!words.isEmpty()) {
            page.append("- ").append(title).append(": ").append(words).append('\n');
        }
    }

    private static String link(String words, String file) {
        return "[" + words + "](../" + file + ")";
    }
}
