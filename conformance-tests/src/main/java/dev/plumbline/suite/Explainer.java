package dev.plumbline.suite;

import dev.plumbline.peer.Noticed;
import dev.plumbline.results.Clip;
import dev.plumbline.results.ReplayCommand;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.TrialFailure;
import java.util.List;
import java.util.Optional;

/** Tells a reader what is wrong, in the order in which questions come up. */
final class Explainer {
    private static final int MOST_LINES_OF_STORY = 60;
    /** In octets: what comes last in a message is what to do. */
    private static final int MOST_STORY = 8_000;

    private static final int MOST_OF_A_VALUE = 500;
    private static final int MOST_OF_ANOTHER = 100;
    private static final int MOST_HOLDING = 3;

    private final Catalogue catalogue;
    private final String stack;

    Explainer(Catalogue catalogue, String stack) {
        this.catalogue = catalogue;
        this.stack = stack;
    }

    /** The requirement that is violated: the finding's own, or the scenario's first. */
    Optional<Requirement> requirement(ScenarioInfo scenario, Finding finding) {
        if (finding.kind() == Finding.Kind.ADAPTER) {
            return Optional.empty();
        }
        String id = finding.requirement();
        return id != null
                ? catalogue.row(id)
                : scenario.requirements().stream().findFirst().flatMap(catalogue::row);
    }

    /** Where to look first, as far as the scenario and what happened in its step narrow that down. */
    List<String> causes(ScenarioInfo scenario, Finding finding, String step) {
        if (finding.kind() == Finding.Kind.ADAPTER) {
            return List.of(Mistakes.hint(stack));
        }
        List<String> hints = requirement(scenario, finding)
                .map(row -> catalogue.hints().causes(row, scenario))
                .orElse(List.of());
        return Pointers.sorted(hints, finding, step);
    }

    /** What a scenario stands for, for those who open it in a report. */
    String describe(ScenarioInfo scenario) {
        StringBuilder text = new StringBuilder();
        for (String id : scenario.requirements()) {
            catalogue
                    .row(id)
                    .ifPresent(row -> text.append("**")
                            .append(row.id())
                            .append("** ")
                            .append(row.statement())
                            .append(" *(")
                            .append(row.level().word())
                            .append("; ")
                            .append(row.source())
                            .append(")*\n\n"));
        }
        return text.toString();
    }

    String replayCommand(TrialFailure failure) {
        return ReplayCommand.of(stack, failure.token().toString());
    }

    /** The whole explanation. */
    String explain(ScenarioInfo scenario, StepTrace.Trace trace, TrialFailure failure) {
        Finding finding = failure.finding();
        StringBuilder text = new StringBuilder();
        Optional<Requirement> requirement = requirement(scenario, finding);
        requirement.ifPresent(r -> text.append(r.id())
                .append(" (")
                .append(r.level().word())
                .append("; ")
                .append(r.source())
                .append("): ")
                .append(r.statement())
                .append('\n'));
        text.append("Seen where:    ").append(scenario.name()).append("\n\n");
        boolean preparing = trace.isPreparing() && finding.kind() == Finding.Kind.VIOLATION;
        if ((preparing && finding.requirement() == null) || finding.kind() == Finding.Kind.UNREACHED) {
            text.append(
                    "Inconclusive: a precondition was not reached, so this requirement was not judged. What came first:\n");
        }
        text.append(Paragraphs.of(finding, besides(scenario, failure), failure.story()));
        text.append(values(failure)).append('\n');
        text.append("The exchange (< towards the endpoint, > from it; sequence numbers relative):\n");
        text.append(indent(Clip.lines(clip(failure.story()), MOST_STORY))).append('\n');
        List<String> noticed = noticed(failure);
        if (!noticed.isEmpty()) {
            text.append("Notice:\n").append(indent(String.join("\n", noticed))).append('\n');
        }
        text.append("The steps up to the one that failed:\n");
        text.append(indent(String.join("\n", trace.told()))).append('\n');
        List<String> causes = causes(scenario, finding, trace.step());
        if (!causes.isEmpty()) {
            text.append(Pointers.TITLE)
                    .append('\n')
                    .append(indent("- " + String.join("\n- ", causes)))
                    .append('\n');
        }
        return text.append("Replay:    ")
                .append(replayCommand(failure))
                .append('\n')
                .toString();
    }

    /** The laws that were broken in the same world and that the scenario does not stand for, each with what happened. */
    static List<String> besides(ScenarioInfo scenario, TrialFailure failure) {
        return failure.besides().stream()
                .filter(law -> !scenario.requirements().contains(String.valueOf(law.requirement())))
                .map(law -> law.requirement() + ": " + law.headline())
                .toList();
    }

    /** What the exchange shows by itself. */
    static List<String> noticed(TrialFailure failure) {
        return Noticed.in(failure.transcript(), failure.finding());
    }

    private static String values(TrialFailure failure) {
        if (failure.values().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("The smallest case found (the first to fail was trial ")
                .append(failure.trial() + 1)
                .append(" of ")
                .append(failure.trials())
                .append("):\n");
        failure.values()
                .forEach((name, value) -> text.append("    ")
                        .append(name)
                        .append(" = ")
                        .append(Clip.line(String.valueOf(value), MOST_OF_A_VALUE))
                        .append('\n'));
        failure.holding().entrySet().stream()
                .limit(MOST_HOLDING)
                .forEach(other -> text.append("With this one value instead it holds: ")
                        .append(other.getKey())
                        .append(" = ")
                        .append(Clip.line(String.valueOf(other.getValue()), MOST_OF_ANOTHER))
                        .append('\n'));
        return text.toString();
    }

    private static String clip(String story) {
        List<String> lines = story.lines().toList();
        if (lines.size() <= MOST_LINES_OF_STORY) {
            return story;
        }
        int half = MOST_LINES_OF_STORY / 2;
        return String.join("\n", lines.subList(0, half))
                + "\n... " + (lines.size() - 2 * half) + " lines more, which results.jsonl has ...\n"
                + String.join("\n", lines.subList(lines.size() - half, lines.size()));
    }

    private static String indent(String text) {
        return "    " + text.stripTrailing().replace("\n", "\n    ") + "\n";
    }
}
