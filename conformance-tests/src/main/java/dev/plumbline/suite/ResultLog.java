package dev.plumbline.suite;

import dev.plumbline.results.Deviation;
import dev.plumbline.results.Digests;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.Results;
import dev.plumbline.results.ResultsWriter;
import dev.plumbline.results.RunHeader;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.StackProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run has found so far. It is kept here, in the judging process, where nothing of a stack's can reach it; the folder gets
 * copies. {@code results.jsonl} grows as scenarios end, and is written anew from here when the run has ended: whatever has
 * become of it meanwhile, and with the scenarios in the order in which they were planned, however many are played at once.
 */
final class ResultLog {
    private final Path folder;
    private final Map<String, ScenarioResult> ended = new ConcurrentHashMap<>();
    private final Map<String, String> digests = new ConcurrentHashMap<>();
    private final List<String> planned;
    private final ResultsWriter out;
    private final RunHeader header;
    private final List<Requirement> requirements;
    private final List<Deviation> deviations;
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();
    private final long started = System.nanoTime();

    ResultLog(
            RunOptions options,
            StackProvider provider,
            Set<Capability> claims,
            List<ScenarioInfo> planned,
            List<Requirement> requirements,
            List<Deviation> deviations) {
        this.folder = options.out();
        this.planned = planned.stream().map(ScenarioInfo::id).toList();
        this.requirements = List.copyOf(requirements);
        this.deviations = List.copyOf(deviations);
        this.header = header(options, provider, claims, planned.size());
        try {
            Files.createDirectories(folder);
            this.out = new ResultsWriter(file());
        } catch (IOException | UncheckedIOException e) {
            throw new CannotRun("the results cannot be written to " + folder + ": " + e, e);
        }
        out.run(header);
        out.requirements(requirements);
        deviations.forEach(out::deviation);
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
                provider.confinement());
    }

    /** How a scenario ended; empty if it has not. */
    Optional<Outcome> outcome(String id) {
        return Optional.ofNullable(ended.get(id)).map(ScenarioResult::outcome);
    }

    /** A scenario has ended. */
    void add(ScenarioResult result) {
        ended.put(result.id(), result);
        out.scenario(result);
    }

    /** Puts a file beside the results; that it cannot be written ends nothing, and is told in the end. */
    void keep(String path, byte[] content) {
        digests.put(path, Digests.of(content));
        try {
            ResultsWriter.replace(folder.resolve(path), content);
        } catch (UncheckedIOException e) {
            note(e);
        }
    }

    /** All of it, as it stands now: a run that has not ended has no end. */
    Results soFar() {
        return results(null);
    }

    /** The run has been played to its end: all of it, which is in the file now, too. */
    RunOutcome end() {
        Results results = results(new Results.End(ended.size(), (System.nanoTime() - started) / 1000, folders()));
        out.close();
        out.trouble().ifPresent(e -> note(new UncheckedIOException(file().toString(), e)));
        String digest = "";
        try {
            digest = ResultsWriter.replace(file(), results);
        } catch (UncheckedIOException e) {
            note(e);
        }
        return new RunOutcome(results, digest, Optional.ofNullable(trouble.get()));
    }

    private void note(UncheckedIOException e) {
        trouble.compareAndSet(null, "not all results could be kept in " + folder + ": " + e.getCause());
    }

    private Results results(Results.@Nullable End end) {
        return new Results(
                header,
                requirements,
                deviations,
                planned.stream().map(ended::get).filter(Objects::nonNull).toList(),
                end);
    }

    /** Of each folder one digest. */
    private Map<String, String> folders() {
        Map<String, Map<String, String>> byFolder = digests.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().substring(0, entry.getKey().indexOf('/')),
                        TreeMap::new,
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        Map<String, String> all = new TreeMap<>();
        byFolder.forEach((name, files) -> all.put(name, Digests.ofFolder(files)));
        return all;
    }

    private Path file() {
        return folder.resolve("results.jsonl");
    }

    private static String version() {
        String version = ResultLog.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0-SNAPSHOT" : version;
    }
}
