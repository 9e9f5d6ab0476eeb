package dev.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.spi.Capability;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FootingTest {
    private static final int ALL = 20;

    private final List<Requirement> catalogue = Stream.of(Level.LESSON, Level.MUST, Level.SHOULD)
            .flatMap(level -> Stage.ofRows().stream().map(stage -> row(level, stage)))
            .toList();
    private final List<ScenarioInfo> planned = new ArrayList<>();
    private final List<ScenarioResult> ended = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();

    @Test
    void aStageCarriesUntilMoreThanHalfOfItFails() {
        plan(Level.LESSON, Stage.HANDSHAKE, ALL);
        end(Outcome.FAIL, ALL / 2);
        assertThat(gaps()).isEmpty();
        end(Outcome.INCONCLUSIVE, 1);
        assertThat(gaps()).hasToString("[11 of the 20 scenarios about the handshake fail]");
        assertThat(Footing.words(gaps())).isEqualTo("11 of the 20 scenarios about the handshake fail");
    }

    /** Three of four may be one mistake. */
    @Test
    void aFewFailuresAreNoMissingStage() {
        plan(Level.LESSON, Stage.ORDER, 9);
        end(Outcome.FAIL, 9);
        assertThat(gaps()).isEmpty();
        plan(Level.LESSON, Stage.ORDER, 1);
        end(Outcome.FAIL, 1);
        assertThat(gaps()).hasSize(1);
    }

    @Test
    void whatHoldsIsListedOrHadNoTimeDoesNotCount() {
        plan(Level.LESSON, Stage.UDP, ALL);
        end(Outcome.PASS, 7);
        end(Outcome.LISTED, 7);
        IntStream.range(0, 6).forEach(i -> end(Outcome.INCONCLUSIVE, ScenarioResult.BUDGET + " is used up", null));
        assertThat(gaps()).isEmpty();
    }

    /** Or a stack that conforms would be told that it does not. */
    @Test
    void whatIsOnlyRecommendedDoesNotCountButWhoDiesOfItDoes() {
        plan(Level.LESSON, Stage.UDP, ALL);
        IntStream.range(0, 10).forEach(i -> end(Outcome.FAIL, null, failure("SHOULD-UDP", false)));
        IntStream.range(0, 5).forEach(i -> end(Outcome.FAIL, null, failure("MUST-UDP", false)));
        assertThat(gaps()).isEmpty();
        IntStream.range(0, 5).forEach(i -> end(Outcome.FAIL, null, failure("SHOULD-UDP", true)));
        assertThat(gaps()).isEmpty();
        plan(Level.LESSON, Stage.DNS, ALL);
        IntStream.range(0, ALL).forEach(i -> end(Outcome.FAIL, null, failure("SHOULD-UDP", true)));
        assertThat(gaps()).hasToString("[20 of the 20 scenarios about DNS fail]");
    }

    @Test
    void whatIsPlayedOfAStackThatHasNoUdp() {
        failingStage(Level.LESSON, Stage.UDP);
        assertThat(leftOut(Level.LESSON)).containsExactly(Stage.DNS);
        assertThat(leftOut(Level.MUST)).as("segments do not stand on datagrams").containsExactly(Stage.UDP, Stage.DNS);
    }

    @Test
    void whatIsPlayedOfAStackThatHasNoHandshake() {
        failingStage(Level.LESSON, Stage.HANDSHAKE);
        assertThat(leftOut(Level.LESSON)).containsExactly(Stage.DELIVERY, Stage.ORDER, Stage.CLOSE);
        assertThat(leftOut(Level.SHOULD)).containsExactly(Stage.HANDSHAKE, Stage.DELIVERY, Stage.ORDER, Stage.CLOSE);
    }

    /** Packets are seen by datagrams: what fails there may be UDP, and nothing else shows that. */
    @Test
    void withoutPacketsThereIsNothingButUdp() {
        failingStage(Level.LESSON, Stage.PACKETS);
        List<Stage> above = Stage.ofRows().subList(2, 7);
        assertThat(leftOut(Level.LESSON)).containsExactlyElementsOf(above);
        assertThat(leftOut(Level.MUST)).contains(Stage.PACKETS).containsAll(above);
    }

    @Test
    void theFirstOfTheHandshakeTellsWhetherPacketsCarrySegments() {
        failingStage(Level.LESSON, Stage.PACKETS);
        int first = planned.size();
        plan(Level.LESSON, Stage.HANDSHAKE, ALL);
        assertThat(planned.stream().skip(first).filter(this::isPlayed)).hasSize(Footing.OPENING);
        end(Outcome.PASS, Footing.OPENING - 1);
        assertThat(planned.stream().skip(first).filter(this::isPlayed)).hasSize(Footing.OPENING);
        end(Outcome.PASS, 1);
        assertThat(planned.stream().skip(first)).allMatch(this::isPlayed);
        assertThat(leftOut(Level.LESSON)).containsExactly(Stage.DNS);
    }

    @Test
    void whereTheStackHangsFromTheFirstTheRestIsLeftOut() {
        plan(Level.LESSON, Stage.PACKETS, ALL);
        hang(Footing.MOST_GONE - 1);
        end(Outcome.FAIL, 1);
        assertThat(gaps()).isEmpty();
        hang(1);
        assertThat(Footing.words(gaps()))
                .isEqualTo("the stack hung or ended its process in 3 of the first 4 scenarios about addresses and"
                        + " packets");
        assertThat(planned).noneMatch(this::isPlayed);
        assertThat(leftOut(Level.LESSON)).containsExactlyElementsOf(Stage.ofRows());
        end(Outcome.PASS, 2);
        assertThat(gaps()).as("half of them").isEmpty();
    }

    /** What an RFC demands is about everything. */
    @Test
    void whatHangsThereHangsThereAlone() {
        plan(Level.MUST, Stage.DNS, ALL);
        hang(9);
        assertThat(gaps()).isEmpty();
    }

    @Test
    void aStageIsPlayedInPartsOfWhichTheFirstAreSmall() {
        plan(Level.LESSON, Stage.PACKETS, ALL);
        assertThat(footing().parts(planned)).extracting(List::size).containsExactly(3, 6, 11);
        assertThat(footing().parts(planned).stream().flatMap(List::stream)).containsExactlyElementsOf(planned);
        assertThat(footing().parts(planned.subList(0, 3))).containsExactly(planned.subList(0, 3));
    }

    /** They end at once. */
    @Test
    void whatCannotJudgeTheStackDoesNotCountInAPart() {
        plan(Level.LESSON, Stage.PACKETS, ALL);
        Footing some = new Footing(catalogue, planned.subList(2, ALL));
        assertThat(some.parts(planned)).extracting(List::size).containsExactly(5, 6, 9);
    }

    @Test
    void whatIsRecommendedStandsOnWhatIsDemanded() {
        failingStage(Level.MUST, Stage.DNS);
        assertThat(leftOut(Level.LESSON)).isEmpty();
        assertThat(leftOut(Level.MUST)).isEmpty();
        assertThat(leftOut(Level.SHOULD)).containsExactlyElementsOf(Stage.ofRows());
    }

    private void failingStage(Level level, Stage stage) {
        plan(level, stage, ALL);
        end(Outcome.FAIL, ALL);
    }

    private List<Footing.Gap> gaps() {
        return footing().gaps(ended, gone);
    }

    private boolean isPlayed(ScenarioInfo scenario) {
        return gaps().stream().noneMatch(gap -> footing().leavesOut(gap, scenario));
    }

    private Footing footing() {
        return new Footing(catalogue, planned);
    }

    /** The stages whose scenarios of this level are not played. */
    private List<Stage> leftOut(Level level) {
        return Stage.ofRows().stream()
                .filter(stage -> gaps().stream().anyMatch(gap -> footing().leavesOut(gap, scenario(level, stage, -1))))
                .toList();
    }

    private void plan(Level level, Stage stage, int count) {
        IntStream.range(0, count).forEach(i -> planned.add(scenario(level, stage, planned.size())));
    }

    private static ScenarioInfo scenario(Level level, Stage stage, int number) {
        return new ScenarioInfo("f", number, "F", "", "s" + number, List.of(), List.of(level + "-" + stage), stage);
    }

    private void hang(int count) {
        planned.stream().skip(ended.size()).limit(count).map(ScenarioInfo::id).forEach(gone::add);
        end(Outcome.FAIL, count);
    }

    private void end(Outcome outcome, int count) {
        IntStream.range(0, count).forEach(i -> end(outcome, null, null));
    }

    private void end(Outcome outcome, String reason, Failure failure) {
        ScenarioInfo next = planned.get(ended.size());
        ended.add(new ScenarioResult(
                next.id(),
                "F",
                "",
                next.name(),
                next.stage(),
                next.requirements(),
                List.of(),
                List.of(),
                List.of(),
                outcome,
                reason,
                1,
                1,
                1,
                1,
                failure));
    }

    private static Failure failure(String requirement, boolean breakdown) {
        return new Failure(
                "Then",
                requirement,
                "no",
                "yes",
                "no",
                List.of(),
                List.of(),
                List.of(),
                "no",
                List.of(),
                "",
                "T",
                null,
                null,
                breakdown,
                false);
    }

    private static Requirement row(Level level, Stage stage) {
        return new Requirement(
                level + "-" + stage,
                level,
                stage,
                "S",
                "",
                "It does.",
                "",
                "RFC 1 section 1",
                "",
                Set.of(Capability.IPV4),
                List.of(),
                Judging.SCENARIOS,
                "",
                1);
    }
}
