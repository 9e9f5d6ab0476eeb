package dev.plumbline.report;

import dev.plumbline.results.Outcome;
import dev.plumbline.results.PastRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The runs before as Allure's trend wants them: scenarios by its own kinds of results, the newest run first. */
final class AllureTrend {
    private AllureTrend() {}

    /** One entry for each run; the run at hand Allure adds itself. */
    static List<Map<String, Object>> of(List<PastRun> before) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = before.size(); i > 0; i--) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("buildOrder", i);
            item.put("data", statistic(before.get(i - 1)));
            items.add(item);
        }
        return items;
    }

    /** As {@code suite.AllureTree} marks them. */
    private static Map<String, Integer> statistic(PastRun run) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("failed", sum(run, Outcome.FAIL));
        counts.put("broken", sum(run, Outcome.INCONCLUSIVE, Outcome.ADAPTER, Outcome.SUITE_ERROR));
        counts.put("skipped", sum(run, Outcome.LISTED, Outcome.NOT_CLAIMED, Outcome.NOT_OBSERVABLE));
        counts.put("passed", sum(run, Outcome.PASS));
        counts.put("unknown", 0);
        counts.put("total", counts.values().stream().mapToInt(Integer::intValue).sum());
        return counts;
    }

    private static int sum(PastRun run, Outcome... outcomes) {
        return Stream.of(outcomes).mapToInt(run::with).sum();
    }
}
