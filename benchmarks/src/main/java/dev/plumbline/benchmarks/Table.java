package dev.plumbline.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/** Results as a table in Markdown: a line for each comparison, ours beside theirs. */
final class Table {
    private static final String HEAD = """
            | what | ours | theirs | ours : theirs |
            |---|---|---|---|
            """;

    private Table() {}

    static String of(Collection<RunResult> results) {
        Map<String, Double> ours = new TreeMap<>();
        Map<String, Double> theirs = new TreeMap<>();
        for (RunResult result : results) {
            String benchmark = result.getParams().getBenchmark();
            Map<String, Double> side = benchmark.endsWith("ByUs") ? ours : theirs;
            side.put(what(result), best(result));
        }
        return ours.entrySet().stream()
                .map(row -> line(row.getKey(), row.getValue(), theirs.getOrDefault(row.getKey(), Double.NaN)))
                .collect(Collectors.joining("", HEAD, ""));
    }

    /** Such as "message answer, decoded". */
    private static String what(RunResult result) {
        BenchmarkParams params = result.getParams();
        String sample = params.getParamsKeys().stream()
                .map(key -> key + " " + params.getParam(key))
                .collect(Collectors.joining(" "));
        return sample + ", " + params.getBenchmark().replaceAll("^.*\\.(\\w+)By(Us|Them)$", "$1");
    }

    /** Nanoseconds a call in the best window of all JVMs. */
    private static double best(RunResult result) {
        return result.getBenchmarkResults().stream()
                .map(BenchmarkResult::getIterationResults)
                .flatMap(Collection::stream)
                .mapToDouble(window -> window.getPrimaryResult().getScore())
                .min()
                .orElseThrow();
    }

    private static String line(String what, double ours, double theirs) {
        return String.format(Locale.ROOT, "| %s | %.0f ns | %.0f ns | %.2f |%n", what, ours, theirs, ours / theirs);
    }
}
