package dev.plumbline.report;

import dev.plumbline.results.JudgedRequirement;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Verdict;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many requirements of a section of the catalogue have which verdict.
 *
 * @param extra whether most of them are about a service that the stack does not claim
 */
record SectionTally(String section, Map<Verdict, Integer> counts, boolean extra) {
    /** One for each section, in the order of the catalogue. */
    static List<SectionTally> of(Judgement judgement) {
        List<String> claimed = judgement.results().run().capabilities();
        return judgement.requirements().stream()
                .collect(Collectors.groupingBy(
                        each -> each.requirement().section(), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), claimed))
                .toList();
    }

    private static SectionTally of(String section, List<JudgedRequirement> rows, List<String> claimed) {
        long notClaimed = rows.stream().filter(row -> !isClaimed(row, claimed)).count();
        boolean extra = notClaimed * 2 > rows.size();
        boolean touched = rows.stream().anyMatch(row -> !isOutside(row.verdict()));
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (JudgedRequirement row : rows) {
            boolean reason = touched
                    && extra
                    && !isClaimed(row, claimed)
                    && !row.verdict().isJudged();
            counts.merge(reason ? Verdict.NOT_CLAIMED : row.verdict(), 1, Integer::sum);
        }
        return new SectionTally(section, counts, extra);
    }

    private static boolean isClaimed(JudgedRequirement row, List<String> claimed) {
        return row.requirement().needs().stream().map(Enum::name).allMatch(claimed::contains);
    }

    /** What stands in the place of the share: that others' rules about a service hold does not say that it is there. */
    String share() {
        boolean allPassed = passed() == selected() - counts.getOrDefault(Verdict.NOT_CLAIMED, 0);
        return extra && allPassed ? Verdict.NOT_CLAIMED.word() : String.format("%3d of %-3d", passed(), selected());
    }

    int passed() {
        return counts.getOrDefault(Verdict.PASS, 0);
    }

    /** All that this run had scenarios for. */
    int selected() {
        return counts.entrySet().stream()
                .filter(entry -> !isOutside(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Whether there is something to show: not where a run has ended before it came to any of it. */
    boolean isTouched() {
        boolean leftOut =
                counts.containsKey(Verdict.NOT_RUN) && counts.keySet().stream().noneMatch(Verdict::isJudged);
        return selected() > 0 && !leftOut;
    }

    /** What did not pass, the worst first: "2 failed, 1 not claimed". */
    String rest(Ink ink) {
        Map<Verdict, Integer> rest = new EnumMap<>(Verdict.class);
        counts.forEach((verdict, count) -> rest.merge(shown(verdict), count, Integer::sum));
        return rest.entrySet().stream()
                .filter(entry -> entry.getKey() != Verdict.PASS)
                .map(entry -> ink.verdict(entry.getKey(), entry.getValue() + " " + word(entry.getKey())))
                .collect(Collectors.joining(", "));
    }

    /** Why there is nothing to count. */
    String why() {
        return word(counts.containsKey(Verdict.NOT_CLAIMED) ? Verdict.NOT_CLAIMED : Verdict.NOT_SELECTED);
    }

    /** A run tells of what it has played, and has one word for the rest, whatever the reason. */
    private static Verdict shown(Verdict verdict) {
        return isOutside(verdict) || verdict == Verdict.NOT_RUN ? Verdict.NOT_SELECTED : verdict;
    }

    private static String word(Verdict verdict) {
        return (shown(verdict) == Verdict.NOT_SELECTED ? Verdict.NOT_RUN : verdict).word();
    }

    private static boolean isOutside(Verdict verdict) {
        return switch (verdict) {
            case LEFT_OUT, NO_SCENARIO, NOT_SELECTED, NO_OCCASION -> true;
            case FAIL,
                    ADAPTER,
                    SUITE_ERROR,
                    INCONCLUSIVE,
                    NOT_RUN,
                    LISTED,
                    DEVIATES,
                    NOT_DONE,
                    PASS,
                    NOT_OBSERVABLE,
                    NOT_CLAIMED -> false;
        };
    }
}
