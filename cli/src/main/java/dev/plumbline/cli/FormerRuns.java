package dev.plumbline.cli;

import dev.plumbline.report.BadResults;
import dev.plumbline.report.Results;
import dev.plumbline.report.ResultsReader;
import dev.plumbline.report.ScenarioResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What earlier runs have left in their folders. */
record FormerRuns(Path parent, List<OutputFolder> folders) {

    static FormerRuns in(Path parent) {
        if (!Files.isDirectory(parent)) {
            return new FormerRuns(parent, List.of());
        }
        try (Stream<Path> children = Files.list(parent)) {
            return new FormerRuns(
                    parent,
                    children.sorted()
                            .map(OutputFolder::new)
                            .filter(folder -> Files.isRegularFile(folder.results()))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stack whose failure printed the token. */
    String stackThatFailed(String token) {
        return folders.stream()
                .flatMap(folder -> read(folder).stream())
                .filter(results -> results.scenarios().stream().anyMatch(scenario -> printed(scenario, token)))
                .map(results -> results.run().stack())
                .findFirst()
                .orElseThrow(() -> new Suite.Refused("No earlier run in " + parent + " printed the token " + token
                        + ". Say which stack to repeat it on with --stack NAME, or check the token."));
    }

    private static boolean printed(ScenarioResult scenario, String token) {
        return scenario.failure() != null && token.equals(scenario.failure().token());
    }

    private static Optional<Results> read(OutputFolder folder) {
        try {
            return Optional.of(ResultsReader.read(folder.results()));
        } catch (BadResults e) {
            return Optional.empty();
        }
    }
}
