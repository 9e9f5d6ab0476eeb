package dev.plumbline.cli;

import dev.plumbline.index.Index;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.suite.CannotRun;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.Detail;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import dev.plumbline.suite.RunOutcome;
import java.util.List;
import java.util.function.Supplier;

/** The suite of this build. */
final class ConformanceSuite implements Suite {
    @Override
    public RunOutcome run(Options options, RunListener listener) {
        return orRefused(() -> ConformanceRun.run(
                new RunOptions(
                        options.stack(),
                        options.tags(),
                        options.tries(),
                        options.seed(),
                        options.out(),
                        options.replay(),
                        options.deviations(),
                        options.pages() ? Detail.PAGES : Detail.RESULTS,
                        options.budget(),
                        options.again(),
                        options.all()),
                listener));
    }

    @Override
    public List<StackRow> stacks() {
        return orRefused(() -> ConformanceRun.stacks().stream()
                .map(stack -> new StackRow(
                        stack.name(),
                        stack.capabilities().stream().sorted().map(Enum::name).toList(),
                        stack.unavailable()))
                .toList());
    }

    @Override
    public StackProvider stack(String name) {
        return orRefused(() -> ConformanceRun.stack(name));
    }

    @Override
    public List<String> otherStacks() {
        return orRefused(ConformanceRun::otherStacks);
    }

    @Override
    public List<Requirement> catalogue() {
        return orRefused(ConformanceRun::catalogue);
    }

    @Override
    public List<ScenarioInfo> scenarios(String tags) {
        return orRefused(() -> ConformanceRun.scenarios(tags));
    }

    @Override
    public Index index() {
        return Index.load();
    }

    @Override
    public String exchange(ScenarioInfo scenario) {
        return orRefused(() -> ConformanceRun.exchange("reference", scenario));
    }

    private static <T> T orRefused(Supplier<T> call) {
        try {
            return call.get();
        } catch (CannotRun e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }
}
