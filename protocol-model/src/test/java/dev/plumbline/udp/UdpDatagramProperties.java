package dev.plumbline.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plumbline.Damage;
import dev.plumbline.Packets;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for any UDP datagram on its way to octets and back (RFC 768, RFC 1122 section 4.1.3.4). */
@Domain(Packets.class)
@Domain(DomainContext.Global.class)
class UdpDatagramProperties {
    @Property
    void whatIsWrittenIsRead(@ForAll UdpDatagram datagram, @ForAll Ipv4Address from, @ForAll Ipv4Address to) {
        assertThat(UdpDatagram.decode(datagram.encode(from, to), from, to)).isEqualTo(Decoded.valid(datagram));
    }

    @Property
    void everyFieldStandsInItsPlace(@ForAll UdpDatagram datagram, @ForAll Ipv4Address from, @ForAll Ipv4Address to) {
        Octets octets = datagram.encode(from, to);

        assertThat(octets.get(UdpField.SOURCE_PORT))
                .isEqualTo(datagram.sourcePort().number());
        assertThat(octets.get(UdpField.DESTINATION_PORT))
                .isEqualTo(datagram.destinationPort().number());
        assertThat(octets.get(UdpField.LENGTH))
                .isEqualTo(octets.length())
                .isEqualTo(8 + datagram.payload().length());
        assertThat(octets.from(8)).isEqualTo(datagram.payload());
    }

    @Property
    void theChecksumIsNeverLeftOutAndSumsToNothingWithThePseudoHeader(
            @ForAll UdpDatagram datagram, @ForAll Ipv4Address from, @ForAll Ipv4Address to) {
        Octets octets = datagram.encode(from, to);
        Octets pseudoHeader =
                from.octets().plus(to.octets()).plus(Octets.of(0, 17, octets.length() >>> 8, octets.length()));

        assertThat(octets.get(UdpField.CHECKSUM)).isNotZero();
        assertThat(InternetChecksum.of(pseudoHeader.plus(octets))).isZero();
    }

    @Property
    void aDatagramWithoutChecksumIsAccepted(
            @ForAll UdpDatagram datagram, @ForAll Ipv4Address from, @ForAll Ipv4Address to) {
        Octets octets = datagram.encode(from, to).with(UdpField.CHECKSUM, 0);

        assertThat(UdpDatagram.decode(octets, from, to)).isEqualTo(Decoded.valid(datagram));
    }

    @Property
    void noChangedBitGoesUnnoticedUnlessItRemovesTheChecksum(
            @ForAll UdpDatagram datagram,
            @ForAll Ipv4Address from,
            @ForAll Ipv4Address to,
            @ForAll @IntRange(max = 12063) int where) {
        Octets octets = datagram.encode(from, to);
        int bit = where % (octets.length() * 8);
        Octets damaged = octets.withAt(bit / 8, Octets.of(octets.u8(bit / 8) ^ 0x80 >> bit % 8));

        assertThat(UdpDatagram.decode(damaged, from, to).problem().isPresent() || damaged.get(UdpField.CHECKSUM) == 0)
                .isTrue();
    }

    @Property
    void whatFollowsTheLengthIsIgnored(
            @ForAll UdpDatagram datagram, @ForAll Ipv4Address from, @ForAll Ipv4Address to, @ForAll Octets padding) {
        assertThat(UdpDatagram.decode(datagram.encode(from, to).plus(padding), from, to))
                .isEqualTo(Decoded.valid(datagram));
    }

    @Property
    void aDatagramCutShortIsRejected(
            @ForAll UdpDatagram datagram,
            @ForAll Ipv4Address from,
            @ForAll @IntRange(min = 1, max = 1508) int missing) {
        Octets octets = datagram.encode(from, from);
        Octets start = octets.slice(0, Math.max(0, octets.length() - missing));

        assertThat(UdpDatagram.decode(start, from, from).problem()).isPresent();
    }

    @Property
    void noOctetsMakeTheDecoderThrow(@ForAll Octets octets, @ForAll Ipv4Address address) {
        assertThatCode(() -> UdpDatagram.decode(octets, address, address)).doesNotThrowAnyException();
    }

    @Property
    void whatIsReadCanBeWrittenAgain(
            @ForAll UdpDatagram datagram, @ForAll Ipv4Address address, @ForAll("damages") Damage damage) {
        // Without a checksum, so that everything behind that check meets the damage too.
        Octets damaged = damage.applyTo(datagram.encode(address, address));
        Octets unchecked = damaged.has(UdpField.CHECKSUM) ? damaged.with(UdpField.CHECKSUM, 0) : damaged;
        Decoded<UdpDatagram> decoded = UdpDatagram.decode(unchecked, address, address);

        decoded.value()
                .ifPresent(read -> assertThat(UdpDatagram.decode(read.encode(address, address), address, address))
                        .isEqualTo(decoded));
    }

    @Provide
    Arbitrary<Damage> damages() {
        return Damage.any();
    }
}
