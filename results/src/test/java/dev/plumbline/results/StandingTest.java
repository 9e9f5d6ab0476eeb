package dev.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.spi.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandingTest {
    private final List<ScenarioResult> scenarios =
            new ArrayList<>(List.of(scenario("PING", Stage.PACKETS, Outcome.NOT_CLAIMED)));

    @Test
    void aStackHasReachedTheLastStageBeforeTheFirstThatIsWrong() {
        judged("IP", Outcome.PASS);
        judged("UDP", Outcome.PASS);
        judged("HS", Outcome.FAIL);
        judged("DNS", Outcome.PASS);
        assertThat(words(""))
                .containsExactly(
                        "Level 2 of 9 reached: UDP and ports.",
                        "For level 3, the handshake: 1 of 1 scenario does not hold yet.");
    }

    @Test
    void whereThePacketsAreWrongNoLevelIsReached() {
        judged("IP", Outcome.FAIL);
        judged("UDP", Outcome.PASS);
        assertThat(words("")).first().isEqualTo("No level of 9 reached yet.");
    }

    @Test
    void whoHoldsWhatItClaimsHearsWhatItCouldClaimNext() {
        judged("IP", Outcome.PASS);
        judged("UDP", Outcome.PASS);
        judged("HS", Outcome.NOT_CLAIMED);
        assertThat(words(""))
                .containsExactly(
                        "Level 2 of 9 reached: UDP and ports.",
                        "What it claims holds so far; it could claim ICMP next.");
    }

    @Test
    void aRunOfPickedScenariosSaysNothingOfLevels() {
        judged("IP", Outcome.PASS);
        assertThat(words("@IP")).isEmpty();
        assertThat(words("level/3"))
                .first()
                .isEqualTo("Level 1 of 9 reached: addresses and packets. The run was asked for no more.");
    }

    private List<String> words(String tags) {
        RunHeader run = new RunHeader(
                "0.1.0",
                "x",
                "VIRTUAL",
                List.of("IPV4", "UDP"),
                7,
                25,
                tags,
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
        List<Requirement> rows = List.of(
                row("IP", Stage.PACKETS, Capability.IPV4),
                row("UDP", Stage.UDP, Capability.UDP),
                row("HS", Stage.HANDSHAKE, Capability.TCP),
                row("DNS", Stage.DNS, Capability.UDP),
                row("PING", Stage.PACKETS, Capability.ICMP));
        Results results = new Results(run, rows, List.of(), scenarios, end);
        return Standing.of(Judgement.of(results, false)).map(Standing::words).orElse(List.of());
    }

    private Requirement row(String id, Stage stage, Capability need) {
        int count = (int)
                scenarios.stream().filter(s -> s.requirements().contains(id)).count();
        return new Requirement(
                id,
                Level.LESSON,
                stage,
                "S",
                "",
                "",
                "",
                "",
                "",
                Set.of(need),
                List.of(),
                Judging.SCENARIOS,
                "",
                count);
    }

    private void judged(String row, Outcome outcome) {
        Stage stage = switch (row) {
            case "IP" -> Stage.PACKETS;
            case "UDP" -> Stage.UDP;
            case "HS" -> Stage.HANDSHAKE;
            default -> Stage.DNS;
        };
        scenarios.add(scenario(row, stage, outcome));
    }

    private static ScenarioResult scenario(String row, Stage stage, Outcome outcome) {
        return new ScenarioResult(
                row,
                "",
                "",
                row,
                stage,
                List.of(row),
                List.of(),
                List.of(),
                List.of(),
                outcome,
                null,
                1,
                3,
                0,
                0,
                null);
    }
}
