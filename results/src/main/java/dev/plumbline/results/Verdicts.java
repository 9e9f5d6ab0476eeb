package dev.plumbline.results;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the judge says, as a results file tells it: whoever reads one need not know how a verdict follows from scenarios. */
final class Verdicts {
    private Verdicts() {}

    /**
     * A requirement's.
     *
     * @param scenarios those whose outcome it is
     */
    record OfRequirement(String requirement, Verdict verdict, List<String> scenarios) {}

    /**
     * The run's.
     *
     * @param strictly what it would be if a SHOULD that is not followed were a failure, too
     * @param requirements how many there are of each verdict
     */
    record OfRun(
            RunVerdict run,
            int exitCode,
            RunVerdict strictly,
            Map<Verdict, Integer> requirements,
            List<String> complaints) {}

    /** Those of all requirements, in their order, and then the run's. */
    static List<Record> of(Results results) {
        Judgement judgement = Judgement.of(results, false);
        List<Record> lines = new ArrayList<>();
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (JudgedRequirement each : judgement.requirements()) {
            counts.merge(each.verdict(), 1, Integer::sum);
            lines.add(new OfRequirement(
                    each.requirement().id(),
                    each.verdict(),
                    each.decisive().stream().map(ScenarioResult::id).toList()));
        }
        lines.add(new OfRun(
                judgement.verdict(),
                judgement.verdict().exitCode(),
                judgement.strictly(),
                counts,
                judgement.complaints()));
        return lines;
    }

    /** Looks whether a line is one of them; the judge says the same again whenever it is asked. */
    static void check(Row row) {
        if (row.optionalText("run") == null) {
            row.text("requirement");
            row.oneOf(Verdict.class, "verdict");
        } else {
            row.oneOf(RunVerdict.class, "run");
            row.oneOf(RunVerdict.class, "strictly");
        }
    }
}
