package dev.plumbline.faults;

import dev.plumbline.results.Requirement;
import dev.plumbline.suite.ConformanceRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the suite found out about a fault.
 *
 * @param closely the scenarios of the requirements that the fault names, as a student's run would judge them
 * @param inBrief all scenarios, with few tries: what else the fault hits; empty if that was not asked
 */
record Kills(Fault fault, List<Judged> closely, List<Judged> inBrief) {
    private static final Map<String, Integer> SCENARIOS =
            ConformanceRun.catalogue().stream().collect(Collectors.toMap(Requirement::id, Requirement::scenarios));

    /** Asks only the scenarios that are known to kill it, if they still do. */
    static Kills ofTheKnown(Fault fault) {
        String tags = KnownKillers.tags(fault);
        if (!tags.isEmpty()) {
            Kills kills = new Kills(fault, closely(fault, tags), List.of());
            if (kills.suffice()) {
                return kills;
            }
        }
        return of(fault);
    }

    /** Looks closely only, as far as that is enough. */
    static Kills of(Fault fault) {
        String tags = tags(fault);
        return tags.isEmpty() ? ofEverything(fault) : new Kills(fault, closely(fault, tags), List.of());
    }

    /** The fault meets every scenario. */
    static Kills ofEverything(Fault fault) {
        String tags = tags(fault);
        List<Judged> inBrief = Judged.runInBrief(fault.name());
        return new Kills(fault, closely(fault, tags.isEmpty() ? tagsOfAKiller(fault, inBrief) : tags), inBrief);
    }

    private static List<Judged> closely(Fault fault, String tags) {
        return Judged.run(fault.name(), tags, null);
    }

    private static String tags(Fault fault) {
        return fault.requirements().stream()
                .filter(id -> scenarios(id) > 0)
                .map(id -> "@" + id)
                .collect(Collectors.joining(" or "));
    }

    /** A law is no tag: what is made for a law alone is looked at in the first scenario that fails by it. */
    private static String tagsOfAKiller(Fault fault, List<Judged> inBrief) {
        return inBrief.stream()
                .filter(scenario ->
                        scenario.isKiller() && scenario.requirements().contains(fault.row()))
                .flatMap(scenario -> scenario.requirements().stream())
                .filter(id -> scenarios(id) > 0)
                .findFirst()
                .map(id -> "@" + id)
                .orElseThrow(() -> new AssertionError("no scenario fails by " + fault.row() + " with " + fault.name()));
    }

    private static int scenarios(String requirement) {
        return SCENARIOS.getOrDefault(requirement, 0);
    }

    /** Whether each requirement that the fault names kills it, and the first one in its words. */
    boolean suffice() {
        return fault.requirements().stream().noneMatch(id -> killers(id).isEmpty())
                && fault.words().stream().allMatch(bestKiller().told()::contains);
    }

    /** The scenarios that fail, by their ids; where both runs had one, as the closer look found it. */
    Map<String, Judged> killers() {
        Map<String, Judged> killers = new LinkedHashMap<>();
        for (List<Judged> run : List.of(inBrief, closely)) {
            run.stream().filter(Judged::isKiller).forEach(scenario -> killers.put(scenario.id(), scenario));
        }
        return killers;
    }

    /** Those that stand for a requirement, or failed by it if it is a law. */
    List<Judged> killers(String requirement) {
        return killers().values().stream()
                .filter(scenario -> scenario.requirements().contains(requirement))
                .toList();
    }

    /** Those of them that a student's run would show. */
    List<Judged> closeKillers(String requirement) {
        return closely.stream()
                .filter(Judged::isKiller)
                .filter(scenario -> scenario.requirements().contains(requirement))
                .toList();
    }

    /** The scenario of the fault's row that names the mistake; the first one that fails, if none does. */
    Judged bestKiller() {
        List<Judged> killers = killers(fault.row());
        return killers.stream()
                .filter(scenario -> fault.words().stream().allMatch(scenario.told()::contains))
                .findFirst()
                .orElseGet(() -> killers.get(0));
    }

    /** The requirements of which a scenario fails, and the laws that are broken. */
    Set<String> hits() {
        return killers().values().stream()
                .flatMap(scenario -> scenario.requirements().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
