package dev.plumbline.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.ReferenceProvider;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.ForwardingHost;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.wire.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** JUnit's platform runs an annotated class as it would in the build of a student's stack. */
class ConformanceEngineTest {
    private static final Set<String> PROPERTIES = Set.of(
            "plumbline.tags",
            "plumbline.tries",
            "plumbline.seed",
            "plumbline.replay",
            "plumbline.out",
            "plumbline.deviations",
            "plumbline.all");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> before = new HashMap<>();

    @TempDir
    private Path folder;

    /** What somebody said on the command line of the build is meant for another run. */
    @BeforeEach
    void forgetTheCommandLine() {
        for (String name : PROPERTIES) {
            String value = System.clearProperty(name);
            if (value != null) {
                before.put(name, value);
            }
        }
        System.setProperty("plumbline.out", folder.toString());
    }

    @AfterEach
    void remember() {
        PROPERTIES.forEach(System::clearProperty);
        before.forEach(System::setProperty);
    }

    /** The reference, but for its TCP: nothing of that ever leaves. */
    public static final class WithoutTcp implements StackProvider {
        private final StackProvider reference = new ReferenceProvider();

        @Override
        public String name() {
            return "without-tcp";
        }

        @Override
        public Set<Capability> capabilities() {
            return reference.capabilities();
        }

        @Override
        public Stack boot(Host host) {
            return reference.boot(new ForwardingHost(host) {
                @Override
                public void transmit(Link link, Octets datagram) {
                    boolean tcp = Ipv4Packet.decode(datagram)
                            .value()
                            .filter(packet -> packet.protocol().equals(IpProtocol.TCP))
                            .isPresent();
                    if (!tcp) {
                        super.transmit(link, datagram);
                    }
                }
            });
        }
    }

    /** It claims to be a stack. */
    public static final class Silent implements StackProvider {
        @Override
        public String name() {
            return "silent";
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.IPV4, Capability.ICMP, Capability.UDP, Capability.TCP);
        }

