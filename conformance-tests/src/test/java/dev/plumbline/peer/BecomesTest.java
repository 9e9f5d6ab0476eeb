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
}
