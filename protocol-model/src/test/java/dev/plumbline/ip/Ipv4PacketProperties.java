package dev.plumbline.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plumbline.Damage;
import dev.plumbline.Packets;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for any IPv4 packet on its way to octets and back (RFC 791 section 3.1, RFC 1122 section 3.2.1). */
@Domain(Packets.class)
@Domain(DomainContext.Global.class)
class Ipv4PacketProperties {
    @Property
    void whatIsWrittenIsRead(@ForAll Ipv4Packet packet) {
        assertThat(Ipv4Packet.decode(packet.encode())).isEqualTo(Decoded.valid(packet));
    }

    @Property
    void everyFieldStandsInItsPlace(@ForAll Ipv4Packet packet) {
        Octets octets = packet.encode();

        assertThat(octets.get(Ipv4Field.VERSION)).isEqualTo(4);
        assertThat(octets.get(Ipv4Field.IHL) * 4).isEqualTo(packet.headerLength());
        assertThat(octets.get(Ipv4Field.TYPE_OF_SERVICE)).isEqualTo(packet.typeOfService());
        assertThat(octets.get(Ipv4Field.TOTAL_LENGTH)).isEqualTo(packet.totalLength());
        assertThat(octets.get(Ipv4Field.IDENTIFICATION)).isEqualTo(packet.identification());
        assertThat(octets.get(Ipv4Field.RESERVED_FLAG)).isZero();
        assertThat(octets.get(Ipv4Field.DONT_FRAGMENT) == 1).isEqualTo(packet.dontFragment());
        assertThat(octets.get(Ipv4Field.MORE_FRAGMENTS) == 1).isEqualTo(packet.moreFragments());
        assertThat(octets.get(Ipv4Field.FRAGMENT_OFFSET) * 8).isEqualTo(packet.fragmentOffset());
        assertThat(octets.get(Ipv4Field.TIME_TO_LIVE)).isEqualTo(packet.timeToLive());
        assertThat(octets.get(Ipv4Field.PROTOCOL)).isEqualTo(packet.protocol().number());
        assertThat((int) octets.get(Ipv4Field.SOURCE)).isEqualTo(packet.source().bits());
        assertThat((int) octets.get(Ipv4Field.DESTINATION))
                .isEqualTo(packet.destination().bits());
    }

    @Property
    void theLengthsAreThoseOfTheParts(@ForAll Ipv4Packet packet) {
        int options = packet.options().stream().mapToInt(Packets::size).sum();

        assertThat(packet.headerLength())
                .isBetween(20 + options, 20 + options + 3)
                .matches(length -> length % 4 == 0);
        assertThat(packet.encode().length())
                .isEqualTo(packet.totalLength())
                .isEqualTo(packet.headerLength() + packet.payload().length());
    }

    @Property
    void theHeaderSumsToNothingAndOptionsArePaddedWithZeros(@ForAll Ipv4Packet packet) {
        Octets octets = packet.encode();
        int options = packet.options().stream().mapToInt(Packets::size).sum();
        Octets padding = octets.slice(20 + options, packet.headerLength());

        assertThat(InternetChecksum.of(octets.slice(0, packet.headerLength()))).isZero();
        assertThat(padding).isEqualTo(Octets.wrap(new byte[padding.length()]));
    }

    @Property
    void noChangedBitOfTheHeaderGoesUnnoticed(@ForAll Ipv4Packet packet, @ForAll @IntRange(max = 479) int where) {
        Octets octets = packet.encode();
        int bit = where % (packet.headerLength() * 8);
        Octets damaged = octets.withAt(bit / 8, Octets.of(octets.u8(bit / 8) ^ 0x80 >> bit % 8));

        assertThat(Ipv4Packet.decode(damaged).problem()).isPresent();
    }

    @Property
    void whatFollowsTheTotalLengthIsPadding(@ForAll Ipv4Packet packet, @ForAll Octets padding) {
        assertThat(Ipv4Packet.decode(packet.encode().plus(padding))).isEqualTo(Decoded.valid(packet));
    }

    @Property
    void aPacketCutShortIsRejected(@ForAll Ipv4Packet packet, @ForAll @IntRange(min = 1, max = 1560) int missing) {
        Octets octets = packet.encode();
        Octets start = octets.slice(0, Math.max(0, octets.length() - missing));

        assertThat(Ipv4Packet.decode(start).problem()).isPresent();
    }

    @Property
    void theReservedFlagIsIgnored(@ForAll Ipv4Packet packet) {
        Octets flagged = repaired(packet.encode().with(Ipv4Field.RESERVED_FLAG, 1));

        assertThat(Ipv4Packet.decode(flagged)).isEqualTo(Decoded.valid(packet));
    }

    @Property
    void noOctetsMakeTheDecoderThrow(@ForAll Octets octets) {
        assertThatCode(() -> Ipv4Packet.decode(octets)).doesNotThrowAnyException();
    }

    @Property
    void whatIsReadCanBeWrittenAgain(@ForAll Ipv4Packet packet, @ForAll("damages") Damage damage) {
        // With a right checksum, so that everything behind that check meets the damage too.
        Decoded<Ipv4Packet> decoded = Ipv4Packet.decode(repaired(damage.applyTo(packet.encode())));

        decoded.value()
                .ifPresent(read -> assertThat(Ipv4Packet.decode(read.encode())).isEqualTo(decoded));
    }

    @Property
    void anyOctetsInTheOptionsAreReadOrRejected(@ForAll Ipv4Packet packet, @ForAll("optionOctets") Octets options) {
        Octets header = packet.withOptions(List.of()).encode().slice(0, 20);
        Octets octets = repaired(header.plus(options)
                .plus(Octets.wrap(new byte[40 - options.length()]))
                .with(Ipv4Field.IHL, 15)
                .with(Ipv4Field.TOTAL_LENGTH, 60));
        Decoded<Ipv4Packet> decoded = Ipv4Packet.decode(octets);

        assertThat(decoded.<Boolean>match(
                        read -> read.options().stream().mapToInt(Packets::size).sum() <= 40,
                        why -> why.offset() >= 20 && why.offset() < 60))
                .isTrue();
    }

    @Property
    void oneChangeLeavesEverythingElse(@ForAll Ipv4Packet packet, @ForAll @IntRange(max = 255) int value) {
        Ipv4Packet changed = packet.withTimeToLive(value)
                .withIdentification(value)
                .withDontFragment(!packet.dontFragment())
                .withFragment(value * 8, !packet.moreFragments(), Octets.of(value))
                .withOptions(List.of());

        assertThat(changed)
                .isEqualTo(new Ipv4Packet(
                        packet.typeOfService(),
                        value,
                        !packet.dontFragment(),
                        !packet.moreFragments(),
                        value * 8,
                        value,
                        packet.protocol(),
                        packet.source(),
                        packet.destination(),
                        List.of(),
                        Octets.of(value)));
    }

    @Provide
    Arbitrary<Damage> damages() {
        return Damage.any();
    }

    @Provide
    Arbitrary<Octets> optionOctets() {
        return Packets.octets(40);
    }

    private static Octets repaired(Octets octets) {
        int header = octets.isEmpty() ? 0 : (octets.u8(0) & 0xf) * 4;
        return Damage.withRightChecksum(octets, Ipv4Field.HEADER_CHECKSUM, header, 0);
    }
}
