package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.trial.FindingError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    private long now;
    private final Budget budget = new Budget(Duration.ofMinutes(30), () -> now);
    private final List<String> told = new ArrayList<>();

    private final RunListener listener = new RunListener() {
        @Override
        public void runsShort(String sentence) {
            told.add(sentence);
        }
    };

    @ParameterizedTest
    @CsvSource({"90s, PT1M30S", "30m, PT30M", "2h, PT2H"})
    void isTypedAsPeopleDo(String text, Duration time) {
        assertThat(RunOptions.budget(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "m", "0s", "-1m", "1d", "1.5h"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(RunOptions.budget(text)).isEmpty();
    }

    /** For Maven, as {@code --budget} is for the command. */
    @Test
    void aBuildMayHaveOneToo() {
        System.setProperty("plumbline.budget", "90s");
        try {
            assertThat(RunOptions.fromSystemProperties().budget()).isEqualTo(Duration.ofSeconds(90));
            System.setProperty("plumbline.budget", "soon");
            assertThatThrownBy(RunOptions::fromSystemProperties)
                    .isInstanceOf(CannotRun.class)
                    .hasMessage("expected a time such as 90s, 30m or 2h for -Dplumbline.budget, found 'soon'");
        } finally {
            System.clearProperty("plumbline.budget");
        }
        assertThat(RunOptions.fromSystemProperties().budget()).isEqualTo(RunOptions.USUAL_BUDGET);
    }

    @Test
    void nothingIsSaidWhileThereIsEnough() {
        pass(Duration.ofMinutes(23));
        budget.tell(listener);
        assertThat(told).isEmpty();
        assertThatCode(budget::require).doesNotThrowAnyException();
    }

    @Test
    void whatIsLeftIsSaidOnce() {
        pass(Duration.ofMinutes(25));
        budget.tell(listener);
        budget.tell(listener);
        assertThat(told).containsExactly("5 min of the run's budget of 30 min are left");
    }

    @Test
    void whenItIsOverNothingGoesOn() {
        pass(Duration.ofMinutes(31));
        assertThat(budget.isOver()).isTrue();
        assertThatThrownBy(budget::require).isInstanceOf(FindingError.class);
        assertThat(budget.sentence()).isEqualTo("the run's budget of 30 min is used up");
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
