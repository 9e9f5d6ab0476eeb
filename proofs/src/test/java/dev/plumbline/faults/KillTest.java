package dev.plumbline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Level;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import dev.plumbline.tidy.Extent;
import dev.plumbline.tidy.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault is killed, for the right reason and in words that name it. That the reference is not, {@code FeaturesIT} sees. */
class KillTest {
    /** What shrinking aims at, where the value does not matter. */
    private static final Map<String, List<String>> USUAL = Map.of(
            "the endpoint's port", List.of("8080", "5000"),
            "the peer's port", List.of("8080", "5000"),
            "the peer's initial sequence number", List.of("1000"));

    /** A record by its own name: nobody has told it in words. */
    private static final String AS_JAVA_PRINTS_IT = "\\b[A-Z]\\w+\\[[a-z]\\w*=";

    private static final Path PAGE = Path.of("docs", "strength.md");

    /** Whether the page is to be written: then every fault meets every scenario, which takes minutes. */
    private static final boolean WRITE =
            System.getProperty("plumbline.strength", "").equals("write");

    /** Large enough that nobody waits for a neighbour. */
    private static final Map<String, Kills> KILLS = new ConcurrentHashMap<>(4096);

    static List<Fault> faults() {
        return Faults.ALL;
    }

    @ParameterizedTest
    @MethodSource("faults")
    @Execution(ExecutionMode.CONCURRENT)
    void aFaultIsKilledForWhatItIs(Fault fault) {
        Kills kills = kills(fault);
        assertThat(kills.closely()).extracting(Judged::verdict).doesNotContain("SUITE_ERROR");
        assertThat(kills.inBrief()).extracting(Judged::verdict).doesNotContain("SUITE_ERROR");
        assertThat(fault.words()).isNotEmpty();
        assertThat(fault.requirements())
                .allSatisfy(
                        id -> assertThat(kills.killers(id)).as(id + " kills it").isNotEmpty());
        Judged killer = kills.bestKiller();
        assertThat(killer.told()).contains(fault.words()).doesNotContainPattern(AS_JAVA_PRINTS_IT);
        assertIsSmall(fault, killer);
        if (Extent.includes(Faults.ALL.indexOf(fault))) {
            assertReplays(fault, killer);
        }
    }

    @Test
    void aFaultHasANameOfItsOwnAndKnowsItsRequirements() {
        assertThat(Faults.ALL).extracting(Fault::name).doesNotHaveDuplicates();
        assertThat(Faults.ALL)
                .allSatisfy(fault -> assertThat(ConformanceRun.catalogue())
                        .extracting(Requirement::id)
                        .containsAll(fault.requirements()));
    }

    /** And a row of the lesson has two; a row that nothing judges has none. */
    @Test
    void everyRowHasAFaultOfItsOwn() {
        assertThat(ConformanceRun.catalogue())
                .filteredOn(row -> row.why().isEmpty())
                .allSatisfy(row -> assertThat(Faults.OF_ROWS.stream()
                                .filter(fault -> fault.row().equals(row.id())))
                        .as(row.id())
                        .hasSizeGreaterThanOrEqualTo(row.level() == Level.LESSON ? 2 : 1));
    }

    /** Except for what only a whole matrix, or at least all scenarios of a row, can tell. */
    @Test
    void thePageOfWhatTheChecksCatchIsUpToDate() throws IOException {
        Path page = Project.root().resolve(PAGE);
        if (WRITE) {
            Files.writeString(page, strength().page());
            KnownKillers.write(allKills());
        }
        List<String> lines = Files.readAllLines(page);
        assertThat(lines)
                .as("-Dplumbline.strength=write writes it")
                .contains(strength().totals(), "None.");
        assertThat(lines.stream().filter(Strength::isFault).map(KillTest::sureCells))
                .as("-Dplumbline.strength=write writes it")
                .containsExactlyElementsOf(strength()
                        .page()
                        .lines()
                        .filter(Strength::isFault)
                        .map(KillTest::sureCells)
                        .toList());
    }

    private static String sureCells(String line) {
        String known = Strength.withoutHits(line);
        return Extent.isWhole() || WRITE ? known : Strength.withoutKillers(known);
    }

    @Test
    void aBriefRunGivesVerdictsAndLeavesNothing(@TempDir Path folder) throws IOException {
        String tags = Extent.isWhole() ? "" : "@HS-2 or @HS-5";
        RunOptions options = new RunOptions("faulty:rst-ignored", tags, 2, 7, folder.resolve("out"), null);
        assertThat(ConformanceRun.run(options.inBrief(), new RunListener() {})
                        .results()
                        .scenarios())
                .hasSameSizeAs(ConformanceRun.scenarios(tags))
                .extracting(ScenarioResult::outcome)
                .contains(Outcome.FAIL);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aSceneThatCannotBeSetIsNoVerdictOnWhatComesAfter() {
        assertThat(Judged.run("faulty:ack-off-by-one", "@LAY-3", null))
                .filteredOn(scenario -> !scenario.verdict().equals("PASS"))
                .isNotEmpty()
                .allSatisfy(scenario -> {
                    assertThat(scenario.verdict()).isEqualTo("INCONCLUSIVE");
                    assertThat(scenario.step()).startsWith("Given a connection");
                    assertThat(scenario.message()).contains("so this requirement was not judged");
                });
    }

    /** Measured once: several tests ask. */
    private static Kills kills(Fault fault) {
        return KILLS.computeIfAbsent(fault.name(), name -> {
            if (WRITE) {
                return Kills.ofEverything(fault);
            }
            return Extent.isWhole() ? Kills.of(fault) : Kills.ofTheKnown(fault);
        });
    }

    private static Strength strength() {
        return new Strength(ConformanceRun.catalogue(), ConformanceRun.scenarios(""), allKills());
    }

    private static List<Kills> allKills() {
        return Faults.ALL.parallelStream().map(KillTest::kills).toList();
    }

    private static void assertIsSmall(Fault fault, Judged killer) {
        killer.values().forEach((name, value) -> {
            if (USUAL.containsKey(name) && !fault.matters().contains(name)) {
                assertThat(USUAL.get(name)).as(name).contains(value);
            }
        });
    }

    private static void assertReplays(Fault fault, Judged killer) {
        List<Judged> again = Judged.run(fault.name(), "", killer.token());
        assertThat(again).singleElement().satisfies(scenario -> {
            assertThat(scenario.verdict()).isEqualTo("FAIL");
            assertThat(scenario.headline()).isEqualTo(killer.headline());
            assertThat(scenario.values()).isEqualTo(killer.values());
        });
    }
}
