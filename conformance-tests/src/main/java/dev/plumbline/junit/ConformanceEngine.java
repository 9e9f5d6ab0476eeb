package dev.plumbline.junit;

import dev.plumbline.results.Folders;
import dev.plumbline.results.History;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.RunPages;
import dev.plumbline.suite.CannotRun;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.RunOptions;
import dev.plumbline.suite.RunOutcome;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds the classes with a {@link ConformanceTest} and runs the suite once for each. */
public final class ConformanceEngine implements TestEngine {
    /** Builds show it among what their tests say. */
    private static final Logger LOG = System.getLogger("dev.plumbline");

    /** For JUnit's platform, which finds it as a service. */
    public ConformanceEngine() {}

    @Override
    public String getId() {
        return "plumbline";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        EngineDescriptor engine = new EngineDescriptor(uniqueId, "Plumbline");
        EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
                .addClassContainerSelectorResolver(ConformanceEngine::isConformanceTest)
                .addSelectorResolver(new Resolver())
                .build()
                .resolve(request, engine);
        return engine;
    }

    @Override
    public void execute(ExecutionRequest request) {
        TestDescriptor engine = request.getRootTestDescriptor();
        EngineExecutionListener listener = request.getEngineExecutionListener();
        listener.executionStarted(engine);
        for (TestDescriptor child : List.copyOf(engine.getChildren())) {
            listener.executionStarted(child);
            listener.executionFinished(child, judge((StackDescriptor) child, listener));
        }
        listener.executionFinished(engine, TestExecutionResult.successful());
    }

    /** The rows have results of their own; the class fails only if there was no run, or something is wrong with it. */
    private static TestExecutionResult judge(StackDescriptor test, EngineExecutionListener listener) {
        LiveRows live = new LiveRows(test, listener);
        RunOptions options;
        RunOutcome outcome;
        Judgement judgement;
        try {
            ClassPath.requireTheSuiteOnce();
            options = test.options();
            clear(options.out());
            long seed = options.seed();
            LOG.log(Level.INFO, () -> test.getDisplayName() + " is judged with " + test.seedInWords(seed));
            outcome = ConformanceRun.run(options, live);
            judgement = Judgement.of(outcome.results(), false);
        } catch (CannotRun e) {
            return TestExecutionResult.failed(e);
        }
        Rows rows = new Rows(judgement);
        live.endAll(rows);
        rows.first().ifPresent(first -> LOG.log(Level.INFO, () -> "repair this first: " + first));
        leavePages(judgement, options.out());
        return outcome.trouble()
                .map(why -> TestExecutionResult.failed(new CannotRun(why)))
                .orElseGet(rows::ofTheRun);
    }

    /** What an earlier run left would be taken for this one's: Allure shows each result that lies there. */
    private static void clear(Path folder) {
        try {
            if (Files.exists(folder.resolve("results.jsonl"))) {
                Folders.empty(folder, Set.of(folder.resolve(History.NAME)));
            }
        } catch (IOException e) {
            throw new CannotRun(folder + " holds an earlier run that cannot be removed: " + e, e);
        }
    }

    /** By whoever makes pages, if the build has module reports. */
    private static void leavePages(Judgement judgement, Path folder) {
        ServiceLoader.load(RunPages.class, ConformanceEngine.class.getClassLoader())
                .forEach(pages -> pages.write(judgement, folder)
                        .forEach(page -> LOG.log(Level.INFO, () -> "page: " + page.toAbsolutePath())));
    }

    private static boolean isConformanceTest(Class<?> type) {
        return AnnotationSupport.isAnnotated(type, ConformanceTest.class);
    }

    private static final class Resolver implements SelectorResolver {
        @Override
        public Resolution resolve(ClassSelector selector, Context context) {
            Class<?> type = selector.getJavaClass();
            if (!isConformanceTest(type)) {
                return Resolution.unresolved();
            }
            Optional<StackDescriptor> added = context.addToParent(parent ->
                    Optional.of(new StackDescriptor(parent.getUniqueId().append("class", type.getName()), type)));
            added.filter(test -> test.getChildren().isEmpty()).ifPresent(Resolver::addRows);
            return added.map(test -> Resolution.match(Match.exact(test))).orElseGet(Resolution::unresolved);
        }

        /** A row that no scenario of the selection stands for has nothing to show, unless it is a law. */
        private static void addRows(StackDescriptor test) {
            for (Requirement row : test.requirements()) {
                test.section(row.section()).addChild(new RowDescriptor(test.section(row.section()), row));
            }
        }
    }
}
