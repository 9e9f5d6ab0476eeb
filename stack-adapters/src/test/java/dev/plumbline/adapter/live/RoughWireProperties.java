package dev.plumbline.adapter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RoughWireProperties {
    private final FakeWire wire = new FakeWire();

    @Property(tries = 200)
    void whatIsNotLostArrivesOnceInWhateverOrder(
            @ForAll @DoubleRange(min = 0, max = 0.9) double loss,
            @ForAll @DoubleRange(min = 0, max = 0.9) double reordering,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 200) int count) {
        FakeWire beyond = new FakeWire();
        RoughWire rough = new RoughWire(beyond, loss, reordering, seed);
        List<Octets> sent = datagrams(count);
        sent.forEach(rough::send);
        rough.await(Duration.ZERO, arrival -> {});
        assertThat(beyond.sent).doesNotHaveDuplicates().isSubsetOf(sent).hasSize(count - (int) rough.lost());
    }

    @Property(tries = 200)
    void theSameHoldsForWhatComesIn(
            @ForAll @DoubleRange(min = 0, max = 0.9) double reordering,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 200) int count) {
        FakeWire beyond = new FakeWire();
        RoughWire rough = new RoughWire(beyond, 0.1, reordering, seed);
        beyond.arriving.addAll(datagrams(count));
        List<Octets> came = new ArrayList<>();
        IntStream.rangeClosed(0, count).forEach(i -> rough.await(Duration.ZERO, came::add));
        assertThat(came).doesNotHaveDuplicates().hasSize(count - (int) rough.lost());
    }

    @Example
    void aPerfectWireChangesNothing() {
        RoughWire rough = new RoughWire(wire, 0, 0, 1);
        datagrams(50).forEach(rough::send);
        assertThat(wire.sent).isEqualTo(datagrams(50));
    }

    @Example
    void manyAreLostAndOvertakenWhenToldSo() {
        RoughWire rough = new RoughWire(wire, 0.25, 0.25, 7);
        datagrams(4000).forEach(rough::send);
        assertThat(rough.lost()).isBetween(850L, 1150L);
        assertThat(rough.overtaken()).isBetween(600L, 900L);
        assertThat(wire.sent)
                .isNotEqualTo(
                        wire.sent.stream().sorted((a, b) -> a.i32(0) - b.i32(0)).toList());
    }

    @Example
    void whoeverIsHeldBackIsNotForgottenWhenTheWireIsQuiet() {
        RoughWire rough = new RoughWire(wire, 0, 0.999999, 7);
        rough.send(Octets.of(1));
        assertThat(wire.sent).isEmpty();
        rough.await(Duration.ofSeconds(1), arrival -> {});
        assertThat(wire.sent).containsExactly(Octets.of(1));
        assertThat(wire.waits.get(0)).isLessThan(Duration.ofSeconds(1));
    }

    @Example
    void aShareThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new RoughWire(wire, 1.5, 0, 1)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> new RoughWire(wire, 0, -1, 1)).hasMessageContaining("-1");
    }

    private static List<Octets> datagrams(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Octets.of(i >>> 24, i >>> 16 & 255, i >>> 8 & 255, i & 255))
                .toList();
    }
}
