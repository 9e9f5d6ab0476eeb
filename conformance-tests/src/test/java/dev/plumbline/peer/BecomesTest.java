package dev.plumbline.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BecomesTest {
    private final AtomicInteger octets = new AtomicInteger();
    private final Becomes three = Becomes.becomesTrue("three octets", () -> octets.get() == 3, octets::toString);

    @Test
    void waitingEndsWhenItIsTrue() {
        assertThat(three.isSettled()).isFalse();
        octets.set(3);
        assertThat(three.isSettled()).isTrue();
        assertThat(three.finding()).isEmpty();
    }

    @Test
    void waitingEndsWhenItCannotBecomeTrueAnyMore() {
        Becomes hopeful = three.unless(() -> octets.get() > 3);
        octets.set(4);
        assertThat(three.isSettled()).isFalse();
        assertThat(hopeful.isSettled()).isTrue();
        assertThat(hopeful.finding())
                .hasValueSatisfying(finding -> assertThat(finding.came()).isEqualTo("4"));
    }

    /** A broken law has ended the wait: that it did not come by then is no finding of its own. */
    @Test
    void nothingIsSaidOnceSomethingElseWasFoundThatTellsMore() {
        Becomes explained = three.unlessExplained(() -> octets.get() > 1);
        octets.set(1);
        assertThat(explained.isSettled()).isFalse();
        assertThat(explained.finding()).isPresent();
        octets.set(2);
        assertThat(explained.isSettled()).isTrue();
        assertThat(explained.finding()).isEmpty();
        assertThat(explained.unless(() -> octets.get() > 1).finding()).isPresent();
    }
}
