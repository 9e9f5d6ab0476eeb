package dev.plumbline.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.adapter.selftest.Judged;
import dev.plumbline.adapter.selftest.SelfTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An adapter that works, made wrong in every way that somebody has been seen to do it: each is told by what is wrong. */
@Tag("long")
@Timeout(120)
class AdapterMistakesTest {
    private static final Duration TURN = Duration.ofMillis(500);

    static List<Mutation> mistakes() {
        return Mutation.mistakes();
    }

    static List<Mutation> harmless() {
        return Mutation.harmless();
    }

    @Test
    void aRightOneHasNoMistakes() {
        assertThat(mistakesOf(Mutation.of("right", "", List::of))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isNamed(Mutation mutation) {
        assertThat(mistakesOf(mutation))
                .anySatisfy(judged -> assertThat(judged.detail()).contains(mutation.told()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void isNoMistake(Mutation mutation) {
        assertThat(mistakesOf(mutation)).isEmpty();
    }

    @Test
    void theyAreThirtyAtLeast() {
        assertThat(Mutation.mistakes()).hasSizeGreaterThan(30);
    }

    private static List<Judged> mistakesOf(Mutation mutation) {
        return SelfTest.of(() -> MutantProgram.start(mutation), TURN, judged -> {}).stream()
                .filter(judged -> judged.state() == Judged.State.MISTAKE)
                .toList();
    }
}
