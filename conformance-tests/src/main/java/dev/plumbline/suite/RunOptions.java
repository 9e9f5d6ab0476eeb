package dev.plumbline.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to run.
 *
 * @param stack the name of the stack to judge
 * @param tags which scenarios, as a tag expression such as {@code @HS-1 or @UDP-2}; all of them if empty
 * @param tries how many trials a quantified scenario has, 1 or more
 * @param seed decides everything random
 * @param out the folder for results
 * @param replay a replay token, if one world is to be made again
 * @param deviations a list of known deviations that takes the place of the stack's own
 * @param detail how much is told of what is found
 * @param budget how long the run may take; what is not judged then is told as that
 * @param again what failed in the run before, and is played first, or alone
 * @param all whether also what stands on a stage is played that does not carry it ({@link dev.plumbline.results.Footing})
 */
public record RunOptions(
        String stack,
        String tags,
        int tries,
        long seed,
        Path out,
        @Nullable String replay,
        @Nullable Path deviations,
        Detail detail,
        Duration budget,
        Again again,
        boolean all) {
    /** More than any run has taken. */
    public static final Duration USUAL_BUDGET = Duration.ofMinutes(30);

    /** How a budget is typed. */
    public static final String BUDGET_WORDS = "expected a time such as 90s, 30m or 2h";

    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,8})([smh])");

    /** All of it, whatever happened in the run before. */
    public RunOptions(
            String stack,
            String tags,
            int tries,
            long seed,
            Path out,
            @Nullable String replay,
            @Nullable Path deviations,
            Detail detail,
            Duration budget) {
        this(stack, tags, tries, seed, out, replay, deviations, detail, budget, Again.NOTHING, true);
    }

    /** With the usual budget. */
    public RunOptions(
            String stack,
            String tags,
            int tries,
            long seed,
            Path out,
            @Nullable String replay,
            @Nullable Path deviations,
            Detail detail) {
        this(stack, tags, tries, seed, out, replay, deviations, detail, USUAL_BUDGET);
    }

    /** With the stack's own list of deviations; for those who read the results themselves. */
    public RunOptions(String stack, String tags, int tries, long seed, Path out, @Nullable String replay) {
        this(stack, tags, tries, seed, out, replay, null, Detail.RESULTS);
    }

    /** Refuses what makes no sense. */
    public RunOptions {
        if (tries < 1) {
            throw new CannotRun("a scenario needs at least 1 trial, found --tries " + tries);
        }
    }

    /** The same, but only the verdicts are wanted. */
    public RunOptions inBrief() {
        return new RunOptions(stack, tags, tries, seed, out, replay, deviations, Detail.VERDICTS, budget, again, all);
    }

    /** Whether verdicts are enough. */
    boolean brief() {
        return detail == Detail.VERDICTS;
    }

    /**
     * From the system properties {@code plumbline.stack}, {@code .tries}, {@code .seed}, {@code .tags}, {@code .out},
     * {@code .deviations} and {@code .budget}.
     */
    static RunOptions fromSystemProperties() {
        String seed = property("plumbline.seed", "");
        String deviations = property("plumbline.deviations", "");
        String budget = property("plumbline.budget", USUAL_BUDGET.toMinutes() + "m");
        return new RunOptions(
                property("plumbline.stack", "reference"),
                property("plumbline.tags", ""),
                number("plumbline.tries", property("plumbline.tries", "25")),
                seed.isEmpty() ? System.nanoTime() & 0xffff_ffffL : longNumber("plumbline.seed", seed),
                Path.of(property("plumbline.out", "target/plumbline")),
                null,
                deviations.isEmpty() ? null : Path.of(deviations),
                Detail.PAGES,
                budget(budget)
                        .orElseThrow(
                                () -> new CannotRun(BUDGET_WORDS + " for -Dplumbline.budget, found '" + budget + "'")));
    }

    /** Reads a time as people type it: 90s, 30m, 2h. */
    public static Optional<Duration> budget(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(time.group(1));
        return Optional.of(
                switch (time.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofHours(number);
                });
    }

    private static long longNumber(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new CannotRun("expected a whole number for -D" + name + ", found '" + text + "'", e);
        }
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CannotRun("expected a whole number for -D" + name + ", found '" + text + "'", e);
        }
    }

    private static String property(String name, String otherwise) {
        String value = System.getProperty(name, "");
        return value.isBlank() ? otherwise : value.strip();
    }
}
