package dev.plumbline.junit;

import dev.plumbline.results.Judgement;
import dev.plumbline.results.Judging;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Results;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.suite.RunListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/**
 * Tells JUnit of each requirement's test when its first scenario begins, and what became of it when its last one has ended: a build
 * shows what it is at, and each test has its own time. What only the whole run can tell waits for its end: laws, which watch every
 * scenario, whether something that came to no verdict is to be blamed on another mistake, and which mistake is to be repaired first.
 */
final class LiveRows implements RunListener {
    private final StackDescriptor test;
    private final EngineExecutionListener listener;
    private final Map<String, List<RowDescriptor>> byScenario = new HashMap<>();
    private final Map<RowDescriptor, Integer> open = new HashMap<>();
    private final Set<TestDescriptor> begun = new HashSet<>();
    private final Set<TestDescriptor> ended = new HashSet<>();
    private Supplier<Results> soFar = () -> {
        throw new IllegalStateException("the run has not begun");
    };

    LiveRows(StackDescriptor test, EngineExecutionListener listener) {
        this.test = test;
        this.listener = listener;
        Map<String, RowDescriptor> rows = new HashMap<>();
        for (TestDescriptor section : test.getChildren()) {
            section.getChildren().stream()
                    .map(RowDescriptor.class::cast)
                    .filter(row -> row.row().judging() == Judging.SCENARIOS)
                    .forEach(row -> rows.put(row.row().id(), row));
        }
        test.scenarios().forEach(scenario -> learn(scenario, rows));
    }

    private void learn(ScenarioInfo scenario, Map<String, RowDescriptor> rows) {
        List<RowDescriptor> own = scenario.requirements().stream()
                .filter(rows::containsKey)
                .map(rows::get)
                .toList();
        byScenario.put(scenario.id(), own);
        own.forEach(row -> open.merge(row, 1, Integer::sum));
    }

    @Override
    public synchronized void results(Supplier<Results> run) {
        soFar = run;
    }

    @Override
    public synchronized void started(String id, String name) {
        rowsOf(id).forEach(this::begin);
    }

    @Override
    public synchronized void finished(String id, Outcome outcome) {
        for (RowDescriptor row : rowsOf(id)) {
            if (open.merge(row, -1, Integer::sum) == 0) {
                Rows judged = Rows.ofAPart(Judgement.of(onlyAbout(row), false));
                if (judged.isCertain(row)) {
                    end(row, judged);
                }
            }
        }
    }

    private List<RowDescriptor> rowsOf(String scenario) {
        return byScenario.getOrDefault(scenario, List.of());
    }

    /** As if no other scenario had been played; with all of the catalogue, for a law may have ended it. */
    private Results onlyAbout(RowDescriptor row) {
        Results all = soFar.get();
        return new Results(
                all.run(),
                all.requirements(),
                all.deviations(),
                all.scenarios().stream()
                        .filter(scenario ->
                                scenario.requirements().contains(row.row().id()))
                        .toList(),
                null);
    }

    /** The run has ended: all that is left. */
    synchronized void endAll(Rows judged) {
        for (TestDescriptor section : test.getChildren()) {
            beginSection(section);
            new ArrayList<>(section.getChildren())
                    .stream().filter(row -> !ended.contains(row)).forEach(row -> end((RowDescriptor) row, judged));
            listener.executionFinished(section, TestExecutionResult.successful());
        }
    }

    private void begin(RowDescriptor row) {
        if (begun.add(row)) {
            row.getParent().ifPresent(this::beginSection);
            listener.executionStarted(row);
        }
    }

    private void beginSection(TestDescriptor section) {
        if (begun.add(section)) {
            listener.executionStarted(section);
        }
    }

    private void end(RowDescriptor row, Rows judged) {
        ended.add(row);
        row.getParent().ifPresent(this::beginSection);
        judged.report(row, begun.contains(row), listener);
    }
}
