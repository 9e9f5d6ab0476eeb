package dev.plumbline.mark;

import dev.plumbline.results.RunVerdict;
import dev.plumbline.results.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a submission is worth, and why.
 *
 * @param sentence what there is to say besides; empty if there is nothing
 * @param verdict the run's; null if there was none
 * @param criteria in the order of the rubric
 * @param verdicts how many requirements have which
 * @param failed the requirements that failed
 */
public record Mark(
        Submission submission,
        State state,
        String sentence,
        @Nullable RunVerdict verdict,
        List<Earned> criteria,
        Map<Verdict, Integer> verdicts,
        List<String> failed,
        Optional<FirstCause> first) {

    /**
     * What a criterion has brought.
     *
     * @param points of {@code max}
     * @param lines why not all of it
     */
    public record Earned(String name, BigDecimal points, BigDecimal max, boolean hidden, List<String> lines) {
        /** Whether it brought all that it can. */
        public boolean isFull() {
            return points.compareTo(max) >= 0;
        }
    }

    /** All of it. */
    public BigDecimal points() {
        return criteria.stream().map(Earned::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The points of who has everything. */
    public BigDecimal max() {
        return criteria.stream().map(Earned::max).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How many requirements have a verdict. */
    public int count(Verdict wanted) {
        return verdicts.getOrDefault(wanted, 0);
    }

    /** What there is to say in one line: the sentence, or what to repair first. */
    public String remark() {
        if (!sentence.isEmpty()) {
            return sentence.lines().findFirst().orElse("");
        }
        return first.map(FirstCause::toString).orElse("");
    }
}
