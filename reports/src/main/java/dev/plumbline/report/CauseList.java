package dev.plumbline.report;

import dev.plumbline.cause.Cause;
import dev.plumbline.cause.Causes;
import dev.plumbline.results.Failure;
import dev.plumbline.results.ReplayCommand;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What to repair first, in full; the other mistakes, a line each; and how much follows from them. */
final class CauseList {
    /** Whoever has more than these has enough to do. */
    private static final int MOST = 12;

    /** So few are named: which they are may tell what is wrong. */
    private static final int FEW = 3;

    /** So many that hold close by: enough to tell one half of a rule from the other. */
    static final int CLOSE_BY = 4;

    /** The same of each of the next mistakes, which are most often the same one. */
    private static final int CLOSE_BY_OTHERS = 2;

    private static final String INDENT = " ".repeat(4);

    private final List<String> foreword;
    private final Causes causes;
    private final List<Cause> mistakes;
    private final String stack;
    private final Ink ink;
    private final List<String> lines = new ArrayList<>();

    /** With what is said before the first of them. */
    CauseList(List<String> foreword, Causes causes, String stack, Ink ink) {
        this.foreword = foreword;
        this.causes = causes;
        this.mistakes = causes.mistakes();
        this.stack = stack;
        this.ink = ink;
    }

    List<String> lines() {
        if (!mistakes.isEmpty()) {
            lines.add(ink.red("Repair this first:"));
            lines.add("");
            for (String sentence : foreword) {
                lines.addAll(TextWrap.wrap(sentence, SummaryPrinter.WIDTH, ""));
                lines.add("");
            }
            full(mistakes.get(0));
            holding();
            others();
            following();
        }
        return lines;
    }

    private void full(Cause cause) {
        Failure failure = cause.shown().failure();
        if (failure != null && !failure.message().isBlank()) {
            lines.addAll(Typeset.lines(failure.message(), SummaryPrinter.WIDTH));
        } else {
            brief(cause);
            if (failure != null && failure.token() != null) {
                lines.add(INDENT + ink.faint(ReplayCommand.of(stack, failure.token())));
            }
        }
        lines.add(ink.faint("Scenario:  " + cause.shown().id()));
        lines.add("");
    }

    private void holding() {
        Set<ScenarioResult> close = new LinkedHashSet<>(causes.holding(mistakes.get(0), CLOSE_BY));
        mistakes.stream().skip(1).limit(FEW).forEach(next -> close.addAll(causes.holding(next, CLOSE_BY_OTHERS)));
        if (!close.isEmpty()) {
            lines.add("Close by, this holds:");
            close.forEach(this::title);
            lines.add("");
        }
    }

    private void others() {
        if (mistakes.size() > 1) {
            lines.add(ink.red("Then:"));
            mistakes.stream().skip(1).limit(MOST).forEach(this::brief);
            if (mistakes.size() > MOST + 1) {
                lines.add(INDENT + "and " + (mistakes.size() - MOST - 1) + " more");
            }
            lines.add("");
        }
    }

    private void brief(Cause cause) {
        String level = cause.rule().map(CauseList::level).orElse("");
        String words = cause.name() + level + ": "
                + cause.headline().lines().findFirst().orElse("")
                + cause.place().map(place -> ", in " + place).orElse("");
        lines.addAll(TextWrap.wrap(words, SummaryPrinter.WIDTH, INDENT));
    }

    private void title(ScenarioResult scenario) {
        lines.addAll(TextWrap.hanging(INDENT, scenario.name(), SummaryPrinter.WIDTH, INDENT + INDENT));
    }

    private static String level(Requirement rule) {
        return " (" + rule.level().word() + ")";
    }

    private void following() {
        int more = mistakes.stream().mapToInt(Cause::others).sum();
        if (more > 0) {
            boolean few = more <= FEW;
            lines.add(Amounts.of(more, "more failure") + " may follow from " + (mistakes.size() == 1 ? "this" : "these")
                    + (few ? ":" : "."));
            if (few) {
                mistakes.stream().flatMap(Cause::rest).forEach(this::title);
            }
            lines.add("");
        }
    }
}
