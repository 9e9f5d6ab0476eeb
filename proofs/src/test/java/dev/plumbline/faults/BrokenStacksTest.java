package dev.plumbline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.reference.ReferenceProvider;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Results;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.suite.Again;
import dev.plumbline.suite.CannotRun;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.Detail;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hangs and what cannot be made; it changes settings of the whole JVM, and so stands apart from what runs side by side. */
class BrokenStacksTest {
    /** Bounded by the suite's patience, which is one second here. */
    @Test
    void aStackThatNeverComesBackGetsAResultForEveryScenario() {
        System.setProperty("plumbline.patience", "1");
        BrokenStacks.hold();
        try {
            List<Judged> all = Judged.run("faulty:loops", "@HS-3 or @PORT-2", null);
            assertThat(all).hasSameSizeAs(ConformanceRun.scenarios("HS-3 or PORT-2"));
            assertThat(all.stream().filter(Judged::isKiller).map(Judged::headline))
                    .as("all but those with datagrams")
                    .hasSize(all.size() - 1)
                    .allMatch(headline -> headline.contains("did not come back from a call within 1 seconds"));
            assertThat(all.stream().filter(Judged::isKiller).map(Judged::told))
                    .allMatch(told -> told.contains("BrokenStacks.loop"));
        } finally {
            BrokenStacks.release();
            workers().forEach(BrokenStacksTest::awaitEnd);
            System.clearProperty("plumbline.patience");
        }
    }

    /** Each costs seconds where a stack has a process of its own. */
    @Test
    void whereAStackHangsInMostOfTheFirstScenariosTheOthersAreLeftOut(@TempDir Path folder) {
        System.setProperty("plumbline.patience", "1");
        BrokenStacks.hold();
        try {
            RunOptions options = new RunOptions(
                    "faulty:loops",
                    "level/3",
                    1,
                    7,
                    folder,
                    null,
                    null,
                    Detail.RESULTS,
                    RunOptions.USUAL_BUDGET,
                    Again.NOTHING,
                    false);
            Results found = ConformanceRun.run(options, new RunListener() {}).results();
            assertThat(found.scenarios()).hasSizeLessThan(10);
            assertThat(Judgement.of(found, false).complaints())
                    .singleElement()
                    .satisfies(why -> assertThat(why)
                            .containsPattern("the stack hung or ended its process in [3-9] of the first [39] scenarios"
                                    + " about addresses and packets, and so ")
                            .contains(" scenarios were not played; --all plays them, too"));
        } finally {
            BrokenStacks.release();
            workers().forEach(BrokenStacksTest::awaitEnd);
            System.clearProperty("plumbline.patience");
        }
    }

    @Test
    void aProviderThatCannotBeMadeIsNamed() throws IOException {
        URL services = BrokenStacksTest.class.getResource("/broken-provider/");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader with = new URLClassLoader(new URL[] {services}, before)) {
            thread.setContextClassLoader(with);
            assertThatThrownBy(() -> Judged.run("faulty:unmakeable", "", null))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContainingAll(
                            "there is no stack called 'faulty:unmakeable'",
                            "BrokenStacks$Unmakeable",
                            "its provider is broken",
                            "no licence file");
            assertThat(Judged.run("reference", "@HS-2", null))
                    .as("the others are not in its way")
                    .isNotEmpty()
                    .allMatch(scenario -> scenario.verdict().equals("PASS"));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Whatever it has done right before. */
    @Test
    void aStackThatDiesOfBeingSwitchedOffFails() {
        List<Judged> all = Judged.run("in-process:" + DiesAtTheEnd.class.getName(), "@UDP-2", null);
        assertThat(all).isNotEmpty().allSatisfy(scenario -> {
            assertThat(scenario.verdict()).isEqualTo("FAIL");
            assertThat(scenario.headline())
                    .isEqualTo("the stack threw java.lang.IllegalStateException: already closed while closing");
        });
    }

    /** The reference, but for its end. */
    public static final class DiesAtTheEnd implements StackProvider {
        private final StackProvider reference = new ReferenceProvider();

        @Override
        public String name() {
            return "dies-at-the-end";
        }

        @Override
        public Set<Capability> capabilities() {
            return reference.capabilities();
        }

        @Override
        public Stack boot(Host host) {
            Stack stack = reference.boot(host);
            return (Stack) Proxy.newProxyInstance(
                    Stack.class.getClassLoader(), new Class<?>[] {Stack.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            throw new IllegalStateException("already closed");
                        }
                        return method.invoke(stack, arguments);
                    });
        }
    }

    private static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("plumbline "))
                .collect(Collectors.toList());
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(20).toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
