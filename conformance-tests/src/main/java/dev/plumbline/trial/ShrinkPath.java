package dev.plumbline.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Shrinkable;

/**
 * Which of jqwik's simpler candidates to take, step by step: the whole way from the value first drawn to the smallest one.
 *
 * @param steps in the order they were found
 */
record ShrinkPath(List<Step> steps) {
    /** Take candidate number {@code candidate} for draw number {@code draw}. */
    record Step(int draw, int candidate) {}

    static final ShrinkPath NONE = new ShrinkPath(List.of());

    ShrinkPath {
        steps = List.copyOf(steps);
    }

    ShrinkPath then(int draw, int candidate) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(draw, candidate));
        return new ShrinkPath(longer);
    }

    /** The value that a draw has at the end of the path. */
    Shrinkable<?> follow(int draw, Shrinkable<?> from) {
        Shrinkable<?> at = from;
        for (Step step : steps) {
            if (step.draw() == draw) {
                Shrinkable<?> here = at;
                at = Draws.withinSession(() -> candidate(here, step.candidate()));
            }
        }
        return at;
    }

    private static <T> Shrinkable<?> candidate(Shrinkable<T> from, int number) {
        Optional<Shrinkable<T>> found = from.shrink().skip(number).findFirst();
        return found.orElseThrow(NoSuchCandidate::new);
    }

    /** The path does not fit the values, because an earlier draw made a later one another. */
    static final class NoSuchCandidate extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchCandidate() {
            super(
                    "the shrunk values do not fit the scenario; was the token made by another version, or for another stack?");
        }
    }

    /** {@code draw.candidate} joined by underscores, or {@code -} if there is no step. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            text.append(text.isEmpty() ? "" : "_")
                    .append(step.draw())
                    .append('.')
                    .append(step.candidate());
        }
        return text.isEmpty() ? "-" : text.toString();
    }

    /**
     * The inverse of {@link #toString}.
     *
     * @throws IllegalArgumentException if {@code text} is no path
     */
    static ShrinkPath parse(String text) {
        List<Step> steps = new ArrayList<>();
        if (!text.equals("-")) {
            for (String part : text.split("_", -1)) {
                String[] numbers = part.split("\\.", -1);
                if (numbers.length != 2) {
                    throw new IllegalArgumentException("expected draw.candidate, found '" + part + "'");
                }
                steps.add(new Step(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
            }
        }
        return new ShrinkPath(steps);
    }
}
