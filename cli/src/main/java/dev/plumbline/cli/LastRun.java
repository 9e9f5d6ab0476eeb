package dev.plumbline.cli;

import dev.plumbline.report.ChangeList;
import dev.plumbline.results.Changes;
import dev.plumbline.results.History;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.PastRun;
import dev.plumbline.results.Results;
import dev.plumbline.results.RunHeader;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.suite.Again;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The run of the same stack before in the same folder, read before that is emptied. */
record LastRun(Optional<Results> results) {
    private static final Set<Outcome> FAILED = EnumSet.of(Outcome.FAIL, Outcome.INCONCLUSIVE);

    static LastRun of(String stack, OutputFolder folder) {
        return new LastRun(folder.last().filter(run -> run.run().stack().equals(stack)));
    }

    static boolean isFailure(Outcome outcome) {
        return FAILED.contains(outcome);
    }

    /** The scenarios that failed, or came to no verdict since something else did. */
    Set<String> failed() {
        return results.stream()
                .flatMap(run -> run.scenarios().stream())
                .filter(scenario -> isFailure(scenario.outcome()))
                .map(ScenarioResult::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Those alone.
     *
     * @throws Suite.Refused if there are none
     */
    Again failedAlone(OutputFolder folder) {
        if (results.isEmpty()) {
            throw new Suite.Refused("there is no run in " + folder.path()
                    + " whose failures could be played again; run once without --failed");
        }
        if (failed().isEmpty()) {
            throw new Suite.Refused("nothing failed in the last run in " + folder.path()
                    + ": there is nothing to play again; run without --failed");
        }
        return new Again(failed(), true);
    }

    /**
     * A seed to go on with.
     *
     * @param why in a few words
     */
    record Kept(long seed, String why) {}

    /**
     * The seed with which somebody who repairs a stack sees what has become of the failures: with another one what no longer fails
     * may only not have been drawn. None if that run conformed, so that the next one plays other worlds.
     */
    Optional<Kept> seedToKeep(boolean strict) {
        return results.flatMap(run -> switch (Judgement.of(run, strict).verdict()) {
            case DOES_NOT_CONFORM ->
                Optional.of(new Kept(run.run().seed(), "that of the last run, in which something failed"));
            case NOTHING_FAILED_AGAIN ->
                Optional.of(new Kept(run.run().seed(), "that of the last run, which played old failures only"));
            default -> Optional.empty();
        });
    }

    /** What it drew its values from. */
    Optional<RunHeader> header() {
        return results.map(Results::run);
    }

    /** Remembers a run beside those before, which it gives back: those of the same stack. */
    static List<PastRun> remember(Judgement judgement, OutputFolder folder, Screen screen) {
        try {
            return new History(folder.path()).remember(PastRun.of(judgement));
        } catch (UncheckedIOException e) {
            screen.complain("plumbline: this run is not remembered: " + e.getCause());
            return List.of();
        }
    }

    /** Tells what has changed since then; of a first run nothing. */
    void compare(Judgement now, boolean strict, Screen screen) {
        results.ifPresent(before -> ChangeList.lines(
                        Changes.between(Judgement.of(before, strict), now, strict),
                        before.run().seed(),
                        now,
                        screen.ink())
                .forEach(screen::line));
    }
}
