package dev.plumbline.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Packets;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** The arithmetic of RFC 9293 section 3.4: a circle of 2^32 numbers, on which "before" means less than half way round. */
@Domain(Packets.class)
@Domain(DomainContext.Global.class)
class SeqNumberProperties {
    private static final long HALF = 1L << 31;
    private static final long WHOLE = 1L << 32;

    @Property
    void addingIsAdditionModulo2To32(@ForAll SeqNumber number, @ForAll long octets) {
        BigInteger expected = BigInteger.valueOf(number.value())
                .add(BigInteger.valueOf(octets))
                .mod(BigInteger.valueOf(WHOLE));

        assertThat(number.plus(octets).value()).isEqualTo(expected.longValueExact());
    }

    @Property
    void theDistanceIsWhatWasAdded(@ForAll SeqNumber number, @ForAll("distances") int distance) {
        assertThat(number.plus(distance).minus(number)).isEqualTo(distance);
    }

    @Property
    void oneOfTwoNumbersIsBeforeTheOther(@ForAll SeqNumber number, @ForAll("distances") int distance) {
        SeqNumber other = number.plus(distance);

        assertThat(number.isBefore(other)).isEqualTo(distance > 0);
        assertThat(other.isBefore(number)).isEqualTo(distance < 0);
        assertThat(number.isAfter(other)).isEqualTo(distance < 0);
        assertThat(number.isAtOrBefore(other)).isEqualTo(distance >= 0);
        assertThat(number.isAtOrAfter(other)).isEqualTo(distance <= 0);
    }

    @Property
    void movingBothChangesNothing(
            @ForAll SeqNumber number, @ForAll("distances") int distance, @ForAll @LongRange(max = WHOLE) long shift) {
        assertThat(number.plus(shift).isBefore(number.plus(shift).plus(distance)))
                .isEqualTo(number.isBefore(number.plus(distance)));
    }

    @Property
    void theLaterOfTwoIsTheLaterWhicheverIsNamedFirst(@ForAll SeqNumber number, @ForAll("distances") int distance) {
        SeqNumber other = number.plus(distance);
        SeqNumber later = distance > 0 ? other : number;

        assertThat(SeqNumber.later(number, other)).isEqualTo(later);
        assertThat(SeqNumber.later(other, number)).isEqualTo(later);
    }

    @Property
    void aNumberIsWithinARangeIfItIsLessThanItsSizeAfterTheStart(
            @ForAll SeqNumber start, @ForAll("steps") long steps, @ForAll("steps") long size) {
        assertThat(start.plus(steps).isWithin(start, size)).isEqualTo(steps < size);
    }

    @Property
    void theWholeCircleHoldsEveryNumberAndNothingHoldsNone(@ForAll SeqNumber number, @ForAll SeqNumber start) {
        assertThat(number.isWithin(start, WHOLE)).isTrue();
        assertThat(number.isWithin(start, 0)).isFalse();
    }

    @Property
    void aSegmentEndsAfterItsOctetsSynAndFin(@ForAll TcpSegment segment) {
        int length =
                segment.payload().length() + (segment.has(TcpFlag.SYN) ? 1 : 0) + (segment.has(TcpFlag.FIN) ? 1 : 0);

        assertThat(segment.len()).isEqualTo(length);
        assertThat(segment.end().minus(segment.seq())).isEqualTo(length);
    }

    /** How far apart two numbers can be so that one of them is before the other. */
    @Provide
    Arbitrary<Integer> distances() {
        return Arbitraries.integers()
                .between(-Integer.MAX_VALUE, Integer.MAX_VALUE)
                .edgeCases(edges -> edges.includeOnly(-Integer.MAX_VALUE, -1, 0, 1, Integer.MAX_VALUE));
    }

    @Provide
    Arbitrary<Long> steps() {
        return Arbitraries.longs()
                .between(0, WHOLE - 1)
                .edgeCases(edges -> edges.includeOnly(0L, 1L, 2L, 65535L, HALF - 1, HALF, HALF + 1, WHOLE - 1));
    }
}
