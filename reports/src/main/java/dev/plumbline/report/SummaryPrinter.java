package dev.plumbline.report;

import dev.plumbline.results.JudgedRequirement;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Results;
import dev.plumbline.results.RunHeader;
import dev.plumbline.results.RunVerdict;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Standing;
import dev.plumbline.results.Verdict;
import dev.plumbline.text.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells a run on one screen of text: a line for each section, what failed and how to see it again, what was done, and the
 * verdict last, where the eye is.
 */
public final class SummaryPrinter {
    /** No line is longer, except where a word of the stack's or a command cannot be cut. */
    static final int WIDTH = 96;

    private static final int TITLE = 56;
    /** So many names can be read; who violates more has enough of them. */
    private static final int MOST_NAMES = 20;

    private final Judgement judgement;
    private final Ink ink;
    private final List<String> lines = new ArrayList<>();

    private SummaryPrinter(Judgement judgement, Ink ink) {
        this.judgement = judgement;
        this.ink = ink;
    }

    /** The lines of the summary. */
    public static List<String> lines(Judgement judgement, Ink ink) {
        SummaryPrinter printer = new SummaryPrinter(judgement, ink);
        printer.header();
        printer.sections();
        printer.lines.addAll(new FailureList(judgement, ink).lines());
        printer.totals();
        printer.standing();
        printer.verdict();
        return List.copyOf(printer.lines);
    }

    /** What was run, in one line. */
    private void header() {
        RunHeader run = judgement.results().run();
        StringBuilder line = new StringBuilder("Stack " + Shown.line(run.stack()));
        line.append(", seed ").append(run.seed());
        line.append(", ").append(run.tries()).append(run.tries() == 1 ? " try" : " tries");
        if (!run.tags().isEmpty()) {
            line.append(", tags ").append(run.tags());
        }
        if (run.again()) {
            line.append(", only what failed in the last run");
        }
        lines.add(line + ", suite " + run.suite());
        if (run.sandbox() != null) {
            lines.add("Sandbox: " + Shown.line(run.sandbox()));
        }
        lines.add("");
    }

    private void sections() {
        List<SectionTally> all = SectionTally.of(judgement);
        List<SectionTally> selected =
                all.stream().filter(SectionTally::isTouched).toList();
        selected.forEach(each -> lines.add(section(each)));
        if (selected.size() < all.size()) {
            String noun = selected.isEmpty() ? "section" : "more section";
            all.stream()
                    .filter(each -> !each.isTouched())
                    .collect(Collectors.groupingBy(SectionTally::why, TreeMap::new, Collectors.counting()))
                    .forEach((why, count) -> lines.add(ink.faint("  " + Amounts.of(count, noun) + ": " + why)));
        }
        lines.add("");
    }

    private String section(SectionTally tally) {
        String title = cut(tally.section(), TITLE);
        String dots = " " + ".".repeat(TITLE + 2 - title.length()) + " ";
        String share = tally.share();
        boolean all = tally.passed() == tally.selected();
        return ("  " + title + ink.faint(dots) + (all ? ink.green(share) : share) + "  " + tally.rest(ink))
                .stripTrailing();
    }

    private void totals() {
        List<ScenarioResult> scenarios = judgement.results().scenarios();
        long trials = scenarios.stream().mapToLong(ScenarioResult::trials).sum();
        long datagrams = scenarios.stream().mapToLong(ScenarioResult::datagrams).sum();
        long virtual =
                scenarios.stream().mapToLong(ScenarioResult::virtualMicros).sum();
        long wall = wallMicros();
        lines.add(Amounts.of(scenarios.size(), "scenario") + ", " + Amounts.of(trials, "trial") + ", "
                + Amounts.of(datagrams, "datagram"));
        lines.add(Amounts.duration(virtual) + " of the stacks' time in " + Amounts.duration(wall) + " of yours ("
                + Amounts.rate(datagrams, wall, "datagram") + ")");
        lines.add("");
    }

    private void standing() {
        Standing.of(judgement).ifPresent(standing -> {
            standing.words().forEach(words -> lines.addAll(TextWrap.wrap(words, WIDTH, "")));
            lines.add("");
        });
    }

    private long wallMicros() {
        Results.End end = judgement.results().end();
        return end != null
                ? end.wallMicros()
                : judgement.results().scenarios().stream()
                        .mapToLong(ScenarioResult::wallMicros)
                        .sum();
    }

    private void verdict() {
        String verdict = judgement.verdict().words();
        boolean good = judgement.verdict() == RunVerdict.CONFORMS;
        lines.add((good ? ink.green(verdict) : ink.red(verdict)) + ": " + explanation());
        named("violated", Verdict.FAIL);
        named("could not be judged", Verdict.INCONCLUSIVE);
        if (!good) {
            named("not as recommended", Verdict.DEVIATES);
        }
        judgement.complaints().forEach(complaint -> lines.addAll(TextWrap.wrap(complaint, WIDTH, "  ")));
    }

    private void named(String what, Verdict verdict) {
        List<JudgedRequirement> all = judgement.with(verdict);
        if (!all.isEmpty()) {
            String names = all.stream()
                    .limit(MOST_NAMES)
                    .map(each -> each.requirement().id())
                    .collect(Collectors.joining(", "));
            String rest = all.size() > MOST_NAMES ? " and " + (all.size() - MOST_NAMES) + " more" : "";
            lines.addAll(TextWrap.wrap(what + ": " + names + rest, WIDTH, "  "));
        }
    }

    private String explanation() {
        String stack = Shown.line(judgement.results().run().stack());
        long judged = judgement.judged();
        int failed = judgement.with(Verdict.FAIL).size();
        int passed = judgement.with(Verdict.PASS).size();
        return switch (judgement.verdict()) {
            case CONFORMS -> stack + " violates none of the " + Amounts.of(judged, "requirement") + " it was judged by";
            case DOES_NOT_CONFORM ->
                failed > 0
                        ? stack + " violates " + failed + " of the " + Amounts.of(judged, "requirement")
                                + " it was judged by"
                        : stack + " meets " + passed + " of the " + Amounts.of(judged, "requirement")
                                + " it was judged by";
            case NOTHING_FAILED_AGAIN ->
                "what failed in the last run holds now, and nothing else was played; without --failed a run tells"
                        + " whether " + stack + " conforms";
            case COULD_NOT_RUN -> "this says nothing certain about " + stack;
        };
    }

    static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 3).stripTrailing() + "...";
    }
}
