package dev.plumbline.steps.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.steps.tcp.IsnClock.Reading;
import dev.plumbline.tcp.SeqNumber;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long the suite waits for a stack's own numbers to come to where it wants them. */
class IsnClockTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final SeqNumber START = SeqNumber.of(6510);

    @Test
    void aClockOfFourMicrosecondsIsWaitedForAsLongAsItTakes() {
        SeqNumber wanted = START.plus(1_000_000_000);
        assertThat(clock(15_000_000).until(wanted, A_MINUTE))
                .isEqualTo(Duration.ofSeconds(4000).minus(A_MINUTE));
    }

    /** One that counts connections, or half seconds: its numbers would be there in centuries. */
    @Test
    void whatIsNoClockIsNotWaitedFor() {
        SeqNumber wanted = START.plus(1_000_000_000);
        assertThat(clock(1).until(wanted, A_MINUTE)).isZero();
        assertThat(clock(120).until(wanted, A_MINUTE)).isZero();
    }

    @Test
    void nobodyWaitsForNumbersThatStandOrGoBack() {
        assertThat(clock(0).until(START.plus(1), A_MINUTE)).isZero();
        assertThat(clock(-5).until(START.plus(1), A_MINUTE)).isZero();
    }

    private static IsnClock clock(int ticksAMinute) {
        return new IsnClock(
                List.of(new Reading(START, Duration.ZERO), new Reading(START.plus(ticksAMinute), A_MINUTE)));
    }
}
