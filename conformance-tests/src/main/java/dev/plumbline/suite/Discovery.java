package dev.plumbline.suite;

import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import io.cucumber.junit.platform.engine.CucumberTestEngine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Asks Cucumber's engine which scenarios there are. */
final class Discovery {
    private static final Map<Catalogue, List<ScenarioInfo>> FOUND = new WeakHashMap<>();

    private Discovery() {}

    /** Which scenarios are wanted. */
    @FunctionalInterface
    interface Selection {
        /** Whether this one is. */
        boolean wants(ScenarioInfo scenario);
    }

    /**
     * A launcher with Cucumber's engine and nothing else: what registers itself on the class path of a stack's own build would see
     * discoveries, filter them, or pass itself off as the engine.
     */
    static LauncherConfig quiet() {
        return LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .addTestEngines(new CucumberTestEngine())
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build();
    }

    /**
     * A request for these scenarios, with whatever else a run needs. Only their files are read: a run of one scenario, such as
     * a replay, is over before all of them were.
     */
    static LauncherDiscoveryRequestBuilder of(Collection<ScenarioInfo> wanted) {
        Set<String> places = wanted.stream()
                .map(scenario -> Scenarios.place(scenario.file(), scenario.line()))
                .collect(Collectors.toSet());
        PostDiscoveryFilter filter =
                test -> FilterResult.includedIf(!test.isTest() || places.contains(Scenarios.place(test)));
        return features(wanted.stream()
                        .map(scenario -> Scenarios.resource(scenario.file()))
                        .distinct()
                        .map(DiscoverySelectors::selectClasspathResource)
                        .toList())
                .filters(filter);
    }

    private static LauncherDiscoveryRequestBuilder features(List<? extends DiscoverySelector> where) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(where)
                // Neither system properties nor a junit-platform.properties: a dry run, or a filter, would judge
                // nothing.
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("cucumber.glue", "dev.plumbline.steps,dev.plumbline.suite")
                // Named, because a stack's own build may have another on the class path.
                .configurationParameter("cucumber.object-factory", StepObjects.class.getName())
                .configurationParameter("cucumber.publish.quiet", "true");
    }

    /** The wanted scenarios, in the order of the files. */
    static List<ScenarioInfo> scenarios(Catalogue catalogue, Selection selection) {
        return all(catalogue).stream().filter(selection::wants).toList();
    }

    /** Features do not change while they are judged, so they are looked for once. */
    private static synchronized List<ScenarioInfo> all(Catalogue catalogue) {
        return FOUND.computeIfAbsent(catalogue, Discovery::find);
    }

    private static List<ScenarioInfo> find(Catalogue catalogue) {
        List<ScenarioInfo> found = new ArrayList<>();
        PostDiscoveryFilter collect = test -> {
            Scenarios.of(test, catalogue).ifPresent(found::add);
            return FilterResult.excluded("only listed");
        };
        LauncherDiscoveryRequest request = features(List.of(DiscoverySelectors.selectPackage("features")))
                .filters(collect)
                .build();
        LauncherFactory.create(quiet()).discover(request);
        return found;
    }

    /** The catalogue's rows with the number of these scenarios that stand for each. */
    static List<Requirement> counted(Catalogue catalogue, List<ScenarioInfo> scenarios) {
        Map<String, Integer> counts = new HashMap<>();
        scenarios.forEach(s -> s.requirements().forEach(id -> counts.merge(id, 1, Integer::sum)));
        return catalogue.rows().stream()
                .map(row -> row.withScenarios(counts.getOrDefault(row.id(), 0)))
                .toList();
    }
}
