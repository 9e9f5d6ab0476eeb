package dev.plumbline.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.plumbline.faults.Fault;
import dev.plumbline.faults.Faults;
import dev.plumbline.forked.Compiled;
import dev.plumbline.reference.ReferenceProvider;
import dev.plumbline.results.JudgedRequirement;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Verdict;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.Detail;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import dev.plumbline.tidy.Extent;
import dev.plumbline.tidy.Project;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Whether a stack is judged by its own build or by the command: with one seed, each row has the same verdict. */
class SameVerdictsTest {
    private static final String PREFIX = "plumbline.";
    private static final int FAULTS = Extent.of(20, 5);
    private static final int TRIES = 12;
    private static final long SEED = 7;
    /** Of each protocol something, whatever else a stack is judged by. */
    private static final String USUAL = "@HS-2 or @UDP-3 or @IP-4";

    private final Map<String, String> before = new HashMap<>();

    @TempDir
    private Path folder;

    /** Whatever stack the test at work is about. */
    public static final class AnyStack implements StackProvider {
        private static StackProvider stack = new ReferenceProvider();

        @Override
        public String name() {
            return stack.name();
        }

        @Override
        public Set<Capability> capabilities() {
            return stack.capabilities();
        }

        @Override
        public Stack boot(Host host) {
            return stack.boot(host);
        }
    }

    @ConformanceTest(stack = AnyStack.class, forked = false)
    static final class Judged {}

    /**
     * Spread over all of them, so that each chapter has some; of those that a scenario of their own kills: what only a
     * law sees, a few scenarios may have no occasion for.
     */
    static List<Fault> faults() {
        Set<String> judged = judged();
        List<Fault> all = Faults.ALL.stream()
                .filter(fault -> fault.requirements().stream().allMatch(judged::contains))
                .toList();
        return IntStream.range(0, FAULTS)
                .mapToObj(i -> all.get(i * all.size() / FAULTS))
                .toList();
    }

    private static Set<String> judged() {
        return ConformanceRun.scenarios("").stream()
                .flatMap(scenario -> scenario.requirements().stream())
                .collect(Collectors.toSet());
    }

    @BeforeEach
    void forgetTheCommandLine() {
        for (String name : List.of("tags", "tries", "seed", "replay", "out", "deviations")) {
            String value = System.clearProperty(PREFIX + name);
            if (value != null) {
                before.put(PREFIX + name, value);
            }
        }
        System.setProperty("plumbline.out", folder.toString());
        System.setProperty("plumbline.tries", Integer.toString(TRIES));
        System.setProperty("plumbline.seed", Long.toString(SEED));
    }

    @AfterEach
    void remember() {
        for (String name : List.of("tags", "tries", "seed", "out", "deviations")) {
            System.clearProperty(PREFIX + name);
        }
        before.forEach(System::setProperty);
    }

    @Test
    void onTheReference() {
        assertSame(new ReferenceProvider(), "reference", Extent.scenarios(0), null);
    }

    @Test
    void onTheStackOfTheExample() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path sources = Project.root().resolve("examples/student-java/src/main/java");
        Compiled.folder(sources, classes, "StackProvider", "com.example.stack.MyProvider");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            StackProvider mine = (StackProvider) loader.loadClass("com.example.stack.MyProvider")
                    .getConstructor()
                    .newInstance();
            Map<String, Verdict> verdicts =
                    assertSame(mine, "jar:" + classes, USUAL + " or @PORT-3 or @UDP-2 or @DNS-1", null);
            assertThat(verdicts).containsEntry("PORT-3", Verdict.FAIL).containsEntry("DNS-1", Verdict.NOT_CLAIMED);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(String.valueOf(e.getMessage()), e);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void onAFault(Fault fault) {
        Map<String, Verdict> verdicts = assertSame(fault, fault.name(), tags(fault), null);
        assertThat(verdicts.values()).containsAnyOf(Verdict.FAIL, Verdict.DEVIATES, Verdict.NOT_DONE);
    }

    @Test
    void onALawThatIsListed() throws IOException {
        Path list = Files.writeString(
                folder.resolve("list.yaml"),
                "deviations: [{requirement: RFC1122/TTL, reason: On purpose., link: 'https://example.org'}]");
        Fault fault = Faults.ALL.stream()
                .filter(each -> each.name().equals("faulty:ttl-0"))
                .findFirst()
                .orElseThrow();
        assertThat(assertSame(fault, fault.name(), "@HS-2", list)).containsEntry("RFC1122/TTL", Verdict.LISTED);
    }

    /** The verdicts, which both agree on. */
    private Map<String, Verdict> assertSame(StackProvider stack, String name, String tags, @Nullable Path deviations) {
        Map<String, Verdict> byTheCommand = byTheCommand(name, tags, deviations);
        AnyStack.stack = stack;
        System.setProperty("plumbline.tags", tags);
        if (deviations != null) {
            System.setProperty("plumbline.deviations", deviations.toString());
        }
        Told told = new Told();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .build())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Judged.class))
                                .filters(EngineFilter.includeEngines("plumbline"))
                                .build(),
                        told);
        assertThat(told.verdicts).isNotEmpty();
        byTheCommand.keySet().retainAll(told.verdicts.keySet());
        assertThat(told.verdicts).isEqualTo(byTheCommand);
        return byTheCommand;
    }

    private Map<String, Verdict> byTheCommand(String stack, String tags, @Nullable Path deviations) {
        Path out = folder.resolve("command");
        RunOptions options = new RunOptions(stack, tags, TRIES, SEED, out, null, deviations, Detail.RESULTS);
        Judgement judgement =
                Judgement.of(ConformanceRun.run(options, new RunListener() {}).results(), false);
        return judgement.requirements().stream()
                .collect(Collectors.toMap(row -> row.requirement().id(), JudgedRequirement::verdict));
    }

    private static String tags(Fault fault) {
        Set<String> judged = judged();
        return Stream.concat(
                        Stream.of(USUAL),
                        fault.requirements().stream().filter(judged::contains).map(id -> "@" + id))
                .collect(Collectors.joining(" or "));
    }

    /** What JUnit is told of each row: the verdict, and a result that fits it. */
    private static final class Told implements TestExecutionListener {
        private final Map<String, Verdict> verdicts = new TreeMap<>();

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            verdicts.put(id(test), Verdict.valueOf(entry.getKeyValuePairs().get(Rows.VERDICT)));
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            verdicts.put(
                    id(test),
                    Stream.of(Verdict.values())
                            .filter(verdict ->
                                    reason.lines().findFirst().orElse("").equals(verdict.word()))
                            .findFirst()
                            .orElseThrow());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                assertThat(fitting(verdicts.get(id(test)))).contains(result.getStatus());
            }
        }

        private static Set<Status> fitting(Verdict verdict) {
            return switch (verdict) {
                case PASS -> Set.of(Status.SUCCESSFUL);
                case FAIL, ADAPTER, SUITE_ERROR, NOT_RUN -> Set.of(Status.FAILED);
                case INCONCLUSIVE -> Set.of(Status.FAILED, Status.ABORTED);
                case LISTED, DEVIATES, NOT_DONE -> Set.of(Status.ABORTED);
                case NOT_OBSERVABLE, NOT_CLAIMED, NOT_SELECTED, NO_OCCASION, LEFT_OUT, NO_SCENARIO -> Set.of();
            };
        }

        private static String id(TestIdentifier test) {
            return test.getUniqueIdObject().getLastSegment().getValue();
        }
    }
}
