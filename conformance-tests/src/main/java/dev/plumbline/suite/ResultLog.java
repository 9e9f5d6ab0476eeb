package dev.plumbline.suite;

import dev.plumbline.results.Deviation;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.Results;
import dev.plumbline.results.ResultsWriter;
import dev.plumbline.results.RunHeader;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.spi.StackProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a run has found so far, which is also in {@code results.jsonl}: there scenarios stand in the order in which they were
 * planned once the run has ended, however many are played at once.
 */
final class ResultLog {
    private final Path folder;
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    private final List<String> planned;
    private final ResultsWriter out;
    private final long started = System.nanoTime();

    ResultLog(Path folder, List<ScenarioInfo> planned) {
        this.folder = folder;
        this.planned = planned.stream().map(ScenarioInfo::id).toList();
        try {
            Files.createDirectories(folder);
            this.out = new ResultsWriter(folder.resolve("results.jsonl"));
        } catch (IOException | UncheckedIOException e) {
            throw new CannotRun("the results cannot be written to " + folder + ": " + e, e);
        }
    }

    /** Where the results go. */
    Path folder() {
        return folder;
    }

    /** How many scenarios have a result. */
    int scenarios() {
        return outcomes.size();
    }

    /** How a scenario ended; empty if it has not. */
    Optional<Outcome> outcome(String id) {
        return Optional.ofNullable(outcomes.get(id));
    }

    void begin(RunOptions options, StackProvider provider, List<Requirement> rows) {
        out.run(new RunHeader(
                version(),
                options.stack(),
                provider.timeBase().name(),
                provider.capabilities().stream().map(Enum::name).sorted().toList(),
                options.seed(),
                options.tries(),
                options.tags(),
                options.replay(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                System.getProperty("java.version", ""),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                planned.size(),
                provider.settings(),
                provider.confinement()));
        out.requirements(rows);
    }

    /** A requirement that the stack is known not to keep. */
    void deviation(Deviation entry) {
        out.deviation(entry);
    }

    /** A scenario has ended. */
    void add(ScenarioResult result) {
        outcomes.put(result.id(), result.outcome());
        out.scenario(result);
    }

    void end() {
        out.end(new Results.End(scenarios(), (System.nanoTime() - started) / 1000), planned);
        out.close();
    }

    private static String version() {
        String version = ResultLog.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0-SNAPSHOT" : version;
    }
}
