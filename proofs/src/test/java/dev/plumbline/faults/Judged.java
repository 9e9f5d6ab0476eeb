package dev.plumbline.faults;

import dev.plumbline.results.Failure;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.Detail;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a run has found of a scenario.
 *
 * @param requirements what it stands for, and the laws that were broken
 * @param told what the message says happened, was expected and came: neither the requirement's words nor the usual causes
 */
record Judged(
        String id,
        String name,
        String verdict,
        Set<String> requirements,
        String step,
        String headline,
        String told,
        String message,
        Map<String, String> values,
        String token) {
    static final int TRIES = 25;
    static final int TRIES_IN_BRIEF = 2;
    private static final long SEED = 7;
    /** Nothing is written. */
    private static final Path NOWHERE = Path.of("");

    /** Runs the suite in this JVM, and keeps in memory what it finds. */
    static List<Judged> run(String stack, String tags, @Nullable String replay) {
        return run(stack, tags, TRIES, replay, Detail.WORDS);
    }

    /** The same with more or fewer tries. */
    static List<Judged> run(String stack, String tags, int tries, @Nullable String replay) {
        return run(stack, tags, tries, replay, Detail.WORDS);
    }

    /** The same for all scenarios, with few tries, and only for the verdicts. */
    static List<Judged> runInBrief(String stack) {
        return runInBrief(stack, "");
    }

    /** The same for those scenarios that have these tags. */
    static List<Judged> runInBrief(String stack, String tags) {
        return runInBrief(stack, tags, TRIES_IN_BRIEF);
    }

    /** The same with more tries. */
    static List<Judged> runInBrief(String stack, String tags, int tries) {
        return run(stack, tags, tries, null, Detail.VERDICTS);
    }

    private static List<Judged> run(String stack, String tags, int tries, @Nullable String replay, Detail detail) {
        RunOptions options = new RunOptions(stack, tags, tries, SEED, NOWHERE, replay, null, detail);
        return ConformanceRun.run(options, new RunListener() {}).results().scenarios().stream()
                .map(Judged::of)
                .toList();
    }

    boolean isKiller() {
        return verdict.equals("FAIL");
    }

    private static Judged of(ScenarioResult scenario) {
        Set<String> requirements = new TreeSet<>(scenario.requirements());
        requirements.addAll(scenario.broken());
        Failure failure = scenario.failure();
        if (failure == null) {
            return new Judged(
                    scenario.id(),
                    scenario.name(),
                    scenario.outcome().name(),
                    requirements,
                    "",
                    "",
                    "",
                    "",
                    Map.of(),
                    "");
        }
        requirements.add(failure.requirement());
        Map<String, String> values = new LinkedHashMap<>();
        failure.values().forEach(value -> values.put(value.name(), value.value()));
        return new Judged(
                scenario.id(),
                scenario.name(),
                scenario.outcome().name(),
                requirements,
                failure.step(),
                failure.headline(),
                told(failure.message()),
                failure.message(),
                values,
                failure.token());
    }

    private static String told(String message) {
        int from = Math.max(0, message.indexOf("What happened:"));
        int to = message.indexOf("The exchange (");
        return to < from ? "" : message.substring(from, to);
    }
}
