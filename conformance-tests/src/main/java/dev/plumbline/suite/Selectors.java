package dev.plumbline.suite;

import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.results.Stage;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a scenario can be selected by besides its own tags, as if it had these, too: its names; {@code level/3} for the stage that it
 * is judged in, and for those behind it; {@code tier/lesson}, {@code tier/rfc} or {@code tier/advanced}, which are other names for
 * three of these; and {@code section/RFC9293/3.8} for each section, with those around it, that a row of it is from.
 */
final class Selectors {
    private static final Pattern CITATION = Pattern.compile("RFC ([0-9]+)(?: section ([0-9]+(?:\\.[0-9]+)*))?");

    /** A build makes a thousand runs in a JVM, and each asks of every scenario. */
    private static final Map<Catalogue, Map<ScenarioInfo, List<String>>> KNOWN = new WeakHashMap<>();

    private Selectors() {}

    /** All that it can be selected by, its own tags first, each with an at sign before it. */
    static List<String> tags(ScenarioInfo scenario, Catalogue catalogue) {
        return known(catalogue)
                .computeIfAbsent(
                        scenario,
                        s -> Stream.concat(s.tags().stream(), of(s, catalogue))
                                .map(tag -> "@" + tag)
                                .toList());
    }

    private static synchronized Map<ScenarioInfo, List<String>> known(Catalogue catalogue) {
        return KNOWN.computeIfAbsent(catalogue, c -> new ConcurrentHashMap<>());
    }

    private static Stream<String> of(ScenarioInfo scenario, Catalogue catalogue) {
        Set<String> selectors = new LinkedHashSet<>(Set.of(scenario.id(), scenario.key(), scenario.file()));
        List<Requirement> rows = scenario.requirements().stream()
                .map(catalogue::row)
                .flatMap(Optional::stream)
                .toList();
        levels(scenario.stage().judgedIn(rows)).forEach(selectors::add);
        rows.forEach(row -> addSections(row, selectors));
        return selectors.stream();
    }

    /** A level holds those before it: what binds is judged before what is only recommended. */
    private static Stream<String> levels(Stage judgedIn) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.compareTo(judgedIn) >= 0)
                .flatMap(stage -> Stream.concat(
                        Stream.of("level/" + stage.number()), stage.tier().map(name -> "tier/" + name).stream()));
    }

    private static void addSections(Requirement row, Set<String> selectors) {
        Matcher citation = CITATION.matcher(row.source());
        while (citation.find()) {
            String rfc = "section/RFC" + citation.group(1);
            selectors.add(rfc);
            String section = citation.group(2);
            while (section != null) {
                selectors.add(rfc + "/" + section);
                int dot = section.lastIndexOf('.');
                section = dot < 0 ? null : section.substring(0, dot);
            }
        }
    }
}
