package dev.plumbline.cli;

import dev.plumbline.results.Outcome;
import dev.plumbline.results.Results;
import dev.plumbline.suite.RunListener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Tells what has become of the failures of the run before as soon as they have been played again. */
final class FailuresFirst implements RunListener {
    private static final int SHOWN = 5;

    private final Progress shown;
    private final Set<String> open;
    private final int all;
    private final List<String> still = new ArrayList<>();
    private final BooleanSupplier goesOn;

    FailuresFirst(Progress shown, Set<String> failed, BooleanSupplier goesOn) {
        this.shown = shown;
        this.open = new HashSet<>(failed);
        this.all = failed.size();
        this.goesOn = goesOn;
    }

    @Override
    public synchronized void finished(String id, Outcome outcome) {
        shown.finished(id, outcome);
        if (open.remove(id)) {
            if (LastRun.isFailure(outcome)) {
                still.add(id);
            }
            if (open.isEmpty()) {
                shown.say(words());
            }
        }
    }

    private String words() {
        String held =
                (all - still.size()) + " of " + all + " that failed last time hold" + (all == 1 ? "s" : "") + " now";
        int more = still.size() - SHOWN;
        String names = String.join(", ", still.subList(0, Math.min(SHOWN, still.size())));
        return held + (still.isEmpty() ? "" : "; still: " + names + (more > 0 ? " and " + more + " more" : ""));
    }

    @Override
    public boolean goesOn() {
        return goesOn.getAsBoolean();
    }

    @Override
    public void planned(int scenarios) {
        shown.planned(scenarios);
    }

    @Override
    public void results(Supplier<Results> soFar) {
        shown.results(soFar);
    }

    @Override
    public void started(String id, String name) {
        shown.started(id, name);
    }

    @Override
    public void shrinks(String id, String name) {
        shown.shrinks(id, name);
    }

    @Override
    public void runsShort(String sentence) {
        shown.runsShort(sentence);
    }
}
