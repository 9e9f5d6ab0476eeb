package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.trial.FindingError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
