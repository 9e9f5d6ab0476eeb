package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.spi.TimeBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealTimelineTest {
    private final RealTimeline timeline = new RealTimeline();
    private final List<String> ran = new ArrayList<>();

    @Test
    void waitsForEventsInTheirOrderAndNeverRunsThemEarly() {
        timeline.after(Duration.ofMillis(20), () -> ran.add("b"));
        timeline.after(Duration.ofMillis(10), () -> ran.add("a"));

        assertThat(timeline.runUntil(() -> ran.size() == 2, Duration.ofMinutes(1)))
                .isTrue();
        assertThat(ran).containsExactly("a", "b");
        assertThat(timeline.now()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
        assertThat(timeline.base()).isEqualTo(TimeBase.REAL);
        assertThat(timeline.eventsRun()).isEqualTo(2);
    }

    @Test
    void givesUpAtTheLimitAndNotBefore() {
        timeline.after(Duration.ofHours(1), () -> ran.add("never"));
        Duration start = timeline.now();

        assertThat(timeline.runUntil(() -> false, Duration.ofMillis(15))).isFalse();
        assertThat(timeline.now().minus(start)).isGreaterThanOrEqualTo(Duration.ofMillis(15));
        assertThat(ran).isEmpty();
    }

    @Test
    void wakesUpForWorkFromAnotherThread() throws InterruptedException {
        Thread other = new Thread(
                () -> timeline.execute(() -> ran.add(Thread.currentThread().getName())));
        timeline.after(Duration.ofMillis(5), other::start);

        assertThat(timeline.runUntil(() -> !ran.isEmpty(), Duration.ofMinutes(1)))
                .isTrue();
        other.join();
        assertThat(ran).containsExactly(Thread.currentThread().getName());
        assertThat(timeline.now()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aTimerThatStartsItselfAgainAtOnceDoesNotOutliveTheLimit() {
        again();

        assertThat(timeline.runUntil(() -> false, Duration.ofMillis(5))).isFalse();
    }

    @Test
    void anInterruptEndsTheWait() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> timeline.runUntil(() -> false, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void countsWhatHappensMoreThanASecondAfterItWasDue() {
        long[] machine = {5_000_000_000L};
        RealTimeline busy = new RealTimeline(() -> machine[0]);
        busy.after(Duration.ofSeconds(1), () -> ran.add("in time"));
        machine[0] += 1_900_000_000L;
        assertThat(busy.runUntil(() -> !ran.isEmpty(), Duration.ZERO)).isTrue();
        assertThat(busy.delays()).isZero();

        busy.after(Duration.ZERO, () -> ran.add("due"));
        busy.execute(() -> ran.add("from another thread"));
        machine[0] += 1_100_000_000L;
        assertThat(busy.runUntil(() -> ran.size() == 3, Duration.ZERO)).isTrue();
        assertThat(busy.delays()).isEqualTo(2);
    }

    private void again() {
        timeline.after(Duration.ZERO, this::again);
    }
}