        @Override
        public Stack boot(Host host) {
            return new Stack() {
                @Override
                public void receive(Link link, Octets datagram) {
                    // There is nobody there.
                }

                @Override
                public void close() {
                    // Nor was there.
                }
            };
        }
    }

    @ConformanceTest(stack = ReferenceProvider.class, tags = "@HS-2 or @UDP-3", tries = 3, seed = 5, forked = false)
    static final class Conforming {}

    @ConformanceTest(stack = WithoutTcp.class, tags = "@HS-1 or @HS-2 or @PORT-1", tries = 2, seed = 5, forked = false)
    static final class FailingMuch {}

    @ConformanceTest(stack = Silent.class, tags = "level/3", tries = 1, seed = 5, forked = false)
    static final class Missing {}

    @ConformanceTest(stack = WithoutTcp.class, tags = "@HS-2 or @UDP-3", tries = 3, seed = 5, forked = false)
    static final class Failing {}

    @ConformanceTest(stack = ReferenceProvider.class, tags = "@UDP-3", tries = 1)
    static final class Forked {}

    @ConformanceTest(stack = ReferenceProvider.class, tags = "@NO-1", forked = false)
    static final class Empty {}

    @ConformanceTest(stack = String.class, tags = "@UDP-3", forked = false)
    static final class NoStack {}

    static final class Plain {}

    @Test
    void eachRowThatHasAScenarioIsATestAndEachLaw() {
        TestPlan plan = launcher().discover(request(Conforming.class));
        assertThat(plan.getRoots()).singleElement().satisfies(engine -> {
            assertThat(plan.getChildren(engine))
                    .extracting(TestIdentifier::getDisplayName)
                    .containsExactly("Conforming");
            assertThat(plan.getDescendants(engine))
                    .filteredOn(TestIdentifier::isTest)
                    .extracting(ConformanceEngineTest::id)
                    .contains("HS-2", "UDP-3", "RFC791/HEADER")
                    .doesNotContain("HS-1", "DNS-1")
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void aClassWithoutTheAnnotationIsNoTest() {
        assertThat(launcher().discover(request(Plain.class)).containsTests()).isFalse();
    }

    @Test
    void theRowsOfAStackThatConformsAreGreen() {
        Outcome outcome = run(Conforming.class);
        assertThat(outcome.row("HS-2").getStatus()).isEqualTo(Status.SUCCESSFUL);
        assertThat(outcome.row("UDP-3").getStatus()).isEqualTo(Status.SUCCESSFUL);
        assertThat(outcome.row("RFC9293/MUST-2").getStatus()).isEqualTo(Status.SUCCESSFUL);
        assertThat(outcome.skipped).containsEntry("RFC1035/MESSAGE", "nothing to judge here");
        assertThat(outcome.results.values()).noneMatch(result -> result.getStatus() == Status.FAILED);
    }

    @Test
    void theRowsThatAMistakeBreaksAreRedAndSayWhy() {
        Outcome outcome = run(Failing.class);
        assertThat(outcome.row("HS-2").getStatus()).isEqualTo(Status.FAILED);
        assertThat(outcome.row("HS-2").getThrowable())
                .get()
                .satisfies(why -> assertThat(why).hasMessageContaining("the endpoint did not send what it must"));
        assertThat(outcome.row("UDP-3").getStatus()).isEqualTo(Status.SUCCESSFUL);
        assertThat(outcome.row("Failing").getStatus()).isEqualTo(Status.SUCCESSFUL);
    }

    /** Each of them would call itself the first, as nobody knows better before the end: that is told in the build's log. */
    @Test
    void aRowThatFailsWhileOthersArePlayedDoesNotSayThatItComesFirst() {
        Outcome outcome = run(FailingMuch.class);
        assertThat(outcome.told(Status.FAILED))
                .hasSizeGreaterThan(1)
                .noneMatch(why -> why.contains("Repair this first"));
    }

    @Test
    void rowsThatStandOnWhatFailsAreSkippedAndTheClassSaysWhy() {
        Outcome outcome = run(Missing.class);
        String why = "the run ended early: ";
        assertThat(outcome.row("IP-6").getStatus()).isEqualTo(Status.FAILED);
        assertThat(outcome.skipped.get("HS-6"))
                .startsWith("not played\n" + why)
                .contains("about addresses and packets fail");
        assertThat(outcome.results).doesNotContainKey("HS-6");
        assertThat(outcome.row("Missing").getThrowable())
                .get()
                .satisfies(failure -> assertThat(failure).hasMessageStartingWith(why));
        System.setProperty("plumbline.all", "true");
        Outcome all = run(Missing.class);
        assertThat(all.results).containsKey("HS-6");
        assertThat(all.row("Missing").getStatus()).isEqualTo(Status.SUCCESSFUL);
    }

    @Test
    void whatTheAnnotationSaysIsHeeded() throws IOException {
        var unused = run(Conforming.class);
        assertThat(runOf(Conforming.class))
                .hasToString("in-process:dev.plumbline.reference.ReferenceProvider @HS-2 or @UDP-3 3 5");
    }

    @Test
    void systemPropertiesHavePrecedence() throws IOException {
        System.setProperty("plumbline.tags", "@UDP-3");
        System.setProperty("plumbline.tries", "2");
        System.setProperty("plumbline.seed", "9");
        Outcome outcome = run(Conforming.class);
        assertThat(runOf(Conforming.class))
                .hasToString("in-process:dev.plumbline.reference.ReferenceProvider @UDP-3 2 9");
        assertThat(outcome.results).containsKey("UDP-3").doesNotContainKey("HS-2");
    }

    @Test
    void unlessToldOtherwiseTheStackHasAProcessOfItsOwn() throws IOException {
        Outcome outcome = run(Forked.class);
        assertThat(outcome.row("UDP-3").getStatus()).isEqualTo(Status.SUCCESSFUL);
        assertThat(runOf(Forked.class))
                .isEqualTo("class:dev.plumbline.reference.ReferenceProvider @UDP-3 1 " + SuitesSeed.value());
    }

    @Test
    void nothingIsLeftOfTheRunBeforeButItsHistory() throws IOException {
        var unused = run(Failing.class);
        Path out = folder.resolve("Failing");
        Path failures = out.resolve("failures");
        Path history = Files.writeString(out.resolve("history.jsonl"), "a run\n");
        assertThat(failures).isNotEmptyDirectory();
        System.setProperty("plumbline.tags", "@UDP-3");
        unused = run(Failing.class);
        assertThat(failures)
                .satisfiesAnyOf(
                        gone -> assertThat(gone).doesNotExist(),
                        empty -> assertThat(empty).isEmptyDirectory());
        assertThat(history).content().startsWith("a run\n");
    }

    /** It is no folder of ours. */
    @Test
    void aFolderWithoutResultsIsNotEmptied() throws IOException {
        Path others = Files.createDirectories(folder.resolve("Conforming").resolve("thesis"));
        Path text = Files.writeString(others.resolve("chapter-1.txt"), "At the beginning");
        var unused = run(Conforming.class);
        assertThat(text).hasContent("At the beginning");
    }

    @Test
    void anotherSeedIsDrawnForWhoAsks() throws IOException {
        System.setProperty("plumbline.seed", "random");
        var unused = run(Conforming.class);
        assertThat(runOf(Conforming.class)).doesNotEndWith(" 5").doesNotEndWith(" " + SuitesSeed.value());
        System.setProperty("plumbline.seed", "yesterday's");
        assertThat(failure(Conforming.class)).hasMessageContaining("expected a whole number or 'random'");
    }

    /** So Maven shows what it is at, and each row has its own time; laws watch all scenarios, and end last. */
    @Test
    void aRowIsToldWhenItsLastScenarioHasEnded() {
        Outcome outcome = run(Conforming.class);
        assertThat(outcome.order)
                .containsSubsequence("> HS-2", "< HS-2", "< RFC9293/MUST-2")
                .containsSubsequence("> UDP-3", "< UDP-3", "< RFC9293/MUST-2")
                .doesNotHaveDuplicates();
        boolean handshakeFirst = outcome.order.indexOf("> HS-2") < outcome.order.indexOf("> UDP-3");
        assertThat(outcome.order)
                .containsSubsequence(
                        handshakeFirst
                                ? List.of("> HS-2", "< HS-2", "> UDP-3", "< UDP-3")
                                : List.of("> UDP-3", "< UDP-3", "> HS-2", "< HS-2"));
    }

    /** Each of them would have Cucumber play nothing, or other features. */
    @ParameterizedTest
    @CsvSource({
        "cucumber.execution.dry-run, true",
        "cucumber.filter.tags, @nobody",
        "cucumber.filter.name, nothing",
        "cucumber.features, classpath:none",
        "cucumber.plugin, pretty",
        "junit.platform.launcher.interceptors.enabled, true"
    })
    void settingsOfTheBuildThatWouldRunNothingAreNotHeard(String name, String value) {
        System.setProperty(name, value);
        try {
            Outcome outcome = run(Failing.class);
            assertThat(outcome.row("HS-2").getStatus()).isEqualTo(Status.FAILED);
            assertThat(outcome.row("UDP-3").getStatus()).isEqualTo(Status.SUCCESSFUL);
        } finally {
            System.clearProperty(name);
        }
    }

    @Test
    void tagsThatSelectNothingFailTheClass() {
        assertThat(failure(Empty.class)).hasMessageContaining("no scenario has the tags '@NO-1'");
    }

    @Test
    void aClassThatIsNoStackFailsTheTest() {
        assertThat(failure(NoStack.class)).hasMessageContaining("java.lang.String");
    }

    /** Where nothing was judged no row may say anything. */
    private Throwable failure(Class<?> type) {
        Outcome outcome = run(type);
        TestExecutionResult result = outcome.row(type.getSimpleName());
        assertThat(result.getStatus()).isEqualTo(Status.FAILED);
        assertThat(outcome.results).containsOnlyKeys("plumbline", type.getSimpleName());
        return result.getThrowable().orElseThrow();
    }

    /** Stack, tags, tries and seed, as the run's results tell them. */
    private String runOf(Class<?> type) throws IOException {
        Path results = folder.resolve(type.getSimpleName()).resolve("results.jsonl");
        JsonNode run = JSON.readTree(Files.readAllLines(results).get(0));
        return String.join(
                " ",
                run.path("stack").asText(),
                run.path("tags").asText(),
                run.path("tries").asText(),
                run.path("seed").asText());
    }

    private static Outcome run(Class<?> type) {
        Outcome outcome = new Outcome();
        launcher().execute(request(type), outcome);
        return outcome;
    }

    private static LauncherDiscoveryRequest request(Class<?> type) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(type))
                .filters(EngineFilter.includeEngines("plumbline"))
                .build();
    }

    /** Nobody else listens: Allure would take these for tests of the build. */
    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build());
    }

    private static String id(TestIdentifier test) {
        String last = test.getUniqueIdObject().getLastSegment().getValue();
        return last.substring(last.lastIndexOf('$') + 1);
    }

    /** What JUnit was told, by row or class. */
    private static final class Outcome implements TestExecutionListener {
        private final Map<String, TestExecutionResult> results = new TreeMap<>();
        private final Map<String, String> skipped = new TreeMap<>();
        private final List<String> order = new ArrayList<>();

        TestExecutionResult row(String id) {
            assertThat(results).containsKey(id);
            return results.get(id);
        }

        /** What is said of those that ended so. */
        List<String> told(Status status) {
            return results.values().stream()
                    .filter(result -> result.getStatus() == status)
                    .map(result ->
                            result.getThrowable().map(Throwable::getMessage).orElse(""))
                    .toList();
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            if (test.isTest()) {
                order.add("> " + id(test));
            }
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                order.add("< " + id(test));
            }
            results.put(id(test), result);
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            skipped.put(id(test), reason);
        }
    }
}
