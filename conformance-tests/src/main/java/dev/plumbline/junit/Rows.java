package dev.plumbline.junit;

import dev.plumbline.cause.Cause;
import dev.plumbline.cause.Causes;
import dev.plumbline.results.Deviation;
import dev.plumbline.results.Failure;
import dev.plumbline.results.JudgedRequirement;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.KnownDeviations;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What the judge of all runs says, as JUnit understands it. */
final class Rows {
    /** Beside a row's result, which knows less. */
    static final String VERDICT = "verdict";

    private final Judgement judgement;
    private final KnownDeviations deviations;
    private final boolean anyFailed;
    private final Optional<Causes> causes;

    /** Of a run that has ended. */
    Rows(Judgement judgement) {
        this(judgement, Optional.of(Causes.of(judgement)));
    }

    private Rows(Judgement judgement, Optional<Causes> causes) {
        this.judgement = judgement;
        this.causes = causes;
        this.deviations = new KnownDeviations(judgement.results());
        this.anyFailed = !judgement.with(Verdict.FAIL).isEmpty();
    }

    /** Of a part of one: which of its mistakes is to be repaired first nobody knows before the end. */
    static Rows ofAPart(Judgement judgement) {
        return new Rows(judgement, Optional.empty());
    }

    /** What to repair first, in a line, if anything. */
    Optional<String> first() {
        return mistake().map(cause -> cause.name() + ": " + cause.headline());
    }

    private Optional<Cause> mistake() {
        return causes.flatMap(all -> all.mistakes().stream().findFirst());
    }

    /** Whether nothing that another scenario finds can change what is said of a row. */
    boolean isCertain(RowDescriptor test) {
        return row(test).verdict() != Verdict.INCONCLUSIVE;
    }

    /** Tells what became of a row, which may have been told to begin. */
    void report(RowDescriptor test, boolean begun, EngineExecutionListener listener) {
        JudgedRequirement row = row(test);
        if (!begun && (row.verdict().light() == Verdict.Light.GREY || isLeftOut(row))) {
            listener.executionSkipped(test, notJudged(row));
            return;
        }
        if (!begun) {
            listener.executionStarted(test);
        }
        listener.reportingEntryPublished(
                test, ReportEntry.from(VERDICT, row.verdict().name()));
        listener.executionFinished(test, result(row));
    }

    /** It would fail, too, and says nothing of its own. */
    private boolean isLeftOut(JudgedRequirement row) {
        return row.verdict() == Verdict.NOT_RUN && judgement.results().isStopped();
    }

    private JudgedRequirement row(RowDescriptor test) {
        return judgement.requirements().stream()
                .filter(each -> each.requirement().id().equals(test.row().id()))
                .findFirst()
                .orElseThrow();
    }

    private String notJudged(JudgedRequirement row) {
        Stream<String> why = isLeftOut(row) ? judgement.complaints().stream().limit(1) : Stream.empty();
        return Stream.of(Stream.of(row.verdict().word()), why, words(row))
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n"));
    }

    /** What is wrong with the run as a whole; it must not pass for one that judged all that it was asked to. */
    TestExecutionResult ofTheRun() {
        List<String> orphans = judgement.results().scenarios().stream()
                .filter(scenario -> scenario.outcome() == Outcome.FAIL)
                .filter(scenario -> scenario.requirements().isEmpty())
                .map(scenario -> about(Verdict.FAIL, scenario))
                .toList();
        String words =
                Stream.of(judgement.complaints(), orphans).flatMap(List::stream).collect(Collectors.joining("\n\n"));
        return words.isEmpty() ? TestExecutionResult.successful() : failed(words);
    }

    /** A row that was not judged does not pass for one that holds; but where another fails, that one is to be read first. */
    private TestExecutionResult result(JudgedRequirement row) {
        return switch (row.verdict()) {
            case PASS -> TestExecutionResult.successful();
            case FAIL, ADAPTER, SUITE_ERROR -> failed(joined(row));
            case NOT_RUN -> isLeftOut(row) ? aborted(notJudged(row)) : failed(joined(row));
            case INCONCLUSIVE -> anyFailed ? aborted(joined(row)) : failed(joined(row));
            case LISTED, DEVIATES, NOT_DONE -> aborted(joined(row));
            case NOT_OBSERVABLE, NOT_CLAIMED, NOT_SELECTED, NO_OCCASION, LEFT_OUT, NO_SCENARIO ->
                aborted(notJudged(row));
        };
    }

    private String joined(JudgedRequirement row) {
        String words = words(row).collect(Collectors.joining("\n\n"));
        return words.isEmpty() ? row.verdict().word() : words;
    }

    private Stream<String> words(JudgedRequirement row) {
        Function<ScenarioResult, String> about = scenario -> about(row.verdict(), scenario);
        Stream<String> listed =
                row.verdict() == Verdict.LISTED ? deviations.of(row).stream().map(Deviation::words) : Stream.empty();
        return Stream.concat(listed, row.decisive().stream().map(about)).distinct();
    }

    private String about(Verdict verdict, ScenarioResult scenario) {
        Failure failure = scenario.failure();
        if (failure == null) {
            return scenario.name() + ": " + Objects.requireNonNullElse(scenario.reason(), verdict.word());
        }
        String words = place(scenario) + (failure.message().isEmpty() ? failure.headline() : failure.message());
        boolean stopped = verdict == Verdict.INCONCLUSIVE && scenario.outcome() == Outcome.FAIL;
        return stopped ? "not judged, since this was broken:\n" + words : words;
    }

    /** Which of the failures to begin with. */
    private String place(ScenarioResult scenario) {
        return causes.flatMap(all -> all.place(scenario))
                .map(words -> words + "\n\n")
                .orElse("");
    }

    private static TestExecutionResult failed(String words) {
        AssertionFailedError failure = new AssertionFailedError(words);
        failure.setStackTrace(new StackTraceElement[0]);
        return TestExecutionResult.failed(failure);
    }

    private static TestExecutionResult aborted(String words) {
        return TestExecutionResult.aborted(new TestAbortedException(words));
    }
}
