package dev.plumbline.benchmarks;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures both sides of each comparison in one run and prints the table for docs/performance.md.
 *
 * <p>Each side gets many windows, each much shorter than the time that a busy machine leaves a thread alone, and the best of
 * them counts: what others do on the machine can make a window slower, never faster.
 */
public final class Main {
    private static final int FORKS = 3;
    private static final TimeValue WINDOW = TimeValue.milliseconds(10);

    private Main() {}

    /** Optional argument: how many JVMs each benchmark gets. */
    public static void main(String[] args) throws RunnerException {
        requireAgreement();
        int forks = args.length > 0 ? Integer.parseInt(args[0]) : FORKS;
        Collection<RunResult> results = new Runner(options(forks)).run();
        System.out.print(Table.of(results));
    }

    /** What is not the same must not be compared. */
    private static void requireAgreement() {
        boolean messages = Stream.of(DnsSample.QUERY, DnsSample.ANSWER)
                .map(DnsSample::named)
                .allMatch(DnsSample::isAgreedOn);
        boolean segments = Stream.of(SegmentSample.EMPTY, SegmentSample.FULL)
                .map(octets -> new SegmentSample(Integer.parseInt(octets)))
                .allMatch(SegmentSample::isAgreedOn);
        if (!messages || !segments) {
            throw new IllegalStateException("the two sides do not make the same of a sample");
        }
    }

    private static Options options(int forks) {
        return new OptionsBuilder()
                .include(DnsBenchmark.class.getName())
                .include(SegmentBenchmark.class.getName())
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(forks)
                .warmupIterations(100)
                .warmupTime(WINDOW)
                .measurementIterations(100)
                .measurementTime(WINDOW)
                .jvmArgs("-XX:+UseSerialGC", "-Xms512m", "-Xmx512m")
                .verbosity(VerboseMode.SILENT)
                .build();
    }
}
