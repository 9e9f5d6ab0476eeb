package dev.plumbline.report;

import dev.plumbline.results.JudgedRequirement;
import dev.plumbline.results.Verdict;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many requirements of a section of the catalogue have which verdict. */
record SectionTally(String section, Map<Verdict, Integer> counts) {

    /** One for each section, in the order of the catalogue. */
    static List<SectionTally> of(List<JudgedRequirement> requirements) {
        Map<String, Map<Verdict, Integer>> sections = new LinkedHashMap<>();
        for (JudgedRequirement each : requirements) {
            sections.computeIfAbsent(each.requirement().section(), any -> new EnumMap<>(Verdict.class))
                    .merge(each.verdict(), 1, Integer::sum);
        }
        return sections.entrySet().stream()
                .map(entry -> new SectionTally(entry.getKey(), entry.getValue()))
                .toList();
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
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() != Verdict.PASS)
                .map(entry -> ink.verdict(
                        entry.getKey(), entry.getValue() + " " + entry.getKey().word()))
                .collect(Collectors.joining(", "));
    }

    /** Why there is nothing to count. */
    String why() {
        return counts.keySet().stream().map(Verdict::word).collect(Collectors.joining(", "));
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
