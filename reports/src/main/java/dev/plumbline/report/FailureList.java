package dev.plumbline.report;

import dev.plumbline.cause.Cause;
import dev.plumbline.cause.Causes;
import dev.plumbline.results.Failure;
import dev.plumbline.results.JudgedRequirement;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.KnownDeviations;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.ReplayCommand;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is not as it should be: for each such requirement what happened, and the command that shows it again. */
final class FailureList {
    private static final List<Verdict> SHOWN =
            List.of(Verdict.ADAPTER, Verdict.SUITE_ERROR, Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.DEVIATES);

    /** Where the headline begins: below the verdict's word. */
    private static final String INDENT = " ".repeat(4);

    /** Whoever wants all of them finds them on the pages. */
    private static final int MOST_LISTED = 20;

    private final Judgement judgement;
    private final Ink ink;
    private final Causes causes;
    private final List<String> lines = new ArrayList<>();

    FailureList(Judgement judgement, Ink ink) {
        this.judgement = judgement;
        this.ink = ink;
        this.causes = Causes.of(judgement);
    }

    List<String> lines() {
        lines.addAll(new CauseList(Foreword.of(judgement, causes), causes, stack(), ink).lines());
        SHOWN.forEach(verdict -> byExample(verdict).values().forEach(group -> tell(verdict, group)));
        known();
        if (judgement.results().end() != null && !judgement.results().isStopped()) { // else the verdict says how many
            listed(Verdict.NOT_RUN);
        }
        listed(Verdict.NOT_DONE);
        return lines;
    }

    /** Requirements that the same scenario decides, or the same foreign violation kept from being judged, are told together. */
    private Map<String, List<JudgedRequirement>> byExample(Verdict verdict) {
        return judgement.with(verdict).stream()
                .filter(row ->
                        row.example().flatMap(causes::of).filter(this::isTold).isEmpty())
                .collect(Collectors.groupingBy(
                        each -> each.example()
                                .map(scenario -> cause(verdict, scenario))
                                .orElse(""),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private boolean isTold(Cause cause) {
        return causes.mistakes().contains(cause);
    }

    private static String cause(Verdict verdict, ScenarioResult scenario) {
        return stoppedBy(verdict, scenario).orElse(scenario.id());
    }

    /** The violated requirement that kept the scenario from judging its own. */
    private static Optional<String> stoppedBy(Verdict verdict, ScenarioResult scenario) {
        return verdict == Verdict.INCONCLUSIVE && scenario.outcome() == Outcome.FAIL
                ? Optional.ofNullable(scenario.failure()).map(Failure::requirement)
                : Optional.empty();
    }

    private void tell(Verdict verdict, List<JudgedRequirement> group) {
        String names = violatedFirst(group)
                .map(each -> each.requirement().id() + " ("
                        + each.requirement().level().word() + ")")
                .collect(Collectors.joining(", "));
        JudgedRequirement first = group.get(0);
        int others = first.decisive().size() - 1;
        String more = others > 0 ? ink.faint("  and " + Amounts.of(others, "more scenario")) : "";
        lines.add(ink.verdict(verdict, verdict.word().toUpperCase(Locale.ROOT)) + " " + wrapped(names) + more);
        first.example().ifPresent(scenario -> example(verdict, first.requirement(), scenario));
        lines.add("");
    }

    /** A scenario may judge several; the one that it failed by is what the reader has to hear of. */
    private static Stream<JudgedRequirement> violatedFirst(List<JudgedRequirement> group) {
        Optional<String> violated = group.get(0)
                .example()
                .flatMap(scenario -> Optional.ofNullable(scenario.failure()))
                .map(Failure::requirement);
        return group.stream()
                .sorted(Comparator.comparing(
                        row -> violated.filter(row.requirement().id()::equals).isEmpty()));
    }

    private void example(Verdict verdict, Requirement row, ScenarioResult scenario) {
        stoppedBy(verdict, scenario)
                .ifPresentOrElse(
                        culprit -> lines.add(INDENT + "the scenario stopped at the violation of " + culprit),
                        () -> example(row, scenario));
    }

    private void example(Requirement row, ScenarioResult scenario) {
        Failure failure = scenario.failure();
        String what = failure != null ? failure.about(row.id()) : scenario.reason();
        if (what != null) {
            what.lines().limit(1).forEach(line -> lines.addAll(TextWrap.wrap(line, SummaryPrinter.WIDTH, INDENT)));
        }
        lines.add(INDENT + ink.faint(scenario.id()));
        if (failure != null && failure.token() != null) {
            lines.add(INDENT + ink.faint(ReplayCommand.of(stack(), failure.token())));
        }
    }

    private String stack() {
        return judgement.results().run().stack();
    }

    /** What the stack is known for: why, and where to read more; what entries have in common is told once. */
    private void known() {
        KnownDeviations deviations = new KnownDeviations(judgement.results());
        Map<Known, Set<String>> rows = new LinkedHashMap<>();
        judgement
                .with(Verdict.LISTED)
                .forEach(row -> deviations
                        .of(row)
                        .forEach(entry -> rows.computeIfAbsent(
                                        new Known(entry.reason(), entry.link()), any -> new LinkedHashSet<>())
                                .add(row.requirement().id())));
        rows.forEach((entry, ids) -> {
            lines.add(ink.verdict(Verdict.LISTED, "KNOWN DEVIATION") + " " + wrapped(String.join(", ", ids)));
            lines.addAll(TextWrap.wrap(entry.reason(), SummaryPrinter.WIDTH, INDENT));
            lines.add(INDENT + ink.faint(entry.link()));
            lines.add("");
        });
    }

    private void listed(Verdict verdict) {
        List<JudgedRequirement> all = judgement.with(verdict);
        if (!all.isEmpty()) {
            String ids = all.stream()
                    .limit(MOST_LISTED)
                    .map(each -> each.requirement().id())
                    .collect(Collectors.joining(", "));
            String more = all.size() > MOST_LISTED ? " and " + (all.size() - MOST_LISTED) + " more" : "";
            lines.addAll(TextWrap.wrap(verdict.word() + ": " + ids + more, SummaryPrinter.WIDTH, ""));
            lines.add("");
        }
    }

    private static String wrapped(String names) {
        return String.join("\n", TextWrap.wrap(names, SummaryPrinter.WIDTH - 14, ""))
                .replace("\n", "\n" + INDENT);
    }

    private record Known(String reason, String link) {}
}
