package dev.plumbline.mark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Something that a rubric gives points for.
 *
 * @param points for all of it; each item is worth as much as another
 * @param partial whether an item is worth the share of its scenarios that pass; or else all of them must
 * @param hidden whether students are not told what is in it
 */
public record Criterion(String name, BigDecimal points, boolean partial, boolean hidden, List<Item> items) {
    /** Copies the list. */
    public Criterion {
        items = List.copyOf(items);
    }

    /**
     * A requirement.
     *
     * @param scenarios those that count; all that stand for it, if there are none
     */
    public record Item(String requirement, Set<String> scenarios) {
        /** By all that stands for it. */
        public Item(String requirement) {
            this(requirement, Set.of());
        }
    }
}
