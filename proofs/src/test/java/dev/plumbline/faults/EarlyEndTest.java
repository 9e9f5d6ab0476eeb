package dev.plumbline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Judgement;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Results;
import dev.plumbline.results.RunVerdict;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.results.Stage;
import dev.plumbline.suite.Again;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.Detail;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first mistake is met first, and a run of a stack that fails everything does not play everything. */
class EarlyEndTest {
    private static final int TRIES = 2;

    @TempDir
    private Path folder;

    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest
    @ValueSource(strings = {"faulty:mute", "faulty:throws"})
    void aStackThatFailsEverythingIsJudgedByItsPacketsAndDatagramsAlone(String stack) {
        Results found = run(stack, "", Again.NOTHING, false);
        Judgement judgement = Judgement.of(found, false);
        assertThat(order).containsExactlyInAnyOrderElementsOf(played());
        assertThat(judgement.verdict()).isEqualTo(RunVerdict.DOES_NOT_CONFORM);
        int planned = ids("").size();
        assertThat(found.run().planned()).isEqualTo(planned);
        assertThat(judgement.complaints())
                .singleElement()
                .satisfies(why -> assertThat(why)
                        .contains(" scenarios about UDP and ports fail, and so "
                                + (planned - order.size()) + " of " + planned
                                + " scenarios were not played; --all plays them, too"));
        assertThat(judgement.judged()).isBetween(1L, 100L);
    }

    /** Packets are seen by their datagrams; so what is wrong with these must not keep segments from being judged. */
    @Test
    void aStackWhoseUdpIsBrokenHearsOfItsUdpAndOfItsTcp() {
        Results found = run("faulty:udp-checksum-of-signed-octets", "", Again.NOTHING, false);
        assertThat(order).containsAll(ids("level/6")).doesNotContainAnyElementsOf(ids("@DNS-1"));
        assertThat(found.scenarios().stream().filter(each -> each.requirements().contains("HS-2")))
                .isNotEmpty()
                .allMatch(each -> each.outcome() == Outcome.PASS);
    }

    /** Whatever was played side by side. */
    @Test
    void theSameIsLeftOutEachTime() {
        Results once = run("faulty:mute", "", Again.NOTHING, false).timeless();
        assertThat(run("faulty:mute", "", Again.NOTHING, false).timeless()).isEqualTo(once);
    }

    @Test
    void whoAsksForAllGetsAll() {
        Results found = run("faulty:mute", "level/3", Again.NOTHING, true);
        assertThat(order).containsExactlyInAnyOrderElementsOf(ids("level/3"));
        assertThat(found.isStopped()).isFalse();
    }

    /** What somebody has picked says nothing of a whole stage. */
    @Test
    void whatIsPickedIsPlayed() {
        String tags = "level/1 or HS-2";
        assertThat(run("faulty:mute", tags, Again.NOTHING, false).isStopped()).isFalse();
        assertThat(order).containsExactlyInAnyOrderElementsOf(ids(tags));
        order.clear();
        Set<String> failed = Set.copyOf(ids(tags));
        assertThat(run("faulty:mute", "", new Again(failed, true), false).isStopped())
                .isFalse();
        assertThat(order).containsExactlyInAnyOrderElementsOf(failed);
    }

    /** Those that failed before, too, which come before all others. */
    @Test
    void scenariosArePlayedStageByStage() {
        Set<String> failed = Set.copyOf(ids("HS-2 or IP-4"));
        Results found = run("reference", "level/4", new Again(failed, false), false);
        assertThat(found.scenarios()).extracting(scenario -> scenario.outcome()).containsOnly(Outcome.PASS);
        assertThat(found.scenarios())
                .as("in the results they stand as they do in the features")
                .extracting(scenario -> scenario.id())
                .containsExactlyElementsOf(ids("level/4"));
        Map<String, Stage> stages = ConformanceRun.scenarios("level/4").stream()
                .collect(Collectors.toMap(ScenarioInfo::id, ScenarioInfo::stage));
        List<Stage> first = order.stream().limit(failed.size()).map(stages::get).toList();
        List<Stage> rest = order.stream().skip(failed.size()).map(stages::get).toList();
        assertThat(order.subList(0, failed.size())).containsExactlyInAnyOrderElementsOf(failed);
        assertThat(first).isSorted().contains(Stage.PACKETS, Stage.HANDSHAKE);
        assertThat(rest).isSorted().contains(Stage.PACKETS, Stage.UDP, Stage.HANDSHAKE, Stage.DELIVERY);
    }

    /** And the first that tell of segments. */
    private static List<String> played() {
        return Stream.concat(
                        ids("level/2").stream(),
                        ids("level/3 and not level/2").stream().limit(3))
                .toList();
    }

    private static List<String> ids(String tags) {
        return ConformanceRun.scenarios(tags).stream().map(ScenarioInfo::id).toList();
    }

    private Results run(String stack, String tags, Again again, boolean all) {
        RunOptions options = new RunOptions(
                stack, tags, TRIES, 7, folder, null, null, Detail.RESULTS, RunOptions.USUAL_BUDGET, again, all);
        return ConformanceRun.run(options, new RunListener() {
                    @Override
                    public void finished(String id, Outcome outcome) {
                        order.add(id);
                    }
                })
                .results();
    }
}
