package dev.plumbline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Sums that a reader can follow with a pencil. */
class InternetChecksumTest {
    @Test
    void theExampleOfRfc1071Section3() {
        Octets octets = Octets.ofHex("00 01 f2 03 f4 f5 f6 f7");

        // 0001 + f203 + f4f5 + f6f7 = 2ddf0; the carry of 2 comes back in at the right: ddf2.
        assertThat(InternetChecksum.sum(octets) % 0xffff).isEqualTo(0xddf2);
        assertThat(InternetChecksum.of(octets)).isEqualTo(0xffff - 0xddf2);
    }

    @Test
    void theExampleOfRfc1071Section3InSwappedOrder() {
        assertThat(InternetChecksum.of(Octets.ofHex("01 00 03 f2 f5 f4 f7 f6"))).isEqualTo(0xffff - 0xf2dd);
    }

    @Test
    void theExampleOfRfc1071Section3InTwoGroups() {
        Octets first = Octets.ofHex("00 01 f2");
        Octets second = Octets.ofHex("03 f4 f5 f6 f7");

        // The second group begins at an odd octet, so its sum counts with its two octets swapped.
        int sum = 0xffff - InternetChecksum.of(second);
        int swapped = sum >>> 8 | (sum & 0xff) << 8;
        assertThat(InternetChecksum.finish(InternetChecksum.sum(first) + swapped))
                .isEqualTo(0xffff - 0xddf2);
    }

    @Test
    void theExampleOfRfc1624Section4() {
        // A word 5555 becomes 3285 under a checksum of dd2f: the result is 0000, not ffff.
        assertThat(InternetChecksum.finish((0xffff - 0xdd2f) + (0xffff - 0x5555) + 0x3285))
                .isZero();
    }

    @Test
    void nothingSumsToZero() {
        assertThat(InternetChecksum.of(Octets.empty())).isEqualTo(0xffff);
        assertThat(InternetChecksum.of(Octets.of(0, 0))).isEqualTo(0xffff);
    }

    @Test
    void allOnesAreTheOtherZero() {
        assertThat(InternetChecksum.of(Octets.of(0xff, 0xff))).isZero();
    }

    @Test
    void anOddOctetIsTheLeftHalfOfAWord() {
        assertThat(InternetChecksum.of(Octets.of(0x12))).isEqualTo(0xffff - 0x1200);
    }

    @Test
    void theLongestDatagramDoesNotOverflowTheSum() {
        byte[] ones = new byte[65535];
        Arrays.fill(ones, (byte) 0xff);

        // 32767 words of ffff, which is zero, and the odd octet.
        assertThat(InternetChecksum.of(Octets.wrap(ones))).isEqualTo(0xffff - 0xff00);
    }

    @Test
    void aCarryThatCausesAnotherCarryIsNotLost() {
        // Summed 32 bits at a time the left halves give 1ffffffff; its carry makes 100000000, whose carry makes 1.
        Octets octets = Octets.ofHex("ffffffff00000000 ffffffff00000000 0000000100000000");

        assertThat(InternetChecksum.of(octets)).isEqualTo(0xfffe);
    }
}
