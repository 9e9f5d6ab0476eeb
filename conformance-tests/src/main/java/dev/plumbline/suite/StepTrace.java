package dev.plumbline.suite;

import dev.plumbline.values.Drawn;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestRunFinished;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Cucumber plug-in that knows which run a scenario belongs to, which step is at work, and what the scenario says: hooks and
 * steps cannot see that. Cucumber makes it for each execution, from its name and the number of a run.
 */
public final class StepTrace implements ConcurrentEventListener {
    private static final Pattern ANY = Pattern.compile("\\bany\\b");
    /** A thread plays one scenario at a time. */
    private static final ThreadLocal<@Nullable Trace> CURRENT = new ThreadLocal<>();

    /** The runs that wait for Cucumber to make their plug-in, by number. */
    private static final Map<String, Run> WAITING = new ConcurrentHashMap<>();

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Run run;
    private final boolean ownRun;

    /** The steps of one scenario. */
    static final class Trace {
        private final Run run;
        private final List<String> told = new ArrayList<>();
        private boolean quantified;
        private boolean preparing = true;
        private boolean failed;
        private String step = "";

        private Trace(Run run) {
            this.run = run;
        }

        /** The run that the scenario is part of. */
        Run run() {
            return run;
        }

        /** Whether the scenario says "any", or uses a word that draws. */
        boolean isQuantified() {
            return quantified;
        }

        /** Whether the step at work, or the one that failed, prepares the scene (a Given). */
        boolean isPreparing() {
            return preparing;
        }

        /** The step at work, or the one that failed, with its keyword. */
        String step() {
            return step;
        }

        /** Remembers where it stands, to be called where trials take the steps that others have taken before. */
        Runnable bookmark() {
            String wasAt = step;
            boolean wasPreparing = preparing;
            int steps = told.size();
            return () -> {
                step = wasAt;
                preparing = wasPreparing;
                told.subList(steps, told.size()).clear();
            };
        }

        /** The steps so far, the one at work last. */
        List<String> told() {
            return List.copyOf(told);
        }
    }

    /** For Cucumber where nobody has started a run: the system properties say what to do. */
    public StepTrace() {
        this.run = Run.ofSystemProperties();
        this.ownRun = true;
    }

    /** For Cucumber, with the number that {@link #plugin} has given a run. */
    public StepTrace(String number) {
        this.run = Objects.requireNonNull(WAITING.remove(number), "there is no run number " + number);
        this.ownRun = false;
    }

    /** The plug-in as Cucumber is to be asked for it, once. */
    static String plugin(Run run) {
        String number = Integer.toString(NUMBERS.incrementAndGet());
        WAITING.put(number, run);
        return StepTrace.class.getName() + ":" + number;
    }

    /** Takes back a plug-in that Cucumber has not come to make. */
    static void withdraw(String plugin) {
        WAITING.remove(plugin.substring(plugin.indexOf(':') + 1));
    }

    /** The scenario at work on this thread. */
    static Trace onThisThread() {
        return Objects.requireNonNull(CURRENT.get(), "no scenario is at work on this thread");
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, this::begin);
        publisher.registerHandlerFor(TestStepStarted.class, StepTrace::step);
        publisher.registerHandlerFor(TestStepFinished.class, StepTrace::finished);
        run.report().ifPresent(report -> report.setEventPublisher(publisher));
        publisher.registerHandlerFor(TestCaseFinished.class, event -> CURRENT.remove());
        publisher.registerHandlerFor(TestRunFinished.class, event -> end());
    }

    private void begin(TestCaseStarted event) {
        Trace trace = new Trace(run);
        trace.quantified = event.getTestCase().getTestSteps().stream()
                .filter(PickleStepTestStep.class::isInstance)
                .map(PickleStepTestStep.class::cast)
                .anyMatch(StepTrace::draws);
        CURRENT.set(trace);
    }

    /** A step says "any", or one of its words is drawn by its nature: a place in the window is many numbers. */
    private static boolean draws(PickleStepTestStep step) {
        return ANY.matcher(step.getStep().getText()).find()
                || step.getDefinitionArgument().stream().anyMatch(word -> Drawn.isDrawn(word.getParameterTypeName()));
    }

    private void end() {
        if (ownRun) {
            run.close();
        }
    }

    private static void step(TestStepStarted event) {
        // Cucumber announces the steps behind one that failed, too, although it skips them.
        Trace trace = onThisThread();
        if (event.getTestStep() instanceof PickleStepTestStep step && !trace.failed) {
            String keyword = step.getStep().getKeyword().strip();
            if (keyword.equals("Given") || keyword.equals("When") || keyword.equals("Then")) {
                trace.preparing = keyword.equals("Given");
            }
            trace.step = keyword + " " + step.getStep().getText();
            trace.told.add(trace.step);
        }
    }

    private static void finished(TestStepFinished event) {
        Status status = event.getResult().getStatus();
        Trace trace = onThisThread();
        trace.failed |= status == Status.FAILED || status == Status.SKIPPED;
        if (status == Status.UNDEFINED && event.getTestStep() instanceof PickleStepTestStep step) {
            trace.step = "undefined: " + step.getStep().getText();
        }
    }
}
