package dev.plumbline.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plumbline.Damage;
import dev.plumbline.Packets;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for any TCP segment on its way to octets and back (RFC 9293 section 3.1). */
@Domain(Packets.class)
@Domain(DomainContext.Global.class)
class TcpSegmentProperties {
    @Property
    void whatIsWrittenIsRead(@ForAll TcpSegment segment, @ForAll Ipv4Address from, @ForAll Ipv4Address to) {
        assertThat(TcpSegment.decode(segment.encode(from, to), from, to)).isEqualTo(Decoded.valid(segment));
    }

    @Property
    void theBuilderCopiesEverything(@ForAll TcpSegment segment) {
        assertThat(segment.toBuilder().build()).isEqualTo(segment);
    }

    @Property
    void everyFieldStandsInItsPlace(@ForAll TcpSegment segment, @ForAll Ipv4Address from, @ForAll Ipv4Address to) {
        Octets octets = segment.encode(from, to);

        assertThat(octets.get(TcpField.SOURCE_PORT))
                .isEqualTo(segment.sourcePort().number());
        assertThat(octets.get(TcpField.DESTINATION_PORT))
                .isEqualTo(segment.destinationPort().number());
        assertThat(octets.get(TcpField.SEQUENCE_NUMBER)).isEqualTo(segment.seq().value());
        assertThat(octets.get(TcpField.ACKNOWLEDGMENT_NUMBER))
                .isEqualTo(segment.ack().value());
        assertThat(octets.get(TcpField.DATA_OFFSET) * 4).isEqualTo(segment.headerLength());
        assertThat(octets.get(TcpField.RESERVED)).isZero();
        assertThat(octets.get(TcpField.FLAGS)).isEqualTo(segment.flags().bits());
        assertThat(octets.get(TcpField.WINDOW)).isEqualTo(segment.window());
        assertThat(octets.get(TcpField.URGENT_POINTER)).isEqualTo(segment.urgentPointer());
        assertThat(octets.from(segment.headerLength())).isEqualTo(segment.payload());
    }

    @Property
    void theHeaderIsPaddedWithZerosToWholeWords(@ForAll TcpSegment segment) {
        int options = segment.options().stream().mapToInt(Packets::size).sum();
        Octets octets = segment.encode(Ipv4Address.UNSPECIFIED, Ipv4Address.UNSPECIFIED);
        Octets padding = octets.slice(20 + options, segment.headerLength());

        assertThat(segment.headerLength())
                .isBetween(20 + options, 20 + options + 3)
                .matches(length -> length % 4 == 0);
        assertThat(padding).isEqualTo(Octets.wrap(new byte[padding.length()]));
    }

    @Property
    void theSegmentAndItsPseudoHeaderSumToNothing(
            @ForAll TcpSegment segment, @ForAll Ipv4Address from, @ForAll Ipv4Address to) {
        Octets octets = segment.encode(from, to);
        Octets pseudoHeader =
                from.octets().plus(to.octets()).plus(Octets.of(0, 6, octets.length() >>> 8, octets.length()));

        assertThat(InternetChecksum.of(pseudoHeader.plus(octets))).isZero();
    }

    @Property
    void noChangedBitGoesUnnoticed(
            @ForAll TcpSegment segment,
            @ForAll Ipv4Address from,
            @ForAll Ipv4Address to,
            @ForAll @IntRange(max = 12479) int where) {
        Octets octets = segment.encode(from, to);
        int bit = where % (octets.length() * 8);
        Octets damaged = octets.withAt(bit / 8, Octets.of(octets.u8(bit / 8) ^ 0x80 >> bit % 8));

        assertThat(TcpSegment.decode(damaged, from, to).problem()).isPresent();
    }

