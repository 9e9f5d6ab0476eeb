package dev.plumbline.mark;

import dev.plumbline.results.Failure;
import dev.plumbline.results.JudgedRequirement;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives marks by a rubric: what the judge has said of each requirement, times what that is worth. */
public final class Grader {
    private static final int DECIMALS = 2;
    /** Nobody reads more of them. */
    private static final int MOST_LINES = 20;

    private final Rubric rubric;

    /** By this rubric. */
    public Grader(Rubric rubric) {
        this.rubric = rubric;
    }

    /** What a submission is worth that was judged to its end. */
    public Mark judged(Submission submission, Judgement judgement) {
        Evidence evidence = new Evidence(judgement);
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        judgement.requirements().forEach(row -> verdicts.merge(row.verdict(), 1, Integer::sum));
        return new Mark(
                submission,
                State.JUDGED,
                String.join("; ", judgement.complaints()),
                judgement.verdict(),
                rubric.criteria().stream().map(evidence::earned).toList(),
                verdicts,
                judgement.with(Verdict.FAIL).stream()
                        .map(row -> row.requirement().id())
                        .toList(),
                FirstCause.of(judgement));
    }

    /** What a submission is worth that was not judged to its end: nothing. */
    public Mark notJudged(Submission submission, State state, String sentence) {
        List<Mark.Earned> nothing = rubric.criteria().stream()
                .map(each -> new Mark.Earned(each.name(), none(), each.points(), each.hidden(), List.of()))
                .toList();
        return new Mark(submission, state, sentence, null, nothing, Map.of(), List.of(), Optional.empty());
    }

    private static BigDecimal none() {
        return BigDecimal.ZERO.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    /** What the results say about each item. */
    private static final class Evidence {
        private final Map<String, JudgedRequirement> rows = new HashMap<>();
        private final Map<String, List<ScenarioResult>> scenarios = new HashMap<>();

        Evidence(Judgement judgement) {
            judgement.requirements().forEach(row -> rows.put(row.requirement().id(), row));
            judgement
                    .results()
                    .scenarios()
                    .forEach(scenario -> scenario.requirements()
                            .forEach(id -> scenarios
                                    .computeIfAbsent(id, any -> new ArrayList<>())
                                    .add(scenario)));
        }

        Mark.Earned earned(Criterion criterion) {
            // What nothing can tell of this stack counts neither way.
            List<Criterion.Item> counting = criterion.items().stream()
                    .filter(item -> verdict(item) != Verdict.NOT_OBSERVABLE)
                    .toList();
            BigDecimal sum = BigDecimal.ZERO;
            List<String> lines = new ArrayList<>();
            for (Criterion.Item item : counting) {
                BigDecimal share = share(item, criterion.partial());
                sum = sum.add(share);
                if (share.compareTo(BigDecimal.ONE) < 0 && lines.size() < MOST_LINES) {
                    lines.add(why(item));
                }
            }
            BigDecimal points = counting.isEmpty()
                    ? BigDecimal.ZERO
                    : criterion
                            .points()
                            .multiply(sum)
                            .divide(BigDecimal.valueOf(counting.size()), MathContext.DECIMAL64);
            return new Mark.Earned(
                    criterion.name(),
                    points.setScale(DECIMALS, RoundingMode.HALF_UP),
                    criterion.points(),
                    criterion.hidden(),
                    lines);
        }

        private Verdict verdict(Criterion.Item item) {
            JudgedRequirement row = rows.get(item.requirement());
            return row == null ? Verdict.NO_SCENARIO : row.verdict();
        }

        private BigDecimal share(Criterion.Item item, boolean partial) {
            List<ScenarioResult> own = own(item);
            long passed = own.stream()
                    .filter(scenario -> scenario.outcome() == Outcome.PASS)
                    .count();
            boolean all =
                    item.scenarios().isEmpty() ? verdict(item) == Verdict.PASS : !own.isEmpty() && passed == own.size();
            if (all || !partial || own.isEmpty()) {
                return all ? BigDecimal.ONE : BigDecimal.ZERO;
            }
            return BigDecimal.valueOf(passed).divide(BigDecimal.valueOf(own.size()), MathContext.DECIMAL64);
        }

        private List<ScenarioResult> own(Criterion.Item item) {
            return scenarios.getOrDefault(item.requirement(), List.of()).stream()
                    .filter(scenario ->
                            item.scenarios().isEmpty() || item.scenarios().contains(scenario.id()))
                    .filter(scenario -> scenario.outcome() != Outcome.NOT_OBSERVABLE)
                    .toList();
        }

        private String why(Criterion.Item item) {
            JudgedRequirement row = rows.get(item.requirement());
            if (row == null) {
                return item.requirement() + ": " + Verdict.NO_SCENARIO.word();
            }
            String headline = row.example()
                    .map(ScenarioResult::failure)
                    .map(Failure::headline)
                    .map(words -> ": " + words)
                    .orElse("");
            return item.requirement() + " " + row.verdict().word() + headline;
        }
    }
}
