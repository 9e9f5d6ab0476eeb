package dev.plumbline.cli;

import dev.plumbline.index.Index;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.suite.Again;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import dev.plumbline.suite.RunOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conformance suite, as far as the command needs it. */
interface Suite {

    /**
     * What to run.
     *
     * @param stack the name of the stack to judge
     * @param tags a tag expression, empty for all scenarios
     * @param tries how many worlds a scenario that draws values is played in
     * @param out the folder for all that the run leaves
     * @param replay the token of the one world to repeat, if that is wanted
     * @param deviations a list of known deviations that takes the place of the stack's own
     * @param pages whether the pages are to be made, for which Allure must hear of the run
     * @param budget how long the run may take
     * @param again what failed in the run before, and is played first, or alone
     * @param all whether what stands on a stage that does not carry it is played, too
     */
    record Options(
            String stack,
            String tags,
            int tries,
            long seed,
            Path out,
            @Nullable String replay,
            @Nullable Path deviations,
            boolean pages,
            Duration budget,
            Again again,
            boolean all) {
        /** All of it with the usual budget, whatever happened in the run before. */
        Options(
                String stack,
                String tags,
                int tries,
                long seed,
                Path out,
                @Nullable String replay,
                @Nullable Path deviations,
                boolean pages) {
            this(
                    stack,
                    tags,
                    tries,
                    seed,
                    out,
                    replay,
                    deviations,
                    pages,
                    RunOptions.USUAL_BUDGET,
                    Again.NOTHING,
                    true);
        }
    }

    /**
     * A stack that could be judged.
     *
     * @param unavailableReason why it cannot be judged here, if it cannot
     */
    record StackRow(
            String name,
            List<String> capabilities,
            @Nullable String unavailableReason) {}

    /** The suite cannot do what it was asked to; the message says why and what to do. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }

        Refused(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /** Runs it, and leaves copies of the results in the folder. Scenarios run in parallel: several threads tell the listener. */
    RunOutcome run(Options options, RunListener listener);

    List<StackRow> stacks();

    /** The stack of this name, to be used; closed by the caller. */
    StackProvider stack(String name);

    /** How stacks are named that are not in that list, with what it means; a kind a line. */
    List<String> otherStacks();

    List<Requirement> catalogue();

    List<ScenarioInfo> scenarios(String tags);

    /** Where everything is. */
    Index index();

    /** What crosses the wire when the reference passes a scenario. */
    String exchange(ScenarioInfo scenario);
}