    @Property
    void aSegmentForAnotherAddressIsRejected(
            @ForAll TcpSegment segment,
            @ForAll Ipv4Address from,
            @ForAll Ipv4Address to,
            @ForAll @IntRange(max = 31) int bit) {
        Octets octets = segment.encode(from, to);
        Ipv4Address other = new Ipv4Address(to.bits() ^ 1 << bit);

        assertThat(TcpSegment.decode(octets, from, other).problem()).isPresent();
        assertThat(TcpSegment.decode(octets, new Ipv4Address(from.bits() ^ 1 << bit), to)
                        .problem())
                .isPresent();
    }

    @Property
    void reservedBitsAreIgnored(@ForAll TcpSegment segment, @ForAll @IntRange(max = 15) int reserved) {
        Octets octets = repaired(
                segment.encode(Ipv4Address.UNSPECIFIED, Ipv4Address.UNSPECIFIED).with(TcpField.RESERVED, reserved));

        assertThat(decode(octets)).isEqualTo(Decoded.valid(segment));
    }

    @Property
    void noOctetsMakeTheDecoderThrow(@ForAll Octets octets) {
        assertThatCode(() -> decode(octets)).doesNotThrowAnyException();
        assertThatCode(() -> decode(repaired(octets))).doesNotThrowAnyException();
    }

    @Property
    void whatIsReadCanBeWrittenAgain(@ForAll TcpSegment segment, @ForAll("damages") Damage damage) {
        // With a right checksum, so that everything behind that check meets the damage too.
        Octets valid = segment.encode(Ipv4Address.UNSPECIFIED, Ipv4Address.UNSPECIFIED);
        Decoded<TcpSegment> decoded = decode(repaired(damage.applyTo(valid)));

        decoded.value()
                .ifPresent(read -> assertThat(decode(read.encode(Ipv4Address.UNSPECIFIED, Ipv4Address.UNSPECIFIED)))
                        .isEqualTo(decoded));
    }

    @Property
    void anyOctetsInTheOptionsAreReadOrRejected(@ForAll("optionOctets") Octets options) {
        Octets octets = repaired(Octets.wrap(new byte[20])
                .with(TcpField.DATA_OFFSET, 15)
                .plus(options)
                .plus(Octets.wrap(new byte[40 - options.length()])));

        assertThat(decode(octets)
                        .<Boolean>match(
                                read -> read.options().stream()
                                                .mapToInt(Packets::size)
                                                .sum()
                                        <= 40,
                                why -> why.offset() >= 20 && why.offset() < 60))
                .isTrue();
    }

    @Property
    void anUnknownOptionHidesNoneBehindIt(@ForAll("octetsOfAnUnknownOption") Octets data, @ForAll TcpOption next) {
        List<TcpOption> options = List.of(new TcpOption.Unknown(253, data), next);
        Assume.that(options.stream().mapToInt(Packets::size).sum() <= 40);
        TcpSegment segment =
                TcpSegment.between(Port.of(1), Port.of(2)).options(options).build();

        assertThat(decode(segment.encode(Ipv4Address.UNSPECIFIED, Ipv4Address.UNSPECIFIED))
                        .orElseThrow()
                        .options())
                .isEqualTo(options);
    }

    @Provide
    Arbitrary<Damage> damages() {
        return Damage.any();
    }

    @Provide
    Arbitrary<Octets> optionOctets() {
        return Packets.octets(40);
    }

    @Provide
    Arbitrary<Octets> octetsOfAnUnknownOption() {
        return Packets.octets(20);
    }

    private static Decoded<TcpSegment> decode(Octets octets) {
        return TcpSegment.decode(octets, Ipv4Address.UNSPECIFIED, Ipv4Address.UNSPECIFIED);
    }

    /** With the right checksum between two addresses of zero. */
    private static Octets repaired(Octets octets) {
        long pseudoHeader = InternetChecksum.pseudoHeader(0, 0, 6, octets.length());
        return Damage.withRightChecksum(octets, TcpField.CHECKSUM, octets.length(), pseudoHeader);
    }
}
