package dev.plumbline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrowingOctetsTest {
    @Test
    void hasNoneAtFirst() {
        GrowingOctets octets = new GrowingOctets();
        assertThat(octets.length()).isZero();
        assertThat(octets.octets()).isEqualTo(Octets.empty());
    }

    @Test
    void onePartFollowsTheOther() {
        GrowingOctets octets = new GrowingOctets();
        Octets joined = Octets.empty();
        for (int i = 0; i < 300; i++) {
            Octets part = Octets.wrap(new byte[i % 7]).plus(Octets.of(i));
            octets.add(part);
            joined = joined.plus(part);
            assertThat(octets.length()).isEqualTo(joined.length());
            assertThat(octets.octets()).isEqualTo(joined);
        }
    }

    @Test
    void whatWasTakenDoesNotChange() {
        GrowingOctets octets = new GrowingOctets();
        octets.add(Octets.ofText("first"));
        Octets taken = octets.octets();
        octets.add(Octets.ofText(", then more than there was room for, and more again, and again, and again"));
        octets.add(Octets.ofText("!"));
        assertThat(taken.toText()).isEqualTo("first");
        assertThat(octets.octets().toText()).startsWith("first, then").endsWith("again!");
    }
}
