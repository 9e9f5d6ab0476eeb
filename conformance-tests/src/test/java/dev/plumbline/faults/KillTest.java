package dev.plumbline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.suite.CannotRun;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault is killed, for the right reason and in words that name it; the reference is not. */
class KillTest {
    /** What shrinking aims at, where the value does not matter. */
    private static final Map<String, List<String>> USUAL = Map.of(
            "the endpoint's port", List.of("8080", "5000"),
            "the peer's port", List.of("8080", "5000"),
            "the peer's initial sequence number", List.of("1000"));

    private static final KillMatrix MATRIX = new KillMatrix();

    @TempDir
    private Path folder;

    static List<Fault> faults() {
        return Faults.ALL;
    }

    @AfterAll
    static void writeTheMatrix() {
        MATRIX.write(Path.of("target", "kill-matrix.txt"));
    }

    @Test
    void theReferenceIsNotKilled() {
        List<Judged> all = Judged.run("reference", "", folder, null);
        MATRIX.add("reference", all);
        assertThat(all)
                .isNotEmpty()
                .allSatisfy(scenario -> assertThat(scenario.verdict())
                        .as(scenario.id() + "\n" + scenario.message())
                        .isEqualTo("PASS"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsKilledForWhatItIs(Fault fault) {
        List<Judged> all = Judged.run(fault.name(), "", folder, null);
        MATRIX.add(fault.name(), all);
        assertThat(all).extracting(Judged::verdict).doesNotContain("SUITE_ERROR");
        assertThat(fault.requirements())
                .allSatisfy(
                        id -> assertThat(killers(all, id)).as(id + " kills it").isNotEmpty());
        Judged killer = killers(all, fault.requirements().get(0)).get(0);
        assertThat(killer.told()).contains(fault.words());
        assertIsSmall(fault, killer);
        assertReplays(fault, killer);
    }

    @Test
    void aSceneThatCannotBeSetIsNoVerdictOnWhatComesAfter() {
        assertThat(Judged.run("faulty:ack-off-by-one", "@LAY-3", folder, null))
                .filteredOn(scenario -> !scenario.verdict().equals("PASS"))
                .isNotEmpty()
                .allSatisfy(scenario -> {
                    assertThat(scenario.verdict()).isEqualTo("INCONCLUSIVE");
                    assertThat(scenario.step()).startsWith("Given a connection");
                    assertThat(scenario.message()).contains("so this requirement was not judged");
                });
    }

    /** Bounded by the suite's patience, which is one second here. */
    @Test
    void aStackThatNeverComesBackGetsAResultForEveryScenario() {
        System.setProperty("plumbline.patience", "1");
        BrokenStacks.hold();
        try {
            List<Judged> all = Judged.run("faulty:loops", "@HS-3 or @PORT-2", folder, null);
            MATRIX.add("faulty:loops", all);
            assertThat(all).hasSize(4);
            assertThat(all.stream().filter(Judged::isKiller).map(Judged::headline))
                    .hasSize(3)
                    .allMatch(headline -> headline.contains("did not come back from a call within 1 seconds"));
            assertThat(all.stream().filter(Judged::isKiller).map(Judged::told))
                    .allMatch(told -> told.contains("BrokenStacks.loop"));
        } finally {
            BrokenStacks.release();
            workers().forEach(KillTest::awaitEnd);
            System.clearProperty("plumbline.patience");
        }
    }

    @Test
    void aProviderThatCannotBeMadeIsNamed() throws IOException {
        URL services = KillTest.class.getResource("/broken-provider/");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader with = new URLClassLoader(new URL[] {services}, before)) {
            thread.setContextClassLoader(with);
            assertThatThrownBy(() -> Judged.run("faulty:unmakeable", "", folder, null))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContainingAll("cannot be loaded", "BrokenStacks$Unmakeable");
        } finally {
            thread.setContextClassLoader(before);
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

    private static List<Judged> killers(List<Judged> all, String requirement) {
        return all.stream()
                .filter(Judged::isKiller)
                .filter(scenario -> scenario.requirements().contains(requirement))
                .collect(Collectors.toList());
    }

    private static void assertIsSmall(Fault fault, Judged killer) {
        killer.values().forEach((name, value) -> {
            if (USUAL.containsKey(name) && !fault.matters().contains(name)) {
                assertThat(USUAL.get(name)).as(name).contains(value);
            }
        });
    }

    private void assertReplays(Fault fault, Judged killer) {
        List<Judged> again = Judged.run(fault.name(), "", folder.resolve("again"), killer.token());
        assertThat(again).singleElement().satisfies(scenario -> {
            assertThat(scenario.verdict()).isEqualTo("FAIL");
            assertThat(scenario.headline()).isEqualTo(killer.headline());
            assertThat(scenario.values()).isEqualTo(killer.values());
        });
    }
}
