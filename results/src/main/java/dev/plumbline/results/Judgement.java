package dev.plumbline.results;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Results, and what they say about every requirement and about the run as a whole.
 *
 * @param requirements in the order of the catalogue
 * @param complaints what went wrong with the run itself, one sentence each
 */
public record Judgement(
        Results results, List<JudgedRequirement> requirements, List<String> complaints, RunVerdict verdict) {

    private static final Set<Verdict> VIOLATIONS = EnumSet.of(Verdict.FAIL, Verdict.INCONCLUSIVE);

    /** Judges a run; a strict one does not let a SHOULD pass that is not followed. */
    public static Judgement of(Results results, boolean strict) {
        List<JudgedRequirement> requirements = new RequirementJudge(results).judge();
        List<String> stale = new KnownDeviations(results).stale();
        List<String> complaints = new ArrayList<>(stale);
        complaints.addAll(RunComplaints.about(results, requirements));
        RunVerdict verdict =
                stale.isEmpty() ? verdict(results, requirements, complaints, strict) : RunVerdict.DOES_NOT_CONFORM;
        return new Judgement(results, requirements, List.copyOf(complaints), verdict);
    }

    /** The requirements with this verdict. */
    public List<JudgedRequirement> with(Verdict verdict) {
        return requirements.stream().filter(each -> each.verdict() == verdict).toList();
    }

    /** How many requirements were judged at all. */
    public long judged() {
        return requirements.stream().filter(each -> each.verdict().isJudged()).count();
    }

    /** The verdict that a SHOULD which is not followed would make a failure. */
    RunVerdict strictly() {
        return verdict == RunVerdict.DOES_NOT_CONFORM ? verdict : verdict(results, requirements, complaints, true);
    }

    private static RunVerdict verdict(
            Results results, List<JudgedRequirement> requirements, List<String> complaints, boolean strict) {
        if (results.isEndedByTheAdapter()) {
            return RunVerdict.COULD_NOT_RUN; // what an adapter that is wrong seems to violate may be its own doing
        }
        if (results.isStopped()
                || isViolated(results, requirements)
                || (strict && isAny(requirements, Verdict.DEVIATES))) {
            return RunVerdict.DOES_NOT_CONFORM;
        }
        if (!complaints.isEmpty()) {
            return RunVerdict.COULD_NOT_RUN;
        }
        return results.run().again() ? RunVerdict.NOTHING_FAILED_AGAIN : RunVerdict.CONFORMS;
    }

    private static boolean isViolated(Results results, List<JudgedRequirement> requirements) {
        return VIOLATIONS.stream().anyMatch(verdict -> isAny(requirements, verdict))
                || results.scenarios().stream().anyMatch(Judgement::failsForNobody);
    }

    /** A failure that no requirement can take the blame for must not get lost. */
    private static boolean failsForNobody(ScenarioResult scenario) {
        return scenario.outcome() == Outcome.FAIL && scenario.requirements().isEmpty();
    }

    private static boolean isAny(List<JudgedRequirement> requirements, Verdict verdict) {
        return requirements.stream().anyMatch(each -> each.verdict() == verdict);
    }
}
