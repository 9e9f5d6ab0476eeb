package dev.plumbline.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final int TRIES = 25;
    private static final Arbitrary<Integer> NUMBER = Arbitraries.integers()
            .between(0, 1_000_000)
            .edgeCases(edges -> edges.filter(v -> false).add(0, 1, 999_999));

    @Test
    void theFirstTrialsTakeTheEdgeCases() {
        assertThat(IntStream.range(0, 6).map(trial -> number(7, trial)).boxed()).containsOnly(0, 1, 999_999);
        assertThat(IntStream.range(0, 3).map(trial -> number(7, trial)).boxed()).doesNotHaveDuplicates();
    }

    @Test
    void theLaterTrialsTakeOtherValues() {
        assertThat(IntStream.range(10, TRIES)
                        .map(trial -> number(7, trial))
                        .distinct()
                        .boxed())
                .hasSizeGreaterThan(10)
                .doesNotContain(0, 1, 999_999);
    }

    @Test
    void theSameSeedGivesTheSameValues() {
        assertThat(numbers(7)).isEqualTo(numbers(7)).isNotEqualTo(numbers(8));
    }

    @Test
    void theValueOfANameIsDrawnOnce() {
        Draws draws = draws(7, 20);
        int first = draws.draw("a", NUMBER);
        assertThat(draws.draw("a", Arbitraries.just(-1))).isEqualTo(first);
        assertThat(draws.draw("b", NUMBER)).isNotEqualTo(first);
    }

    @Test
    void valuesAreToldInTheOrderOfDrawing() {
        Draws draws = draws(7, 0);
        List.of("z", "a", "m").forEach(name -> draws.draw(name, NUMBER));
        assertThat(draws.values().keySet()).containsExactly("z", "a", "m");
        assertThat(draws.count()).isEqualTo(3);
    }

    @Test
    void valuesThatDependOnOthersCanBeToldAtAnyTime() {
        Draws draws = draws(7, 20);
        Arbitrary<List<Integer>> some =
                NUMBER.flatMap(n -> Arbitraries.integers().between(0, n)).list().ofSize(3);
        List<Integer> drawn = Draws.withinSession(() -> draws.draw("some", some));
        assertThat(draws.values()).containsEntry("some", drawn);
    }

    @Test
    void edgeCasesOfSeveralDrawsMeetInDifferentCombinations() {
        Arbitrary<Integer> four = Arbitraries.of(1, 2, 3, 4);
        assertThat(IntStream.range(0, 4).mapToObj(trial -> {
                    Draws draws = draws(7, trial);
                    return draws.draw("a", four).equals(draws.draw("b", four));
                }))
                .contains(false);
    }

    private static List<Integer> numbers(long seed) {
        return IntStream.range(0, TRIES).mapToObj(trial -> number(seed, trial)).toList();
    }

    private static int number(long seed, int trial) {
        return draws(seed, trial).draw("a number", NUMBER);
    }

    private static Draws draws(long seed, int trial) {
        return new Draws(seed, trial, TRIES, ShrinkPath.NONE);
    }
}
