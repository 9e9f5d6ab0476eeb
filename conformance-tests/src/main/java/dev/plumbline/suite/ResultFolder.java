package dev.plumbline.suite;

import dev.plumbline.results.Deviation;
import dev.plumbline.results.Digests;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.Results;
import dev.plumbline.results.ResultsWriter;
import dev.plumbline.results.RunHeader;
import dev.plumbline.results.ScenarioResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Copies of what a run finds, for those who come later. {@code results.jsonl} grows as scenarios end, and is written anew from
 * memory when the run has ended. What cannot be written ends nothing, and is told in the end.
 */
final class ResultFolder {
    private final Path folder;
    private final ResultsWriter out;
    private final Map<String, String> digests = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

    /**
     * Makes the folder, and begins the file.
     *
     * @throws CannotRun if that cannot be done
     */
    ResultFolder(Path folder, RunHeader header, List<Requirement> requirements, List<Deviation> deviations) {
        this.folder = folder;
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

    /** A scenario has ended. */
    void add(ScenarioResult result) {
        out.scenario(result);
    }

    /** Puts a file beside the results. */
    void keep(String path, byte[] content) {
        digests.put(path, Digests.of(content));
        try {
            ResultsWriter.replace(folder.resolve(path), content);
        } catch (UncheckedIOException e) {
            note(e);
        }
    }

    /** Writes all of it anew; tells the digest of what is in the file now, empty if it could not be written. */
    String end(Results results) {
        out.close();
        out.trouble().ifPresent(e -> note(new UncheckedIOException(file().toString(), e)));
        try {
            return ResultsWriter.replace(file(), results);
        } catch (UncheckedIOException e) {
            note(e);
            return "";
        }
    }

    /** What went wrong first. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble.get());
    }

    /** Of each folder beside the file one digest. */
    Map<String, String> digests() {
        Map<String, Map<String, String>> byFolder = digests.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().substring(0, entry.getKey().indexOf('/')),
                        TreeMap::new,
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        Map<String, String> all = new TreeMap<>();
        byFolder.forEach((name, files) -> all.put(name, Digests.ofFolder(files)));
        return all;
    }

    private void note(UncheckedIOException e) {
        trouble.compareAndSet(null, "not all results could be kept in " + folder + ": " + e.getCause());
    }

    private Path file() {
        return folder.resolve("results.jsonl");
    }
}
