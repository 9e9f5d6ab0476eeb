package dev.plumbline.suite;

import dev.plumbline.results.Results;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param results what it has found, from the judging process's own memory: no file was read for it
 * @param digest of {@code results.jsonl}; empty if it could not be written
 * @param trouble what went wrong besides: not all was played, or the folder does not hold all of it
 */
public record RunOutcome(Results results, String digest, Optional<String> trouble) {
    /** The same, with a trouble that matters more. */
    RunOutcome with(String worse) {
        return new RunOutcome(results, digest, Optional.of(worse));
    }
}
