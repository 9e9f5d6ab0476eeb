package dev.plumbline.results;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is otherwise than in an earlier run: ids of requirements, in the order of the catalogue. What was not judged before is no
 * change for the better, and what is not judged now has not been mended.
 *
 * @param mended not kept before, kept now
 * @param broken kept before, not kept now
 * @param still not kept before and not kept now
 * @param met not judged before, not kept now
 */
public record Changes(List<String> mended, List<String> broken, List<String> still, List<String> met) {
    private static final Set<Verdict> NOT_KEPT = EnumSet.of(Verdict.FAIL, Verdict.INCONCLUSIVE);
    private static final Set<Verdict> NOT_KEPT_STRICTLY =
            EnumSet.of(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.DEVIATES);

    /** Copies the lists. */
    public Changes {
        mended = List.copyOf(mended);
        broken = List.copyOf(broken);
        still = List.copyOf(still);
        met = List.copyOf(met);
    }

    /** What has changed between two runs; to a strict reader a SHOULD that is not followed is not kept. */
    public static Changes between(Judgement before, Judgement now, boolean strict) {
        Set<Verdict> notKept = strict ? NOT_KEPT_STRICTLY : NOT_KEPT;
        Map<String, Verdict> was = new HashMap<>();
        before.requirements().forEach(row -> was.put(row.requirement().id(), row.verdict()));
        List<String> mended = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        List<String> still = new ArrayList<>();
        List<String> met = new ArrayList<>();
        for (JudgedRequirement row : now.requirements()) {
            String id = row.requirement().id();
            Verdict earlier = was.getOrDefault(id, Verdict.NOT_SELECTED);
            if (notKept.contains(row.verdict())) {
                (notKept.contains(earlier) ? still : isKept(earlier) ? broken : met).add(id);
            } else if (notKept.contains(earlier) && isKept(row.verdict())) {
                mended.add(id);
            }
        }
        return new Changes(mended, broken, still, met);
    }

    private static boolean isKept(Verdict verdict) {
        return verdict.light() == Verdict.Light.GREEN;
    }

    /** Whether all is as it was, and nothing is wrong. */
    public boolean isEmpty() {
        return mended.isEmpty() && broken.isEmpty() && still.isEmpty() && met.isEmpty();
    }
}
