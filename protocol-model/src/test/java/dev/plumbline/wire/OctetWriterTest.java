package dev.plumbline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class OctetWriterTest {
    @Test
    void itWritesFromFrontToBackInNetworkByteOrder() {
        OctetWriter out = new OctetWriter(12);
        out.u8(0x1ff).u16(0x1aabb).i32(0x01020304).octets(Octets.of(9, 8)).padTo(12);

        assertThat(out.position()).isEqualTo(12);
        assertThat(out.toOctets()).isEqualTo(Octets.ofHex("ff aabb 01020304 0908 000000"));
    }

    @Test
    void paddingNeverGoesBack() {
        assertThat(new OctetWriter(2).u16(0x0102).padTo(1).position()).isEqualTo(2);
    }

    @Test
    void itStoresTheChecksumOfWhatWasWritten() {
        OctetWriter out = new OctetWriter(6);
        out.u16(0x0001).u16(0).u16(0xf203);

        assertThat(out.checksum(2, 4, 0)).isEqualTo(0xfffe);
        assertThat(out.toOctets()).isEqualTo(Octets.ofHex("0001 fffe f203"));
    }

    @Test
    void tooFewOctetsAreOurMistake() {
        OctetWriter out = new OctetWriter(3).u16(1);

        assertThatIllegalStateException().isThrownBy(out::toOctets).withMessage("wrote 2 octets of 3");
    }

    @Test
    void aHeaderStandsBeforeItsPayload() {
        OctetWriter out = new OctetWriter(4, Octets.of(7, 8)).u16(0x0102).u16(0);

        assertThat(out.position()).isEqualTo(4);
        assertThat(out.checksum(2, 6, 0)).isEqualTo(0xffff - 0x0102 - 0x0708);
        assertThat(out.toOctets()).isEqualTo(Octets.ofHex("0102 f7f5 0708"));
    }

    @Test
    void aHeaderThatRunsIntoItsPayloadIsOurMistake() {
        OctetWriter out = new OctetWriter(1, Octets.of(7, 8)).u16(1);

        assertThatIllegalStateException().isThrownBy(out::toOctets).withMessage("wrote 2 octets of 1");
    }
}
