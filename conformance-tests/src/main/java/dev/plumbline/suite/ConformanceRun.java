package dev.plumbline.suite;

import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.trial.ReplayToken;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherFactory;

/** The suite as a library: what can be judged, by what, and a run. */
public final class ConformanceRun {
    private ConformanceRun() {}

    /**
     * Judges a stack, and returns when it is done.
     *
     * @throws CannotRun if it cannot start, with what to do about it
     */
    public static RunOutcome run(RunOptions options, RunListener listener) {
        Run run = new Run(options, listener);
        Breakdown breakdown = new Breakdown();
        try (run) {
            for (List<ScenarioInfo> parcel : run.order().parcels()) {
                List<ScenarioInfo> played = run.order().played(parcel);
                if (!played.isEmpty()) {
                    playAtOnce(run, run.order().sideBySide(played), breakdown);
                }
            }
        }
        RunOutcome outcome = run.outcome();
        return breakdown.sentence().map(outcome::with).orElse(outcome);
    }

    private static void playAtOnce(Run run, List<List<ScenarioInfo>> parts, Breakdown breakdown) {
        ExecutorService threads = Executors.newFixedThreadPool(parts.size());
        try {
            CompletableFuture.allOf(parts.stream()
                            .map(part -> CompletableFuture.runAsync(() -> play(run, part, breakdown), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } finally {
            threads.shutdown();
        }
    }

    private static void play(Run run, List<ScenarioInfo> scenarios, Breakdown breakdown) {
        String plugin = StepTrace.plugin(run);
        LauncherDiscoveryRequest request = Discovery.of(scenarios)
                .configurationParameter("cucumber.plugin", plugin)
                .configurationParameters(sideBySide(run.atOnce()))
                .build();
        try {
            LauncherFactory.create(Discovery.quiet()).execute(request, breakdown);
        } finally {
            StepTrace.withdraw(plugin);
        }
    }

    /** Never more threads than that: each has all steps made for itself. */
    private static Map<String, String> sideBySide(int scenarios) {
        String parallel = "cucumber.execution.parallel.";
        return scenarios == 1
                ? Map.of()
                : Map.of(
                        parallel + "enabled",
                        "true",
                        parallel + "config.strategy",
                        "fixed",
                        parallel + "config.fixed.parallelism",
                        Integer.toString(scenarios),
                        parallel + "config.fixed.max-pool-size",
                        Integer.toString(scenarios));
    }

    /** What the first trial of a scenario puts on the wire when this stack plays it: the same each time. */
    public static String exchange(String stack, ScenarioInfo scenario) {
        try {
            Path folder = Files.createTempDirectory("plumbline");
            try {
                ReplayToken first = new ReplayToken(scenario.key(), 1, 1, 0, "-");
                run(new RunOptions(stack, "", 1, 1, folder, first.toString()), new RunListener() {});
                return Exchanges.readStory(folder, scenario);
            } finally {
                try (Stream<Path> left = Files.walk(folder)) {
                    left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stacks on the class path. */
    public static List<StackInfo> stacks() {
        return Stacks.infos();
    }

    /**
     * The stack of this name, to be used otherwise than to be judged; closed by the caller.
     *
     * @throws CannotRun if there is none, or it cannot run here
     */
    public static StackProvider stack(String name) {
        return Stacks.named(name);
    }

    /** How stacks are named that are not in that list, a kind a line. */
    public static List<String> otherStacks() {
        return Stacks.otherNames();
    }

    /** All requirements, each with the number of scenarios that stand for it. */
    public static List<Requirement> catalogue() {
        Catalogue catalogue = Catalogue.load();
        return Discovery.counted(catalogue, Discovery.scenarios(catalogue, scenario -> true));
    }

    /** The scenarios that a tag expression selects, all of them if it is empty. */
    public static List<ScenarioInfo> scenarios(String tags) {
        Catalogue catalogue = Catalogue.load();
        return Discovery.scenarios(catalogue, Scenarios.selection(tags, catalogue)::test);
    }
}
