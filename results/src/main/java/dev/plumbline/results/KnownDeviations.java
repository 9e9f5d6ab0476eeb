package dev.plumbline.results;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the list of known deviations has to do with the results. */
public final class KnownDeviations {
    private static final Set<Outcome> JUDGED = EnumSet.of(Outcome.PASS, Outcome.FAIL, Outcome.LISTED);

    private final Results results;

    /** In these results. */
    public KnownDeviations(Results results) {
        this.results = results;
    }

    /** The entries that explain a requirement's verdict. */
    public List<Deviation> of(JudgedRequirement row) {
        return results.deviations().stream()
                .filter(entry -> row.decisive().stream().anyMatch(scenario -> explains(entry, row, scenario)))
                .toList();
    }

    /** In a scenario that ended by a deviation, all of its requirements share that fate. */
    private static boolean explains(Deviation entry, JudgedRequirement row, ScenarioResult scenario) {
        String id = row.requirement().id();
        boolean ended =
                scenario.outcome() == Outcome.LISTED && scenario.requirements().contains(id);
        return entry.isSeenIn(scenario) && (ended || entry.requirement().equals(id));
    }

    /** A sentence for each entry that was put to the test in vain: a list that grows stale would excuse the next mistake. */
    List<String> stale() {
        return results.deviations().stream()
                .filter(entry -> isTested(entry) && results.scenarios().stream().noneMatch(entry::isSeenIn))
                .map(KnownDeviations::sentence)
                .toList();
    }

    /**
     * Only a whole run has seen all that an entry about several scenarios speaks of, and none that left some out; one world alone
     * tells nothing, and nothing follows from the silence of what shows now and then.
     */
    private boolean isTested(Deviation entry) {
        RunHeader run = results.run();
        boolean enough = entry.isAboutOne() ? run.replay() == null : !run.isPartial() && !results.isStopped();
        return enough
                && !entry.nowAndThen()
                && results.scenarios().stream()
                        .anyMatch(scenario -> entry.isAbout(scenario.id()) && isJudged(entry, scenario));
    }

    private static boolean isJudged(Deviation entry, ScenarioResult scenario) {
        String id = entry.requirement();
        return JUDGED.contains(scenario.outcome())
                && (scenario.requirements().contains(id) || scenario.laws().contains(id));
    }

    private static String sentence(Deviation entry) {
        String where = entry.scenario() == null ? "" : " in " + entry.scenario();
        return "the list of deviations says that " + entry.requirement() + " is not kept" + where
                + ", but it holds: remove the entry";
    }
}
