package dev.plumbline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OctetsTest {
    private record Field(int bitOffset, int bits) implements HeaderField {}

    private static final Octets ABCD = Octets.ofHex("0a 0b 0c 0d");

    @Test
    void fieldsOfAnyWidthAreReadAndReplaced() {
        Octets ipv4Start = Octets.ofHex("45 00 05 dc");

        assertThat(ipv4Start.get(new Field(0, 4))).isEqualTo(4);
        assertThat(ipv4Start.get(new Field(4, 4))).isEqualTo(5);
        assertThat(ipv4Start.get(new Field(16, 16))).isEqualTo(1500);
        assertThat(ipv4Start.with(new Field(4, 4), 6)).isEqualTo(Octets.ofHex("46 00 05 dc"));
    }

    @Test
    void aSliceIsNotAffectedByWhatIsDoneToItsOrigin() {
        Octets slice = ABCD.from(2);

        assertThat(ABCD.withAt(2, Octets.of(0xff))).isEqualTo(Octets.ofHex("0a 0b ff 0d"));
        assertThat(slice).isEqualTo(Octets.of(0x0c, 0x0d));
    }

    @Test
    void aCopyIsNotAffectedByWhatIsDoneToTheArray() {
        byte[] bytes = {1, 2};
        Octets octets = Octets.copyOf(bytes);
        bytes[0] = 9;

        assertThat(octets).isEqualTo(Octets.of(1, 2));
        octets.toByteArray()[1] = 9;
        assertThat(octets).isEqualTo(Octets.of(1, 2));
    }

    @Test
    void valuesAreTakenModulo256() {
        assertThat(Octets.of(-1, 256, 0x1ff)).isEqualTo(Octets.of(255, 0, 255));
    }

    @Test
    void emptyIsEmptyHoweverItWasMade() {
        assertThat(Octets.of())
                .isEqualTo(Octets.empty())
                .isEqualTo(ABCD.slice(4, 4))
                .isEqualTo(Octets.ofHex(""));
        assertThat(Octets.empty().isEmpty()).isTrue();
        assertThat(ABCD.isEmpty()).isFalse();
        assertThat(ABCD).isNotEqualTo("0a0b0c0d");
    }

    @Test
    void theyPrintAsHexadecimalAndNotTooLong() {
        assertThat(ABCD).hasToString("[0a0b0c0d]");
        assertThat(Octets.wrap(new byte[32])).hasToString("[" + "00".repeat(32) + "]");
        assertThat(Octets.wrap(new byte[1460])).hasToString("[" + "00".repeat(32) + " and 1428 more]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0g", "0x00", "00:01", "0 1", "00 0 1"})
    void whatIsNotPairsOfHexadecimalDigitsIsRefused(String hex) {
        assertThatIllegalArgumentException().isThrownBy(() -> Octets.ofHex(hex));
    }

    @Test
    void hexadecimalPairsMayStandApart() {
        assertThat(Octets.ofHex(" 0a0b  0C 0D ")).isEqualTo(ABCD);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void beyondTheEndThereIsNothingToRead(int index) {
        String message = "octet " + index + " of 4";
        Octets middle = Octets.of(1).plus(ABCD).plus(Octets.of(2, 3, 4, 5)).slice(1, 5);

        assertOutOfBounds(() -> middle.u8(index), message);
        assertOutOfBounds(() -> middle.u16(index), message);
        assertOutOfBounds(() -> middle.i32(index), message);
        assertOutOfBounds(() -> middle.withAt(index, Octets.of(1)), message);
    }

    @Test
    void aNumberMustLieWithinTheOctetsEntirely() {
        Octets start = ABCD.slice(0, 3);

        assertOutOfBounds(() -> start.u16(2), "octet 2 of 3");
        assertOutOfBounds(() -> start.i32(0), "octet 0 of 3");
        assertOutOfBounds(() -> start.withAt(2, Octets.of(1, 2)), "octet 2 of 3");
    }

    @Test
    void aSliceMustLieWithinTheOctets() {
        assertOutOfBounds(() -> ABCD.slice(-1, 2), "octets -1 to 2 of 4");
        assertOutOfBounds(() -> ABCD.slice(0, 5), "octets 0 to 5 of 4");
        assertOutOfBounds(() -> ABCD.slice(3, 2), "octets 3 to 2 of 4");
        assertOutOfBounds(() -> ABCD.from(5), "octets 5 to 4 of 4");
    }

    @Test
    void aFieldMustLieWithinTheOctets() {
        Field field = new Field(25, 8);
        String message = "field Field[bitOffset=25, bits=8] lies beyond the end of 4 octets";

        assertOutOfBounds(() -> ABCD.get(field), message);
        assertOutOfBounds(() -> ABCD.with(field, 0), message);
    }

    private static void assertOutOfBounds(Runnable read, String message) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(read::run)
                .withMessage(message);
    }
}
