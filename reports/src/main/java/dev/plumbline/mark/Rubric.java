package dev.plumbline.mark;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a course gives points for.
 *
 * @param tags which scenarios are played, as a tag expression
 * @param tries how many worlds a scenario is played in
 */
public record Rubric(String title, String tags, int tries, List<Criterion> criteria) {
    /** Copies the list. */
    public Rubric {
        criteria = List.copyOf(criteria);
    }

    /** The points of who has everything. */
    public BigDecimal max() {
        return criteria.stream().map(Criterion::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
