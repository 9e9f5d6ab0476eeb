package dev.plumbline.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Shrinkable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTokenTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HS-2.3fa9c1.s7.n25.t0.-",
                "HS-2.3fa9c1.s7.n25.t0.0.3_1.0",
                "RFC9293/MUST-41.000000.s-12.n25.t24.10.23",
                "NET-2.c13857.s7.n25.t11.0.2-6_0.3-19_0.10_1.0",
                "udp.abcdef.s4294967295.n1000.t999.0.0-2_2.1"
            })
    void aTokenIsReadBackAsItWasWritten(String token) {
        assertThat(ReplayToken.parse(token)).hasToString(token);
        assertThat(ReplayToken.parse(token).shrinkPath())
                .hasToString(ReplayToken.parse(token).path());
    }

    @Test
    void aTokenNamesScenarioSeedTriesTrialAndPath() {
        assertThat(ReplayToken.parse("HS-2.3fa9c1.s7.n25.t3.0.4_1.0"))
                .isEqualTo(new ReplayToken("HS-2.3fa9c1", 7, 25, 3, "0.4_1.0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HS-2",
                "HS-2.3fa9c1.s7.n25.t0",
                "HS-2.3fa9c1.s7.n25.t0.",
                "HS-2.3fa9c1.s7.n25.t0.0",
                "HS-2.3fa9c1.s7.n25.t0.0.3_",
                "HS-2.3fa9c1.s7.n25.t-1.-",
                "HS-2.3FA9C1.s7.n25.t0.-",
                "HS-2.3fa9c1.s99999999999999999999.n25.t0.-",
                "HS-2.3fa9c1.s7.n99999999999.t0.-",
                "HS-2.3fa9c1.s7.n25.t0.0.99999999999",
                "HS-2.3fa9c1.s7.n0.t0.-"
            })
    void whatIsNoTokenIsRefusedWithAnExampleOfOne(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplayToken.parse(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("HS-2.3fa9c1.s7.n25.t0.0.3_1.0");
    }

    @Test
    void aPathOfNoStepsIsAHyphen() {
        assertThat(ShrinkPath.NONE).hasToString("-");
        assertThat(ShrinkPath.parse("-")).isEqualTo(ShrinkPath.NONE);
    }

    @Test
    void aPathGrowsAtItsEnd() {
        assertThat(ShrinkPath.NONE.then(0, 3).then(1, 0)).hasToString("0.3_1.0");
    }

    @Test
    void stepsThatFollowEachOtherAreCounted() {
        assertThat(ShrinkPath.NONE.then(0, 3).then(0, 3).then(1, 0).then(0, 3)).hasToString("0.3-2_1.0_0.3");
        assertThat(ShrinkPath.parse("0.3_0.3_1.0")).isEqualTo(ShrinkPath.parse("0.3-2_1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0.1.2", "a.b", "0.1__1.0"})
    void whatIsNoPathIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ShrinkPath.parse(text));
    }

    @Test
    void aPathLeadsFromAValueToASimplerOne() {
        Shrinkable<Integer> from = Draws.withinSession(() -> Arbitraries.integers()
                .between(0, 1000)
                .withoutEdgeCases()
                .generator(1000)
                .next(new java.util.Random(3)));
        List<Integer> simpler =
                Draws.withinSession(() -> from.shrink().map(Shrinkable::value).toList());
        assertThat(ShrinkPath.NONE.then(0, 1).follow(0, from).value()).isEqualTo(simpler.get(1));
        assertThat(ShrinkPath.NONE.then(0, 1).follow(1, from).value()).isEqualTo(from.value());
    }
}
