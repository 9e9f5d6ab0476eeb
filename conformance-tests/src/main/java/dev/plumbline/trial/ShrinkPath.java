package dev.plumbline.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Shrinkable;

/**
 * Which of jqwik's simpler candidates to take, step by step: the whole way from the value first drawn to the smallest one.
 *
 * @param steps in the order they were found
 */
record ShrinkPath(List<Step> steps) {
    /** Take candidate number {@code candidate} for draw number {@code draw}. */
    record Step(int draw, int candidate) {}

    /** A token's author is a shrinker, whose paths have some hundred steps at most: a few digits are enough. */
    private static final Pattern PART = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})(?:-(\\d{1,4}))?");

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

    /** {@code draw.candidate} joined by underscores, {@code draw.candidate-times} if repeated, or {@code -} if there is no step. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (from < steps.size()) {
            Step step = steps.get(from);
            int to = from;
            while (to < steps.size() && steps.get(to).equals(step)) {
                to++;
            }
            text.append(from == 0 ? "" : "_").append(step.draw()).append('.').append(step.candidate());
            text.append(to - from == 1 ? "" : "-" + (to - from));
            from = to;
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
                Matcher form = PART.matcher(part);
                if (!form.matches()) {
                    throw new IllegalArgumentException(
                            "expected draw.candidate or draw.candidate-times, found '" + part + "'");
                }
                Step step = new Step(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
                steps.addAll(Collections.nCopies(form.group(3) == null ? 1 : Integer.parseInt(form.group(3)), step));
            }
        }
        return new ShrinkPath(steps);
    }
}
