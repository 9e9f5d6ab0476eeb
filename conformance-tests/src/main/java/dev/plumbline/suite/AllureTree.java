package dev.plumbline.suite;

import dev.plumbline.results.Outcome;
import dev.plumbline.results.ScenarioFiles;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.text.Shown;
import io.cucumber.plugin.ConcurrentEventListener;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Arranges the scenarios in Allure's report as the features arrange them: feature, rule, scenario. The Cucumber adapter would
 * make a story of each scenario, and lose a scenario's history when it moves to another line. It stands where the adapter
 * writes its results, so that each run has its own.
 */
final class AllureTree implements AllureResultsWriter {
    private static final String LESSON = "How the Internet carries data";
    private static final Set<Outcome> BROKEN = EnumSet.of(Outcome.INCONCLUSIVE, Outcome.ADAPTER, Outcome.SUITE_ERROR);
    private static final Set<String> REPLACED =
            Set.of("epic", "feature", "story", "testClass", "package", "parentSuite", "suite", "subSuite");

    private final Run run;
    private final AllureResultsWriter files;

    private AllureTree(Run run, AllureResultsWriter files) {
        this.run = run;
        this.files = files;
    }

    /** The adapter, which writes into a folder what it hears of a run. */
    static ConcurrentEventListener of(Run run, Path folder) {
        return new AllureCucumber7Jvm(new AllureLifecycle(new AllureTree(run, new FileSystemResultsWriter(folder))));
    }

    @Override
    public void write(TestResult result) {
        label(result, "gherkin_uri")
                .flatMap(uri -> run.scenarioNamed(Scenarios.fileOf(uri), String.valueOf(result.getName())))
                .ifPresent(scenario -> arrange(result, scenario));
        files.write(result);
    }

    /**
     * The hooks are methods to Cucumber; to a reader they are what happens around the steps, and worth a file each only if it
     * went wrong.
     */
    @Override
    public void write(TestResultContainer container) {
        container.getBefores().forEach(fixture -> fixture.setName("The worlds are made"));
        container.getAfters().forEach(fixture -> fixture.setName("The worlds are closed"));
        if (Stream.concat(container.getBefores().stream(), container.getAfters().stream())
                .anyMatch(fixture -> fixture.getStatus() != Status.PASSED)) {
            files.write(container);
        }
    }

    @Override
    public void write(String source, InputStream attachment) {
        files.write(source, attachment);
    }

    private void arrange(TestResult result, ScenarioInfo scenario) {
        List<Label> labels = result.getLabels().stream()
                .filter(label -> !REPLACED.contains(label.getName()))
                .collect(Collectors.toCollection(ArrayList::new));
        String rule = String.join(", ", scenario.requirements()) + "  " + scenario.rule();
        add(labels, ScenarioFiles.LABEL, scenario.id());
        add(labels, "epic", epic(scenario.id()));
        add(labels, "feature", scenario.feature());
        add(labels, "story", rule);
        add(labels, "parentSuite", run.options().stack());
        add(labels, "suite", scenario.feature());
        add(labels, "subSuite", rule);
        result.setLabels(labels);
        // As parameters these would stand behind every title in the tree.
        result.setDescription(run.explainer().describe(scenario) + "Stack **"
                + Shown.html(run.options().stack()) + "**, tries **"
                + run.options().tries() + "**, seed **" + run.options().seed() + "**");
        result.setParameters(List.of());
        escape(result);
        String history = run.options().stack() + " " + scenario.id();
        result.setHistoryId(
                UUID.nameUUIDFromBytes(history.getBytes(StandardCharsets.UTF_8)).toString());
        Optional<Outcome> outcome = run.results().outcome(scenario.id());
        // One that was not played, as the run was ended before, stays skipped; another without a result broke in the
        // suite.
        if (outcome.isPresent() || result.getStatus() != Status.SKIPPED) {
            mark(result, outcome.orElse(Outcome.SUITE_ERROR));
        }
    }

    /** Allure knows fewer kinds of results than there are outcomes; its categories tell them apart by the token. */
    static void mark(TestResult result, Outcome outcome) {
        if (BROKEN.contains(outcome)) {
            result.setStatus(Status.BROKEN);
        }
        if (outcome != Outcome.PASS) {
            StatusDetails details = Objects.requireNonNullElseGet(result.getStatusDetails(), StatusDetails::new);
            details.setTrace(outcome.token() + "\n" + Objects.requireNonNullElse(details.getTrace(), ""));
            result.setStatusDetails(details);
        }
    }

    /** The folder of features that a scenario stands in: the lesson, or an RFC. */
    static String epic(String id) {
        String folder = id.split("/", 2)[0];
        return folder.equals("lesson") ? LESSON : folder.replaceFirst("^rfc", "RFC ");
    }

    private static Optional<String> label(TestResult result, String name) {
        return result.getLabels().stream()
                .filter(label -> label.getName().equals(name))
                .map(Label::getValue)
                .findFirst();
    }

    private static void add(List<Label> labels, String name, String value) {
        labels.add(new Label().setName(name).setValue(value));
    }

    /** Allure puts messages and traces into its page as they are: what looks like a tag would be one. */
    static void escape(TestResult result) {
        escape(result.getStatusDetails());
        escape(result.getSteps());
    }

    private static void escape(List<StepResult> steps) {
        for (StepResult step : steps) {
            escape(step.getStatusDetails());
            escape(step.getSteps());
        }
    }

    private static void escape(@Nullable StatusDetails details) {
        if (details != null) {
            details.setMessage(html(details.getMessage()));
            details.setTrace(html(details.getTrace()));
        }
    }

    private static @Nullable String html(@Nullable String words) {
        return words == null ? null : Shown.html(words);
    }
}
