package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.spi.TimeBase;
import dev.plumbline.spi.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimelineTest {
    private final VirtualTimeline timeline = new VirtualTimeline(1000);
    private final List<String> ran = new ArrayList<>();

    @Test
    void eventsHappenInOrderAndAtTheirTime() {
        timeline.after(seconds(2), () -> ran.add("b at " + timeline.now()));
        timeline.after(seconds(1), () -> ran.add("a at " + timeline.now()));
        timeline.after(seconds(2), () -> ran.add("c at " + timeline.now()));

        assertThat(timeline.runUntil(() -> ran.size() == 3, seconds(5))).isTrue();
        assertThat(ran).containsExactly("a at PT1S", "b at PT2S", "c at PT2S");
        assertThat(timeline.now()).isEqualTo(seconds(2));
        assertThat(timeline.eventsRun()).isEqualTo(3);
        assertThat(timeline.base()).isEqualTo(TimeBase.VIRTUAL);
    }

    @Test
    void whatHoldsAlreadyRunsNothing() {
        timeline.after(Duration.ZERO, () -> ran.add("never"));

        assertThat(timeline.runUntil(() -> true, seconds(1))).isTrue();
        assertThat(ran).isEmpty();
        assertThat(timeline.now()).isEqualTo(Duration.ZERO);
    }

    @Test
    void theClockStopsExactlyAtTheLimit() {
        timeline.after(seconds(3), () -> ran.add("at the limit"));
        timeline.after(Duration.ofSeconds(3, 1), () -> ran.add("beyond"));

        assertThat(timeline.runUntil(() -> false, seconds(3))).isFalse();
        assertThat(ran).containsExactly("at the limit");
        assertThat(timeline.now()).isEqualTo(seconds(3));

        timeline.runUntil(() -> false, Duration.ofNanos(1));
        assertThat(ran).hasSize(2);
        timeline.runUntil(() -> false, Duration.ofDays(1));
        assertThat(timeline.now()).isEqualTo(Duration.ofDays(1).plusSeconds(3).plusNanos(1));
    }

    @Test
    void aCancelledTimerDoesNothingAndCancellingLateDoesNoHarm() {
        Timer cancelled = timeline.after(seconds(1), () -> ran.add("cancelled"));
        Timer late = timeline.after(seconds(1), () -> ran.add("ran"));
        cancelled.cancel();
        timeline.runUntil(() -> false, seconds(2));
        late.cancel();
        cancelled.cancel();

        assertThat(ran).containsExactly("ran");
        assertThat(timeline.runUntil(() -> false, seconds(1))).isFalse();
    }

    @Test
    void anEndlessInstantIsALivelock() {
        timeline.after(seconds(4), this::again);

        assertThatThrownBy(() -> timeline.runUntil(() -> false, seconds(9)))
                .isInstanceOf(Livelock.class)
                .hasMessage("more than 1000 events at 4.000000 s without time passing: "
                        + "something starts itself again with a delay of zero");
    }

    @Test
    void manyEventsAtDifferentInstantsAreNone() {
        for (int i = 0; i < 3000; i++) {
            timeline.after(Duration.ofNanos(i / 1000), () -> ran.add(""));
        }
        assertThat(timeline.runUntil(() -> ran.size() == 3000, seconds(1))).isTrue();
    }

    @Test
    void otherThreadsHandWorkIn() throws InterruptedException {
        Thread other = new Thread(() ->
                timeline.execute(() -> ran.add("on " + Thread.currentThread().getName())));
        other.start();
        other.join();

        assertThat(ran).isEmpty();
        timeline.runUntil(() -> false, seconds(1));
        assertThat(ran).containsExactly("on " + Thread.currentThread().getName());
    }

    @Test
    void delaysBeyondAnyHorizonAreTakenAndNegativeOnesAreNot() {
        timeline.after(Duration.ofSeconds(Long.MAX_VALUE), () -> ran.add("never"));

        assertThat(timeline.runUntil(() -> false, Duration.ofDays(365))).isFalse();
        assertThat(ran).isEmpty();
        assertThatThrownBy(() -> timeline.after(Duration.ofNanos(-1), () -> {})).hasMessageContaining("zero or more");
    }

    @Test
    void anEventCannotRunTheTimeline() {
        timeline.after(seconds(1), () -> timeline.runUntil(() -> false, seconds(1)));

        assertThatThrownBy(() -> timeline.runUntil(() -> false, seconds(2))).isInstanceOf(IllegalStateException.class);
        timeline.after(Duration.ZERO, () -> ran.add("goes on"));
        assertThat(timeline.runUntil(() -> !ran.isEmpty(), seconds(1))).isTrue();
    }

    private void again() {
        timeline.after(Duration.ZERO, this::again);
    }

    private static Duration seconds(int n) {
        return Duration.ofSeconds(n);
    }
}
