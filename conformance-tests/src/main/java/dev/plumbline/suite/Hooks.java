package dev.plumbline.suite;

import dev.plumbline.results.Deviation;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.trial.TrialFailure;
import dev.plumbline.trial.Trials;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** What happens around every scenario: its trials begin, and what came of them is written down. */
public final class Hooks {
    /** Hooks after a scenario run from the highest order to the lowest; the usual one is 10000. */
    private static final int BEFORE_THE_END = 20_000;

    private final Trials trials;
    private final StepTrace.Trace trace;
    private final Run run;
    private long started;
    private @Nullable ScenarioInfo info;
    private String message = "";
    private String reason = "";
    private Optional<Deviation> known = Optional.empty();

    /** For Cucumber. */
    public Hooks(Trials trials, StepTrace.Trace trace) {
        this.trials = trials;
        this.trace = trace;
        this.run = trace.run();
    }

    /** Makes the worlds, unless the stack does not claim what the scenario judges. */
    @Before
    public void begin(Scenario scenario) {
        ScenarioInfo described = run.scenario(scenario.getUri().toString(), scenario.getLine());
        EndOfProcess.standStillIfItIsNear();
        run.places(described).acquireUninterruptibly();
        run.endsEarly().ifPresent(why -> {
            run.places(described).release();
            throw new TestAbortedException(why);
        });
        info = described;
        started = System.nanoTime();
        run.budget().tell(run.listener());
        Optional<String> hindrance = run.hindrance(described);
        if (hindrance.isPresent()) {
            reason = hindrance.get();
            throw new TestAbortedException(reason);
        }
        run.listener().started(described.id(), described.name());
        trials.begin(run.setup(
                described, trace, failure -> orAborted(described, failure, tell(scenario, described, failure))));
    }

    /** A law that was broken in the last step is told here; before the result is written. */
    @After(order = BEFORE_THE_END)
    public void finish() {
        trials.finish();
    }

    /** Writes the result, and switches everything off. */
    @After
    public void end(Scenario scenario) {
        if (info != null) {
            try {
                end(scenario, info);
            } finally {
                run.places(info).release();
            }
        }
    }

    private void end(Scenario scenario, ScenarioInfo described) {
        trials.all().forEach(trial -> trial.world().transcript().seal());
        ScenarioResult result = new Ending(run, described, trials, trace, reason, message, known)
                .result(scenario.getStatus(), System.nanoTime() - started);
        trials.all().stream()
                .filter(trial -> !run.options().brief())
                .findFirst()
                .ifPresent(trial -> show(scenario, described, trial.world().story()));
        EndOfProcess.standStillIfItIsNear();
        trials.failure().map(TrialFailure::finding).ifPresent(finding -> {
            run.mistakes().heed(finding);
            run.order().heed(described.id(), finding);
        });
        run.results().add(result);
        run.listener().finished(described.id(), result.outcome());
        trials.close();
    }

    /** The first trial's exchange, also when all is well: it shows what right looks like, and must be the same in every run. */
    private void show(Scenario scenario, ScenarioInfo described, String story) {
        byte[] shown = Exchanges.bounded(story).getBytes(StandardCharsets.UTF_8);
        Exchanges.keepStory(run.results(), described, shown);
        if (trials.failure().isEmpty()) {
            scenario.attach(shown, "text/plain", "The exchange of packets, first trial");
        }
    }

    /** The failure's message; if the failure is known, it aborts the scenario instead: builds stay green, and show why. */
    private String orAborted(ScenarioInfo described, TrialFailure failure, String message) {
        boolean preparing = trace.isPreparing();
        known = Optional.of(failure)
                .filter(f -> Ending.outcome(Status.FAILED, Optional.of(f), preparing) == Outcome.FAIL)
                .flatMap(f -> run.deviations().listing(described, f.finding()));
        known.ifPresent(entry -> {
            throw new TestAbortedException(entry.words() + "\n\n" + message);
        });
        return message;
    }

    private String tell(Scenario scenario, ScenarioInfo described, TrialFailure failure) {
        return run.options().brief() ? failure.finding().headline() : explain(scenario, described, failure);
    }

    private String explain(Scenario scenario, ScenarioInfo described, TrialFailure failure) {
        message = run.explainer().explain(described, trace, failure);
        byte[] capture = Exchanges.pcapng(failure.transcript());
        String ladder = Exchanges.draw(failure);
        Exchanges.keep(run.results(), described, capture, ladder);
        scenario.attach(ladder.getBytes(StandardCharsets.UTF_8), "image/svg+xml", "The exchange as a ladder");
        scenario.attach(message.getBytes(StandardCharsets.UTF_8), "text/plain", "What is wrong");
        scenario.attach(
                Exchanges.bounded(failure.story()).getBytes(StandardCharsets.UTF_8),
                "text/plain",
                "The exchange of packets");
        scenario.attach(capture, "application/vnd.tcpdump.pcap", "capture.pcapng");
        return message;
    }
}
