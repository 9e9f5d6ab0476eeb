package dev.plumbline.faults;

import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.RequirementInfo;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the suite found out about a fault.
 *
 * @param closely the scenarios of the requirements that the fault names, as a student's run would judge them
 * @param inBrief all scenarios, with few tries: what else the fault hits
 */
record Kills(Fault fault, List<Judged> closely, List<Judged> inBrief) {
    static Kills of(Fault fault, Path folder) {
        Path own = folder.resolve(fault.shortName());
        return new Kills(
                fault,
                Judged.run(fault.name(), tags(fault), own.resolve("closely"), null),
                Judged.runInBrief(fault.name(), own.resolve("in-brief")));
    }

    /** A law is no tag: what is made for a law alone is judged by all scenarios. */
    private static String tags(Fault fault) {
        Map<String, RequirementInfo> rows =
                ConformanceRun.catalogue().stream().collect(Collectors.toMap(RequirementInfo::id, Function.identity()));
        return fault.requirements().stream()
                .filter(id -> rows.containsKey(id) && rows.get(id).scenarios() > 0)
                .map(id -> "@" + id)
                .collect(Collectors.joining(" or "));
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
