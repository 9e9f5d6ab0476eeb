package dev.plumbline.results;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run as its folder remembers it.
 *
 * @param date when it began
 * @param again whether it played only what had failed in the run before
 * @param verdict the verdict's name; not an enum, for a later version may know others
 * @param requirements how many have which verdict, those that were judged
 * @param scenarios how many ended how
 */
public record PastRun(
        String date,
        String stack,
        long seed,
        int tries,
        String tags,
        boolean again,
        String suite,
        String verdict,
        Map<String, Integer> requirements,
        Map<String, Integer> scenarios) {
    /** Copies the counts. */
    public PastRun {
        requirements = Collections.unmodifiableMap(new TreeMap<>(requirements));
        scenarios = Collections.unmodifiableMap(new TreeMap<>(scenarios));
    }

    /** What is to be remembered of a run. */
    public static PastRun of(Judgement judgement) {
        RunHeader run = judgement.results().run();
        return new PastRun(
                run.started(),
                run.stack(),
                run.seed(),
                run.tries(),
                run.tags(),
                run.again(),
                run.suite(),
                judgement.verdict().name(),
                counted(
                        judgement.requirements().stream()
                                .filter(row -> row.verdict().isJudged()),
                        row -> row.verdict().name()),
                counted(
                        judgement.results().scenarios().stream(),
                        scenario -> scenario.outcome().name()));
    }

    private static <T> Map<String, Integer> counted(Stream<T> all, Function<T, String> kind) {
        return all.collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.summingInt(each -> 1)));
    }

    /** How many scenarios ended so. */
    public int with(Outcome outcome) {
        return scenarios.getOrDefault(outcome.name(), 0);
    }
}
