package dev.plumbline.report;

import dev.plumbline.results.Outcome;
import dev.plumbline.results.Results;
import dev.plumbline.results.ScenarioFiles;
import dev.plumbline.results.ScenarioResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** For each requirement what crossed the wire in the first scenario that passed. */
final class PassedExchanges {
    private final Path folder;
    private final Map<String, ScenarioResult> passed = new HashMap<>();

    /** Of a run whose results are in this folder. */
    PassedExchanges(Results results, Path folder) {
        this.folder = folder;
        results.scenarios().stream()
                .filter(scenario -> scenario.outcome() == Outcome.PASS)
                .forEach(scenario -> scenario.requirements().forEach(id -> passed.putIfAbsent(id, scenario)));
        results.scenarios().stream()
                .filter(scenario -> scenario.outcome() == Outcome.PASS)
                .forEach(scenario -> scenario.laws().forEach(id -> passed.putIfAbsent(id, scenario)));
    }

    /**
     * An exchange.
     *
     * @param scenario what was played
     */
    record Exchange(String scenario, String transcript) {}

    Optional<Exchange> of(String requirement) {
        ScenarioResult scenario = passed.get(requirement);
        if (scenario == null) {
            return Optional.empty();
        }
        Path file = folder.resolve(ScenarioFiles.transcript(scenario.id()));
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new Exchange(scenario.name(), Files.readString(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the transcript " + file, e);
        }
    }
}
