package dev.plumbline.mark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All marks of a course.
 *
 * @param seed by which all submissions were asked the same
 * @param suite the version of the suite
 * @param marks in the order of the submissions
 */
public record Course(Rubric rubric, long seed, String suite, List<Mark> marks) {
    /** Copies the list. */
    public Course {
        marks = List.copyOf(marks);
    }

    /**
     * A mistake, and who has it.
     *
     * @param what went wrong, whatever was drawn
     * @param ids of their submissions
     */
    public record Common(String what, String requirement, String statement, List<String> ids) {}

    /** How many submissions are in which state. */
    public Map<State, Long> states() {
        Map<State, Long> counts = new TreeMap<>();
        marks.forEach(mark -> counts.merge(mark.state(), 1L, Long::sum));
        return counts;
    }

    /** What has to be repaired first, the most common first. */
    public List<Common> firstCauses() {
        Map<FirstCause, List<String>> byCause = new LinkedHashMap<>();
        Map<String, FirstCause> families = new LinkedHashMap<>();
        for (Mark mark : marks) {
            mark.first().ifPresent(cause -> {
                families.putIfAbsent(cause.family(), cause);
                byCause.computeIfAbsent(families.get(cause.family()), any -> new ArrayList<>())
                        .add(mark.submission().id());
            });
        }
        return byCause.entrySet().stream()
                .map(entry -> new Common(
                        entry.getKey().family(),
                        entry.getKey().requirement(),
                        entry.getKey().statement(),
                        entry.getValue()))
                .sorted(Comparator.comparingInt((Common common) -> -common.ids().size())
                        .thenComparing(Common::what))
                .toList();
    }

    /** How many submissions fail a requirement, the most common first. */
    public Map<String, Integer> failures() {
        Map<String, Integer> counts = new TreeMap<>();
        marks.forEach(mark -> mark.failed().forEach(id -> counts.merge(id, 1, Integer::sum)));
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** The points that half of those who were judged do not exceed; nothing if nobody was. */
    public BigDecimal median() {
        List<BigDecimal> points = marks.stream()
                .filter(mark -> mark.state() == State.JUDGED)
                .map(Mark::points)
                .sorted()
                .toList();
        return median(points);
    }

    /** The same of one criterion, by its place in the rubric. */
    public BigDecimal median(int criterion) {
        return median(marks.stream()
                .filter(mark -> mark.state() == State.JUDGED)
                .map(mark -> mark.criteria().get(criterion).points())
                .sorted()
                .toList());
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        if (sorted.isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal upper = sorted.get(sorted.size() / 2);
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        return upper.add(lower).divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP);
    }
}
