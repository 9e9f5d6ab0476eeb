package dev.plumbline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Packets;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for octets, their slices and the fields in them, whatever they are. */
@Domain(Packets.class)
@Domain(DomainContext.Global.class)
class OctetsProperties {
    /** Any field that a header could have. */
    private record AnyField(int bitOffset, int bits) implements HeaderField {}

    @Property
    void hexadecimalDigitsComeBack(@ForAll Octets octets) {
        assertThat(Octets.ofHex(octets.toHex())).isEqualTo(octets);
    }

    @Property
    void arraysComeBack(@ForAll byte[] bytes) {
        assertThat(Octets.copyOf(bytes).toByteArray()).isEqualTo(bytes);
    }

    @Property
    void textComesBack(@ForAll("text") String text) {
        assertThat(Octets.ofText(text).toText()).isEqualTo(text);
    }

    @Property
    void theTwoPartsMakeTheWhole(@ForAll Octets octets, @ForAll @IntRange(max = 1500) int where) {
        int cut = Math.min(where, octets.length());
        Octets whole = octets.slice(0, cut).plus(octets.from(cut));

        assertThat(whole).isEqualTo(octets).hasSameHashCodeAs(octets);
    }

    @Property
    void aSliceOfASliceIsASlice(
            @ForAll Octets octets, @ForAll @IntRange(max = 1500) int a, @ForAll @IntRange(max = 1500) int b) {
        int start = Math.min(Math.min(a, b), octets.length());
        int end = Math.min(Math.max(a, b), octets.length());
        Octets slice = octets.from(start).slice(0, end - start);

        assertThat(slice).isEqualTo(octets.slice(start, end)).hasSameHashCodeAs(octets.slice(start, end));
        assertThat(slice.toHex()).isEqualTo(octets.toHex().substring(2 * start, 2 * end));
    }

    @Property
    void changingAnyOctetMakesThemUnequal(@ForAll Octets octets, @ForAll @IntRange(max = 1500) int where) {
        Octets some = octets.plus(Octets.of(1));
        int at = where % some.length();

        assertThat(some.withAt(at, Octets.of(some.u8(at) + 1))).isNotEqualTo(some);
        assertThat(some.slice(0, some.length() - 1)).isNotEqualTo(some);
    }

    @Property
    void numbersAreInNetworkByteOrder(@ForAll int number, @ForAll @IntRange(max = 9) int before) {
        String digits = "00".repeat(before) + String.format("%08x", number);
        Octets octets = Octets.ofHex(digits);

        assertThat(octets.i32(before)).isEqualTo(number);
        assertThat(octets.u16(before)).isEqualTo(number >>> 16);
        assertThat(octets.u16(before + 2)).isEqualTo(number & 0xffff);
        assertThat(octets.u8(before + 3)).isEqualTo(number & 0xff);
    }

    @Property
    void aFieldIsTheBitsOfTheWholeNumber(@ForAll("longOctets") Octets octets, @ForAll("fields") AnyField field) {
        int below = octets.length() * 8 - field.bitOffset() - field.bits();
        BigInteger expected =
                new BigInteger(1, octets.toByteArray()).shiftRight(below).mod(BigInteger.ONE.shiftLeft(field.bits()));

        assertThat(octets.get(field)).isEqualTo(expected.longValue());
    }

    @Property
    void aFieldHoldsWhatWasPutIntoIt(
            @ForAll("longOctets") Octets octets, @ForAll("fields") AnyField field, @ForAll long value) {
        long fits = field.bits() == 64 ? value : value & (1L << field.bits()) - 1;

        assertThat(octets.with(field, value).get(field)).isEqualTo(fits);
    }

    @Property
    void puttingAFieldChangesNoBitBesideIt(
            @ForAll("longOctets") Octets octets, @ForAll("fields") AnyField field, @ForAll long value) {
        BigInteger difference = number(octets).xor(number(octets.with(field, value)));
        int below = octets.length() * 8 - field.bitOffset() - field.bits();

        assertThat(difference.shiftRight(below).shiftLeft(below)).isEqualTo(difference);
        assertThat(difference.bitLength()).isLessThanOrEqualTo(below + field.bits());
    }

    @Property
    void puttingBackWhatWasThereChangesNothing(@ForAll("longOctets") Octets octets, @ForAll("fields") AnyField field) {
        assertThat(octets.with(field, octets.get(field))).isEqualTo(octets);
    }

    @Property
    void aFieldIsThereIfItsLastBitIs(@ForAll @IntRange(max = 40) int length, @ForAll("fields") AnyField field) {
        assertThat(Octets.wrap(new byte[length]).has(field)).isEqualTo(field.bitOffset() + field.bits() <= length * 8);
    }

    @Provide
    Arbitrary<AnyField> fields() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(1, 64))
                .as(AnyField::new)
                .edgeCases(edges -> edges.includeOnly(new AnyField(0, 1), new AnyField(7, 64), new AnyField(8, 64)));
    }

    /** Long enough for any of the fields. */
    @Provide
    Arbitrary<Octets> longOctets() {
        return Packets.octets(40)
                .map(octets -> octets.plus(Octets.wrap(new byte[33])))
                .edgeCases(EdgeCases.Config::none);
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings().excludeChars(surrogates()).ofMaxLength(40);
    }

    private static char[] surrogates() {
        char[] halves = new char[Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = (char) (Character.MIN_SURROGATE + i);
        }
        return halves;
    }

    private static BigInteger number(Octets octets) {
        return new BigInteger(1, octets.toByteArray());
    }
}
