package dev.plumbline.steps.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** A network that mistreats packets leaves a right stack a chance. */
class HarmTest {
    @Test
    void twoOfEightPacketsInARowMayBeHarmed() {
        assertThat(Harm.leavesAChance(Set.of())).isTrue();
        assertThat(Harm.leavesAChance(Set.of(2, 3, 10, 11, 18))).isTrue();
        assertThat(Harm.leavesAChance(Set.of(5, 12, 13))).isTrue();
    }

    @Test
    void threeMayNot() {
        assertThat(Harm.leavesAChance(Set.of(2, 3, 4))).isFalse();
        assertThat(Harm.leavesAChance(Set.of(40, 20, 13, 14))).isFalse();
    }
}
