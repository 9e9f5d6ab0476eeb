package dev.plumbline.suite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.TrialFailure;
import dev.plumbline.trial.Trials;
import io.cucumber.java.Status;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts together what is to be said of a scenario that has ended. */
final class ScenarioResult {
    private ScenarioResult() {}

    /** One of the verdicts of docs/results.md. */
    static String verdict(Status status, Optional<TrialFailure> failure, boolean preparing) {
        if (failure.isPresent()) {
            Finding finding = failure.get().finding();
            if (finding.kind() == Finding.Kind.SUITE_ERROR) {
                return "SUITE_ERROR";
            }
            if (finding.kind() == Finding.Kind.UNREACHED) {
                return "INCONCLUSIVE";
            }
            boolean ownFault = finding.kind() != Finding.Kind.VIOLATION || finding.requirement() != null;
            return preparing && !ownFault ? "INCONCLUSIVE" : "FAIL";
        }
        return switch (status) {
            case PASSED -> "PASS";
            case SKIPPED -> "NOT_CLAIMED";
            case PENDING, UNDEFINED, AMBIGUOUS, FAILED, UNUSED -> "SUITE_ERROR";
        };
    }

    static ObjectNode line(Run run, ScenarioInfo scenario, String verdict, Trials trials, long wallNanos) {
        ObjectNode line = run.results().line("scenario");
        line.put("id", scenario.id());
        line.put("feature", scenario.feature());
        line.put("rule", scenario.rule());
        line.put("name", scenario.name());
        var requirements = line.putArray("requirements");
        scenario.requirements().forEach(requirements::add);
        line.put("verdict", verdict);
        line.putNull("reason");
        putIds(line, "laws", trials, t -> t.world().lawsApplied().stream());
        putIds(
                line,
                "broken",
                trials,
                t -> t.world().findings().stream().map(finding -> String.valueOf(finding.requirement())));
        putIds(line, "deviations", trials, t -> t.world().deviations().stream());
        line.put("trials", trials.count());
        line.put(
                "datagrams",
                trials.all().stream()
                        .mapToLong(t -> t.world().transcript().datagrams())
                        .sum());
        line.put(
                "virtualMicros",
                trials.all().stream().mapToLong(ScenarioResult::micros).sum());
        line.put("wallMicros", wallNanos / 1000);
        line.putNull("failure");
        return line;
    }

    /** What the scenario failed by is known. */
    static void addDeviation(ObjectNode line, Deviation known) {
        line.withArray("deviations").add(known.requirement());
        line.put("reason", known.reason());
    }

    /** Why there is neither a pass nor a failure, if that is so. */
    static void addReason(ObjectNode line, String verdict, String notClaimed, Trials trials, StepTrace.Trace trace) {
        switch (verdict) {
            case "NOT_CLAIMED" -> line.put("reason", notClaimed);
            case "INCONCLUSIVE" -> line.put("reason", "a precondition was not reached: " + trace.step());
            case "SUITE_ERROR" ->
                line.put(
                        "reason",
                        trials.failure().isPresent()
                                ? "the suite or an adapter broke"
                                : "the scenario could not be run: " + trace.step());
            default -> line.putNull("reason");
        }
    }

    static void addFailure(
            ObjectNode line, Run run, ScenarioInfo scenario, TrialFailure failure, String step, String message) {
        ObjectNode node = line.putObject("failure");
        node.put("step", step);
        node.put(
                "requirement",
                run.explainer()
                        .requirement(scenario, failure.finding())
                        .map(RequirementInfo::id)
                        .orElse(""));
        node.put("headline", failure.finding().headline());
        node.put("expected", failure.finding().expected());
        node.put("came", failure.finding().came());
        var besides = node.putArray("besides");
        Explainer.besides(scenario, failure).forEach(besides::add);
        node.put("message", message);
        var values = node.putArray("values");
        failure.values()
                .forEach((name, value) -> values.addObject().put("name", name).put("value", String.valueOf(value)));
        node.put("transcript", failure.story());
        node.put("token", failure.token().toString());
        boolean brief = run.options().brief();
        node.put("pcap", brief ? null : Exchanges.capture(scenario));
        node.put("ladder", brief ? null : Exchanges.ladder(scenario));
    }

    private static void putIds(
            ObjectNode line, String field, Trials trials, Function<Trial, Stream<String>> idsOfTrial) {
        var ids = line.putArray(field);
        trials.all().stream().flatMap(idsOfTrial).distinct().sorted().forEach(ids::add);
    }

    private static long micros(Trial trial) {
        return trial.world().timeline().now().toNanos() / 1000;
    }
}
