package dev.plumbline.cli;

import dev.plumbline.results.BadResults;
import dev.plumbline.results.Folders;
import dev.plumbline.results.History;
import dev.plumbline.results.Results;
import dev.plumbline.results.ResultsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folder that a run leaves its results in. */
record OutputFolder(Path path) {

    Path results() {
        return path.resolve("results.jsonl");
    }

    Path allureResults() {
        return path.resolve("allure-results");
    }

    Path report() {
        return path.resolve("report");
    }

    /** The lesson with its verdicts, beside Allure's report. */
    Path lesson() {
        return path.resolve("lesson.html");
    }

    Path log() {
        return path.resolve("suite.log");
    }

    /** Whoever holds it has the folder to itself: see {@link Claim}. */
    Path lock() {
        return path.resolve(".lock");
    }

    private Path history() {
        return path.resolve(History.NAME);
    }

    /** What the last run here has found; empty if there was none, or what it left cannot be read. */
    Optional<Results> last() {
        try {
            return Files.isRegularFile(results()) ? Optional.of(ResultsReader.read(results())) : Optional.empty();
        } catch (BadResults | UncheckedIOException e) {
            return Optional.empty(); // an older version's, say: then this is a first run
        }
    }

    /** Makes the folder, or empties it if an earlier run left it; anything else that is in it is not ours to delete. */
    void prepare() {
        requireOurs();
        try {
            if (Files.exists(path)) {
                Folders.empty(path, Set.of(lock(), history())); // what the next run needs
            }
            Files.createDirectories(path);
        } catch (IOException e) {
            throw cannotBeWritten(e);
        }
    }

    /**
     * That nobody else's files are in it.
     *
     * @throws Suite.Refused if there are
     */
    void requireOurs() {
        try {
            if (Files.exists(path) && !Files.isRegularFile(results()) && !holdsLittle()) {
                throw new Suite.Refused(
                        path + " is not the folder of an earlier run (it holds no results.jsonl), so it is"
                                + " not emptied. Choose another with --out, or remove it.");
            }
        } catch (IOException e) {
            throw cannotBeWritten(e);
        }
    }

    Suite.Refused cannotBeWritten(IOException e) {
        return new Suite.Refused("Cannot write to " + path + ": " + e + ". Choose another folder with --out.", e);
    }

    /** A run that could not begin leaves no results, but its log, and what is there before and after every run. */
    private boolean holdsLittle() throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        Set<Path> little = Set.of(log(), lock(), history());
        try (Stream<Path> files = Files.list(path)) {
            return files.allMatch(little::contains);
        }
    }
}
