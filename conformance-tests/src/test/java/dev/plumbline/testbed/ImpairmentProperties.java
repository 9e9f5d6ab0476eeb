package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.testbed.Impairment.Delivery;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ImpairmentProperties {
    private static final Octets DATAGRAM = Octets.of(1, 2, 3, 4);
    private static final Duration GAP = Duration.ofMillis(1);

    private final SplittableRandom random = new SplittableRandom(7);

    @Property(tries = 30)
    void losesTheShareItSays(@ForAll @DoubleRange(min = 0, max = 1) double p) {
        int n = 2000;
        long lost = IntStream.range(0, n)
                .filter(i -> Impairment.losing(p).pass(i, DATAGRAM, random).isEmpty())
                .count();
        // Five standard deviations.
        assertThat(lost / (double) n).isBetween(p - 0.06, p + 0.06);
    }

    @Property
    void aPermutationIsTheOrderOfArrival(@ForAll("orders") List<Integer> order) {
        Impairment impairment = Impairment.permuting(order, GAP);
        List<Integer> arrived = IntStream.range(0, order.size())
                .boxed()
                .sorted(Comparator.comparing(i -> only(impairment, i).delay()))
                .toList();
        assertThat(arrived).isEqualTo(order);
        assertThat(only(impairment, order.size()).delay()).isZero();
    }

    @Property
    void corruptionInvertsExactlyOneBit(@ForAll @IntRange(min = 0, max = 31) int bit) {
        Octets hit = only(Impairment.corrupting(3, bit), 3).datagram();
        assertThat(hit.i32(0) ^ DATAGRAM.i32(0)).isEqualTo(0x80000000 >>> bit);
        assertThat(Integer.bitCount(
                        only(Impairment.corrupting(1.0), 0).datagram().i32(0) ^ DATAGRAM.i32(0)))
                .isEqualTo(1);
        assertThat(only(Impairment.corrupting(3, bit), 2).datagram()).isEqualTo(DATAGRAM);
    }

    @Property
    void jitterStaysWithinItsBound(@ForAll @IntRange(min = 0, max = 1000) int most) {
        Duration delay = only(Impairment.jitter(Duration.ofNanos(most)), 0).delay();
        assertThat(delay).isBetween(Duration.ZERO, Duration.ofNanos(most));
    }

    @Example
    void explicitNumbersAreHitAndNoOthers() {
        assertThat(counts(Impairment.dropping(Set.of(0, 2)), 4)).containsExactly(0, 1, 0, 1);
        assertThat(counts(Impairment.duplicating(Set.of(1), GAP), 3)).containsExactly(1, 2, 1);
        assertThat(counts(Impairment.duplicating(1, GAP), 2)).containsExactly(2, 2);
        assertThat(counts(Impairment.none(), 2)).containsExactly(1, 1);
        assertThat(only(Impairment.reordering(Map.of(1, GAP)), 1).delay()).isEqualTo(GAP);
        assertThat(only(Impairment.reordering(Map.of(1, GAP)), 0).delay()).isZero();
    }

    @Example
    void oneAfterTheOtherAddsDelaysAndActsOnEveryCopy() {
        Impairment both = Impairment.duplicating(Set.of(0), GAP)
                .then(Impairment.delay(Duration.ofSeconds(1)))
                .then(Impairment.corrupting(0, 7));
        assertThat(both.pass(0, DATAGRAM, random))
                .containsExactly(
                        new Delivery(Duration.ofMillis(1000), Octets.of(0, 2, 3, 4)),
                        new Delivery(Duration.ofMillis(1001), Octets.of(0, 2, 3, 4)));
        assertThat(Impairment.losing(1).then(both).pass(0, DATAGRAM, random)).isEmpty();
    }

    @Example
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> Impairment.losing(1.1)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> Impairment.corrupting(Double.NaN)).hasMessageContaining("0 to 1");
    }

    @Provide
    Arbitrary<List<Integer>> orders() {
        return Arbitraries.integers()
                .between(0, 12)
                .flatMap(n -> Arbitraries.shuffle(IntStream.range(0, n).boxed().toList()));
    }

    private Delivery only(Impairment impairment, int n) {
        List<Delivery> deliveries = impairment.pass(n, DATAGRAM, random);
        assertThat(deliveries).hasSize(1);
        return deliveries.get(0);
    }

    private List<Integer> counts(Impairment impairment, int n) {
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            counts.add(impairment.pass(i, DATAGRAM, random).size());
        }
        return counts;
    }
}
