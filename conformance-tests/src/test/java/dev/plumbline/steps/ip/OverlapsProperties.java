package dev.plumbline.steps.ip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OverlapsProperties {
    private static final int BLOCK = 8;
    private static final int MOST = 68;

    /** A block of ones, turned into zeros, passed: 0xffff and 0 are the same in a sum. Nobody can tell then that something is wrong. */
    @Property
    void whateverIsTakenOfWhatContradictsShowsInTheSum(
            @ForAll("blocks") Octets sent, @ForAll int one, @ForAll int other) {
        int blocks = sent.length() / BLOCK;
        int from = Math.floorMod(Math.min(one, other), blocks) * BLOCK;
        int to = from + (1 + Math.floorMod(Math.max(one, other), blocks - from / BLOCK)) * BLOCK;
        Octets changed = sent.slice(0, from)
                .plus(Overlaps.CONTRADICTING.apply(sent.slice(from, to)))
                .plus(sent.from(to));
        assertThat(changed.length()).isEqualTo(sent.length());
        assertThat(InternetChecksum.of(changed)).isNotEqualTo(InternetChecksum.of(sent));
    }

    @Provide
    Arbitrary<Octets> blocks() {
        Arbitrary<Byte> octets =
                Arbitraries.oneOf(Arbitraries.bytes(), Arbitraries.of((byte) 0, (byte) 0xff, (byte) 0xfe));
        return Arbitraries.integers()
                .between(1, MOST)
                .flatMap(blocks -> octets.array(byte[].class).ofSize(blocks * BLOCK))
                .map(Octets::wrap);
    }
}
