package dev.plumbline.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Failure;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Judging;
import dev.plumbline.results.Level;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.Results;
import dev.plumbline.results.RunHeader;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CausesTest {
    private static final List<Requirement> CATALOGUE = List.of(
            row("IP", Level.LESSON, Stage.PACKETS),
            row("UDP", Level.LESSON, Stage.UDP),
            row("HS", Level.LESSON, Stage.HANDSHAKE),
            row("DEL", Level.LESSON, Stage.DELIVERY),
            row("CLOSING", Level.LESSON, Stage.CLOSE),
            row("DNS", Level.LESSON, Stage.DNS),
            row("LAW", Level.MUST, Stage.PACKETS),
            row("MUST", Level.MUST, Stage.HANDSHAKE),
            row("SHOULD", Level.SHOULD, Stage.DELIVERY));

    private final List<ScenarioResult> scenarios = new ArrayList<>();

    @Test
    void theLowestStageIsRepairedFirstAndWhatStandsOnItFollows() {
        fails("close", "CLOSING", "CLOSING", "no FIN came");
        fails("data", "DEL", "DEL", "it acknowledges too little");
        fails("syn", "HS", "HS", "no SYN came");
        assertThat(mistakes()).singleElement().satisfies(cause -> {
            assertThat(cause.name()).isEqualTo("HS");
            assertThat(cause.shown().id()).isEqualTo("syn");
            assertThat(cause.following()).extracting(ScenarioResult::id).containsExactlyInAnyOrder("close", "data");
            assertThat(cause.others()).isEqualTo(2);
        });
    }

    @Test
    void whatDoesNotStandOnEachOtherAreTwoMistakes() {
        fails("name", "DNS", "DNS", "no answer came");
        fails("syn", "HS", "HS", "no SYN came");
        assertThat(mistakes()).extracting(Cause::name).containsExactly("HS", "DNS");
    }

    @Test
    void twoMistakesOfOneStageAreTwo() {
        fails("two", "HS", "LAW", "the checksum is wrong");
        fails("three", "IP", "IP", "nothing came");
        assertThat(mistakes()).extracting(Cause::name).containsExactlyInAnyOrder("IP", "LAW");
    }

    @Test
    void theSameWordsWithOtherNumbersAreTheSameMistake() {
        fails("one", "DEL", "DEL", "it acknowledges 1000, which is 1 too low");
        fails("two", "UDP", "UDP", "the connection is not in CLOSING: it acknowledges 7, which is 1 too low");
        assertThat(mistakes()).singleElement().satisfies(cause -> {
            assertThat(cause.shown().id()).isEqualTo("one");
            assertThat(cause.same()).extracting(ScenarioResult::id).containsExactly("two");
            assertThat(cause.family()).isEqualTo("DEL: it acknowledges N, which is N too low");
        });
    }

    @Test
    void aScenarioThatBrokeTheLawOnItsWayIsNoMistakeOfItsOwn() {
        fails("one", "IP", "LAW", "the checksum is wrong");
        scenarios.add(scenario("two", "IP", Outcome.FAIL, List.of("LAW"), failure("IP", "nothing came")));
        assertThat(mistakes()).singleElement().extracting(Cause::name).isEqualTo("LAW");
    }

    @Test
    void whatWasJudgedSaysMoreThanWhatWasNot() {
        scenarios.add(
                scenario("given", "HS", Outcome.INCONCLUSIVE, List.of(), failure("HS", "there is no connection")));
        fails("syn", "HS", "HS", "no SYN came");
        Causes causes = causes();
        assertThat(causes.mistakes())
                .singleElement()
                .extracting(cause -> cause.shown().id())
                .isEqualTo("syn");
        assertThat(causes.of(scenarios.get(0))).isEqualTo(causes.of(scenarios.get(1)));
    }

    @Test
    void aScenarioThatFollowsIsShadowedAndAnotherIsNot() {
        fails("syn", "HS", "HS", "no SYN came");
        fails("data", "DEL", "DEL", "nothing came");
        Causes causes = causes();
        assertThat(causes.shadowOf(scenarios.get(1)))
                .get()
                .extracting(Cause::name)
                .isEqualTo("HS");
        assertThat(causes.shadowOf(scenarios.get(0))).isEmpty();
    }

    @Test
    void theScenariosNearestToAMistakeThatAskForTheSameRuleAndHoldAreNamed() {
        passes("far", "DEL");
        passes("another", "IP");
        passes("near", "DEL");
        fails("data", "DEL", "DEL", "nothing came");
        passes("nearer", "DEL");
        scenarios.add(scenario("refused", "DEL", Outcome.NOT_CLAIMED, List.of(), null));
        Causes causes = causes();
        Cause mistake = causes.mistakes().get(0);
        assertThat(causes.holding(mistake, 2)).extracting(ScenarioResult::id).containsExactly("near", "nearer");
        assertThat(causes.holding(mistake, 9)).extracting(ScenarioResult::id).containsExactly("far", "near", "nearer");
    }

    /** A law is broken where a scenario asks for something else: what is asked beside it tells more than nothing. */
    @Test
    void besideABrokenLawItsNeighboursByTheSameSentenceAreNamed() {
        fails("data", "DEL", "LAW", "the checksum is wrong");
        passes("again", "DEL");
        passes("other", "HS");
        Causes causes = causes();
        assertThat(causes.holding(causes.mistakes().get(0), 9))
                .extracting(ScenarioResult::id)
                .containsExactly("again");
    }

    @Test
    void eachFailureIsToldItsPlaceAmongTheOthers() {
        fails("syn", "HS", "HS", "no SYN came");
        fails("again", "HS", "HS", "no SYN came again");
        fails("data", "DEL", "DEL", "nothing came");
        fails("name", "DNS", "DNS", "no answer came");
        fails("late", "SHOULD", "SHOULD", "it waits too long");
        scenarios.add(scenario("good", "IP", Outcome.PASS, List.of(), null));
        Causes causes = causes();
        assertThat(scenarios.stream().map(causes::part).map(part -> part.orElse(null)))
                .containsExactly(Part.FIRST, Part.FIRST, Part.FOLLOWS, Part.OTHER, Part.ADVICE, null);
        assertThat(scenarios.stream().map(causes::place).map(words -> words.orElse("")))
                .containsExactly(
                        "Repair this first.",
                        "The same mistake as in: syn.",
                        "Shadowed by HS, which is to be repaired first.",
                        "",
                        "",
                        "");
    }

    @Test
    void whatIsOnlyRecommendedIsNoMistakeUnlessTheRunDemandsIt() {
        fails("late", "SHOULD", "SHOULD", "it waits too long");
        assertThat(mistakes()).isEmpty();
        assertThat(causes().all()).hasSize(1);
        assertThat(Causes.of(judgement(true)).mistakes()).hasSize(1);
        fails("syn", "HS", "HS", "no SYN came");
        assertThat(mistakes())
                .singleElement()
                .satisfies(cause -> assertThat(cause.others()).isZero());
    }

    @Test
    void whatBindsComesFirstHoweverLittleItsScenarioShows() {
        fails("late", "SHOULD", "SHOULD", "it waits too long");
        fails("close over a network that loses", "CLOSING", "CLOSING", "no FIN came");
        assertThat(mistakes()).singleElement().satisfies(cause -> {
            assertThat(cause.name()).isEqualTo("CLOSING");
            assertThat(cause.others()).isZero();
        });
    }

    @Test
    void whereNothingFailsThereIsNoCause() {
        scenarios.add(scenario("good", "HS", Outcome.PASS, List.of(), null));
        scenarios.add(scenario("other", "DNS", Outcome.NOT_CLAIMED, List.of(), null));
        assertThat(causes().all()).isEmpty();
        assertThat(causes().of(scenarios.get(0))).isEmpty();
    }

    @Test
    void whereMuchOfUdpFailsAndNothingOfTcpThePacketsAreAsTheyMustBe() {
        fails("lost", "IP", "IP", "no datagram came");
        fails("udp", "UDP", "UDP", "it goes to another port");
        assertThat(mistakes()).extracting(Cause::name).containsExactly("IP");
        scenarios.add(scenario("syn", "HS", Outcome.PASS, List.of(), null));
        assertThat(mistakes()).singleElement().satisfies(cause -> {
            assertThat(cause.name()).isEqualTo("UDP");
            assertThat(cause.following()).extracting(ScenarioResult::id).containsExactly("lost");
        });
    }

    /** A run that ends early has seen nothing of TCP. */
    @Test
    void whereUdpsLawIsBrokenAndNoneOfThePacketsWhatIsSilentFollowsFromIt() {
        fails("lost", "IP", "IP", "no datagram came");
        scenarios.add(scenario("sent", "IP", Outcome.FAIL, List.of("UDP"), failure("UDP", "the checksum is wrong")));
        assertThat(mistakes()).singleElement().satisfies(cause -> {
            assertThat(cause.name()).isEqualTo("UDP");
            assertThat(cause.following()).extracting(ScenarioResult::id).containsExactly("lost");
        });
        fails("header", "IP", "LAW", "the header is wrong");
        scenarios.add(scenario("broke", "IP", Outcome.FAIL, List.of("LAW"), failure("LAW", "the header is wrong")));
        assertThat(mistakes().get(0).name()).isNotEqualTo("UDP");
    }

    @Test
    void aLawOfThePacketsIsNeverAByProductHoweverSeldomItIsBroken() {
        fails("large", "IP", "LAW", "the packet is too large for the link");
        fails("routed", "IP", "IP", "nothing came");
        IntStream.range(0, 9).forEach(i -> scenarios.add(scenario("good" + i, "HS", Outcome.PASS, List.of("x"), null)));
        assertThat(mistakes()).extracting(Cause::name).containsExactly("LAW", "IP");
    }

    @Test
    void amongEqualsTheLessonsScenarioIsShown() {
        fails("a", "HS", "MUST", "it has RST");
        fails("lesson/b", "HS", "HS", "it is late");
        assertThat(mistakes().get(0).shown().id()).isEqualTo("lesson/b");
    }

    /** What is said of packets and ports is shown with a connection: where much of the handshake fails, that is what is wrong. */
    @Test
    void whatAConnectionIsNeededForIsNotBlamedOnPacketsIfTheHandshakeFails() {
        scenarios.add(on(Stage.DELIVERY, "stream", "IP", failure("IP", "nothing came")));
        fails("syn", "HS", "HS", "no SYN came");
        assertThat(mistakes()).singleElement().satisfies(cause -> {
            assertThat(cause.name()).isEqualTo("HS");
            assertThat(cause.following()).extracting(ScenarioResult::id).containsExactly("stream");
        });
        IntStream.range(0, 9).forEach(i -> passes("good" + i, "HS"));
        assertThat(mistakes()).extracting(Cause::name).containsExactly("IP");
    }

    @Test
    void whatTheHandshakeIsShownWithIsToBlameIfThatFailsMuchMore() {
        fails("riding", "HS", "HS", "it was not acknowledged");
        fails("data", "DEL", "DEL", "nothing came");
        IntStream.range(0, 9).forEach(i -> passes("good" + i, "HS"));
        assertThat(mistakes()).singleElement().satisfies(cause -> {
            assertThat(cause.name()).isEqualTo("DEL");
            assertThat(cause.following()).extracting(ScenarioResult::id).containsExactly("riding");
        });
        IntStream.range(0, 9).forEach(i -> passes("sent" + i, "DEL"));
        assertThat(mistakes()).extracting(Cause::name).containsExactly("HS");
    }

    @Test
    void amongEqualsOneThatAWellKnownMistakeExplainsComesFirst() {
        fails("silent", "HS", "HS", "no SYN came");
        scenarios.add(on(Stage.HANDSHAKE, "named", "HS", named("HS", "its octets are the wrong way round")));
        assertThat(mistakes().get(0).shown().id()).isEqualTo("named");
    }

    /** Of a sum that both need UDP's is wrong as well as TCP's. */
    @Test
    void whatIsSilentFollowsFromALawOfUdpThatIsAlwaysBrokenWhateverTcpDoes() {
        fails("lost", "IP", "IP", "no datagram came");
        fails("syn", "HS", "HS", "no SYN came");
        IntStream.range(0, 4).forEach(i -> sends(i, true));
        assertThat(mistakes().get(0).name()).isEqualTo("IP");
        sends(4, true);
        assertThat(mistakes().get(0).name()).isEqualTo("UDP");
        sends(5, false);
        assertThat(mistakes().get(0).name()).isEqualTo("IP");
    }

    @Test
    void whereLittleFailsItIsUdpsIfMostOfItIs() {
        fails("lost", "IP", "IP", "no datagram came");
        fails("udp", "UDP", "UDP", "it goes to another port");
        IntStream.range(0, 60).forEach(i -> passes("packet" + i, "IP"));
        IntStream.range(0, 40).forEach(i -> passes("datagram" + i, "UDP"));
        IntStream.range(0, 100).forEach(i -> passes("segment" + i, "HS"));
        assertThat(mistakes()).extracting(Cause::name).containsExactly("UDP");
        fails("syn", "HS", "HS", "no SYN came");
        fails("again", "HS", "HS", "no SYN came again");
        assertThat(mistakes().get(0).name()).isEqualTo("IP");
    }

    private void passes(String id, String row) {
        scenarios.add(scenario(id, row, Outcome.PASS, List.of(), null));
    }

    /** A packet that puts UDP's law to the test. */
    private void sends(int number, boolean wrong) {
        ScenarioResult sent = scenario("sent" + number, "IP", Outcome.FAIL, List.of(), null);
        Failure failure = wrong ? failure("UDP", "the checksum is wrong") : failure("IP", "no datagram came");
        scenarios.add(copy(sent, Stage.PACKETS, List.of("UDP"), wrong ? List.of("UDP") : List.of(), failure));
    }

    private static ScenarioResult on(Stage stage, String id, String row, Failure failure) {
        return copy(scenario(id, row, Outcome.FAIL, List.of(), failure), stage, List.of(), List.of(), failure);
    }

    private static ScenarioResult copy(
            ScenarioResult one, Stage stage, List<String> laws, List<String> broken, Failure failure) {
        return new ScenarioResult(
                one.id(),
                "",
                "",
                one.name(),
                stage,
                one.requirements(),
                laws,
                broken,
                List.of(),
                one.outcome(),
                null,
                1,
                3,
                0,
                0,
                failure);
    }

    private List<Cause> mistakes() {
        return causes().mistakes();
    }

    private Causes causes() {
        return Causes.of(judgement(false));
    }

    private Judgement judgement(boolean strict) {
        RunHeader run = new RunHeader(
                "0.1.0",
                "x",
                "VIRTUAL",
                List.of(),
                7,
                25,
                "",
                null,
                "",
                "",
                "",
                scenarios.size(),
                Map.of(),
                null,
                false,
                "");
        Results.End end = new Results.End(scenarios.size(), 0, Map.of());
        return Judgement.of(new Results(run, CATALOGUE, List.of(), List.copyOf(scenarios), end), strict);
    }

    private void fails(String id, String row, String culprit, String headline) {
        scenarios.add(scenario(id, row, Outcome.FAIL, List.of(), failure(culprit, headline)));
    }

    private static Requirement row(String id) {
        return CATALOGUE.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    private static Requirement row(String id, Level level, Stage stage) {
        Judging judging = id.equals("LAW") ? Judging.LAW : Judging.SCENARIOS;
        return new Requirement(id, level, stage, "S", "", "", "", "", "", Set.of(), List.of(), judging, "", 0);
    }

    private static Failure failure(String culprit, String headline) {
        return failure(culprit, headline, false);
    }

    private static Failure named(String culprit, String headline) {
        return failure(culprit, headline, true);
    }

    private static Failure failure(String culprit, String headline, boolean diagnosed) {
        return new Failure(
                null, culprit, headline, "", "", List.of(), List.of(), List.of(), "", List.of(), "", null, null, null,
                false, diagnosed);
    }

    private static ScenarioResult scenario(
            String id, String row, Outcome outcome, List<String> broken, Failure failure) {
        return new ScenarioResult(
                id,
                "",
                "",
                id,
                row(row).stage(),
                List.of(row),
                List.of("LAW"),
                broken,
                List.of(),
                outcome,
                null,
                1,
                3,
                0,
                0,
                failure);
    }
}
