package dev.plumbline.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What happens where 4294967295 is followed by 0 (RFC 9293 section 3.4). */
class SeqNumberTest {
    private static final SeqNumber LAST = SeqNumber.of(4294967295L);

    @Test
    void afterTheLastNumberComesZero() {
        assertThat(LAST.plus(1)).isEqualTo(SeqNumber.ZERO);
        assertThat(SeqNumber.ZERO.plus(-1)).isEqualTo(LAST);
        assertThat(LAST.isBefore(SeqNumber.ZERO)).isTrue();
        assertThat(SeqNumber.ZERO.isAfter(LAST)).isTrue();
        assertThat(SeqNumber.ZERO.minus(LAST)).isEqualTo(1);
    }

    @Test
    void numbersAreReadModulo2To32AndPrintedUnsigned() {
        assertThat(SeqNumber.of(1L << 32)).isEqualTo(SeqNumber.ZERO);
        assertThat(SeqNumber.of(-1)).isEqualTo(LAST).hasToString("4294967295");
    }

    @Test
    void aWindowMayStraddleTheWrap() {
        SeqNumber rcvNxt = SeqNumber.of(4294967290L);

        assertThat(rcvNxt.plus(-1).isWithin(rcvNxt, 10)).isFalse();
        assertThat(rcvNxt.isWithin(rcvNxt, 10)).isTrue();
        assertThat(SeqNumber.of(3).isWithin(rcvNxt, 10)).isTrue();
        assertThat(SeqNumber.of(4).isWithin(rcvNxt, 10)).isFalse();
    }

    @Test
    void halfWayRoundNobodyCanSayWhichIsFirst() {
        SeqNumber opposite = SeqNumber.ZERO.plus(1L << 31);

        assertThat(SeqNumber.ZERO.isBefore(opposite)).isTrue();
        assertThat(opposite.isBefore(SeqNumber.ZERO)).isTrue();
    }
}
