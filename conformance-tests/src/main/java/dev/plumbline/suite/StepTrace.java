package dev.plumbline.suite;

import dev.plumbline.values.Drawn;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestRunFinished;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A Cucumber plug-in that knows which step is at work, and what the scenario says: hooks and steps cannot see that. */
public final class StepTrace implements ConcurrentEventListener {
    private static final Pattern ANY = Pattern.compile("\\bany\\b");
    private static final ThreadLocal<Trace> CURRENT = ThreadLocal.withInitial(Trace::new);

    /** The steps of the scenario that runs on this thread. */
    static final class Trace {
        private final List<String> told = new ArrayList<>();
        private boolean quantified;
        private boolean preparing = true;
        private boolean failed;
        private String step = "";

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

        /** The steps so far, the one at work last. */
        List<String> told() {
            return List.copyOf(told);
        }
    }

    /** For Cucumber. */
    public StepTrace() {}

    static Trace current() {
        return CURRENT.get();
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, StepTrace::begin);
        publisher.registerHandlerFor(TestStepStarted.class, StepTrace::step);
        publisher.registerHandlerFor(TestStepFinished.class, StepTrace::finished);
        publisher.registerHandlerFor(TestRunFinished.class, event -> Run.finishCurrent());
    }

    private static void begin(TestCaseStarted event) {
        Trace trace = new Trace();
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

    private static void step(TestStepStarted event) {
        // Cucumber announces the steps behind one that failed, too, although it skips them.
        if (event.getTestStep() instanceof PickleStepTestStep step && !CURRENT.get().failed) {
            Trace trace = CURRENT.get();
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
        CURRENT.get().failed |= status == Status.FAILED || status == Status.SKIPPED;
        if (status == Status.UNDEFINED && event.getTestStep() instanceof PickleStepTestStep step) {
            CURRENT.get().step = "undefined: " + step.getStep().getText();
        }
    }
}
