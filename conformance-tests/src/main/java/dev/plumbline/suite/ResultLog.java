package dev.plumbline.suite;

import dev.plumbline.results.Deviation;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.Results;
import dev.plumbline.results.RunHeader;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.StackProvider;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run has found so far. It is kept here, in the judging process, where nothing of a stack's can reach it; the folder, if
 * there is to be one, gets copies. In the end the scenarios stand in the order in which they were planned, however many were
 * played at once.
 */
final class ResultLog {
    private final Map<String, ScenarioResult> ended = new ConcurrentHashMap<>();
    private final List<String> planned;
    private final RunHeader header;
    private final List<Requirement> requirements;
    private final List<Deviation> deviations;
    private final Optional<ResultFolder> folder;
    private final long started = System.nanoTime();

    ResultLog(
            RunOptions options,
            StackProvider provider,
            Set<Capability> claims,
            List<ScenarioInfo> planned,
            List<Requirement> requirements,
            List<Deviation> deviations) {
        this.planned = planned.stream().map(ScenarioInfo::id).toList();
        this.requirements = List.copyOf(requirements);
        this.deviations = List.copyOf(deviations);
        this.header = header(options, provider, claims, planned.size());
        this.folder = options.detail().isKept()
                ? Optional.of(new ResultFolder(options.out(), header, requirements, deviations))
                : Optional.empty();
    }

    private static RunHeader header(RunOptions options, StackProvider provider, Set<Capability> claims, int planned) {
        return new RunHeader(
                version(),
                options.stack(),
                provider.timeBase().name(),
                claims.stream().map(Enum::name).sorted().toList(),
                options.seed(),
                options.tries(),
                options.tags(),
                options.replay(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                System.getProperty("java.version", ""),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                planned,
                provider.settings(),
                provider.confinement(),
                options.again().alone(),
                provider.title());
    }

    /** How a scenario ended; empty if it has not. */
    Optional<Outcome> outcome(String id) {
        return Optional.ofNullable(ended.get(id)).map(ScenarioResult::outcome);
    }

    /** A scenario has ended. */
    void add(ScenarioResult result) {
        ended.put(result.id(), result);
        folder.ifPresent(copies -> copies.add(result));
    }

    /** Puts a file beside the results. */
    void keep(String path, byte[] content) {
        folder.ifPresent(copies -> copies.keep(path, content));
    }

    /** All of it, as it stands now: a run that has not ended has no end. */
    Results soFar() {
        return results(null);
    }

    /**
     * The run has been played to its end: all of it, which is in the file now, too.
     *
     * @param stopped why scenarios were left out, if some were
     */
    RunOutcome end(Optional<String> stopped) {
        Map<String, String> digests = folder.map(ResultFolder::digests).orElse(Map.of());
        long micros = (System.nanoTime() - started) / 1000;
        Results results = results(new Results.End(ended.size(), micros, digests, stopped.orElse(null)));
        String digest = folder.map(copies -> copies.end(results)).orElse("");
        return new RunOutcome(results, digest, folder.flatMap(ResultFolder::trouble));
    }

    private Results results(Results.@Nullable End end) {
        return new Results(
                header,
                requirements,
                deviations,
                planned.stream().map(ended::get).filter(Objects::nonNull).toList(),
                end);
    }

    private static String version() {
        String version = ResultLog.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0-SNAPSHOT" : version;
    }
}
