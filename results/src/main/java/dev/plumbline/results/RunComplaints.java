package dev.plumbline.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What went wrong with a run itself, in sentences. Nothing goes missing in silence. */
final class RunComplaints {
    private static final String GO_ON = "--all plays them, too (in a build -Dplumbline.all=true)";

    private static final int MOST_NAMED = 10;

    private final Results results;
    private final List<JudgedRequirement> requirements;
    private final List<String> complaints = new ArrayList<>();

    private RunComplaints(Results results, List<JudgedRequirement> requirements) {
        this.results = results;
        this.requirements = requirements;
    }

    static List<String> about(Results results, List<JudgedRequirement> requirements) {
        RunComplaints all = new RunComplaints(results, requirements);
        all.ending();
        all.missing();
        all.outOfTime();
        all.adapter();
        all.suiteErrors();
        all.strangers();
        all.nothingJudged();
        return List.copyOf(all.complaints);
    }

    private void ending() {
        int planned = results.run().planned();
        int finished = results.scenarios().size();
        Results.End end = results.end();
        if (end == null) {
            complaints.add("the run was cut short after " + finished + " of " + planned + " scenarios");
        } else if (end.stopped() != null && finished < planned) {
            complaints.add("the run ended early: " + end.stopped() + ", and so " + (planned - finished) + " of "
                    + planned + " scenarios were not played; " + GO_ON);
        } else if (finished < planned) {
            complaints.add("only " + finished + " of " + planned + " planned scenarios finished");
        } else if (end.scenarios() != finished) {
            complaints.add("the run counts " + end.scenarios() + " scenarios, but wrote down " + finished);
        }
    }

    private void missing() {
        List<String> ids = requirements.stream()
                .filter(each -> each.verdict() == Verdict.NOT_RUN)
                .map(each -> each.requirement().id())
                .toList();
        if (!ids.isEmpty() && complaints.isEmpty()) {
            String more = ids.size() > MOST_NAMED ? " and " + (ids.size() - MOST_NAMED) + " more" : "";
            complaints.add("fewer scenarios finished than the features declare for "
                    + String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size()))) + more);
        }
    }

    private void outOfTime() {
        List<ScenarioResult> late =
                results.scenarios().stream().filter(ScenarioResult::isOutOfTime).toList();
        if (!late.isEmpty()) {
            complaints.add(late.size() + (late.size() == 1 ? " scenario was" : " scenarios were") + " not judged: "
                    + late.get(0).reason());
        }
    }

    private void adapter() {
        List<ScenarioResult> wrong = with(Outcome.ADAPTER);
        if (!wrong.isEmpty()) {
            Failure first = wrong.get(0).failure();
            complaints.add((results.isEndedByTheAdapter() ? "the run was ended, for the" : "the")
                    + " program around the stack does not keep to the line protocol, in "
                    + wrong.size() + (wrong.size() == 1 ? " scenario" : " scenarios")
                    + (first == null ? "" : ": " + first.headline()) + ". "
                    + SelfTestCommand.of(results.run().stack()) + " judges it alone");
        }
    }

    private void suiteErrors() {
        List<ScenarioResult> broken = with(Outcome.SUITE_ERROR);
        if (!broken.isEmpty()) {
            complaints.add(broken.size() + (broken.size() == 1 ? " scenario" : " scenarios")
                    + " broke in the suite or an adapter, " + broken.get(0).id()
                    + (broken.size() == 1 ? "" : " first"));
        }
    }

    private void strangers() {
        Set<String> known = results.requirements().stream().map(Requirement::id).collect(Collectors.toSet());
        List<String> strangers = results.scenarios().stream()
                .flatMap(scenario -> scenario.requirements().stream())
                .filter(id -> !known.contains(id))
                .distinct()
                .toList();
        if (!strangers.isEmpty()) {
            complaints.add(
                    "scenarios name requirements that the catalogue does not have: " + String.join(", ", strangers));
        }
    }

    private void nothingJudged() {
        boolean judged = Stream.of(Outcome.PASS, Outcome.FAIL, Outcome.LISTED)
                .anyMatch(outcome -> !with(outcome).isEmpty());
        if (!judged && complaints.isEmpty()) {
            complaints.add(
                    results.run().planned() == 0
                            ? "no scenario was selected"
                            : "none of the selected scenarios could judge this stack");
        }
    }

    private List<ScenarioResult> with(Outcome outcome) {
        return results.scenarios().stream()
                .filter(scenario -> scenario.outcome() == outcome)
                .toList();
    }
}
