package dev.plumbline.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.Damage;
import dev.plumbline.wire.Malformed;
import dev.plumbline.wire.Octets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ipv4PacketTest {
    private static final Ipv4Address HERE = Ipv4Address.parse("192.0.2.1");
    private static final Ipv4Address THERE = Ipv4Address.parse("192.0.2.2");
    private static final Ipv4Packet HELLO = Ipv4Packet.of(HERE, THERE, IpProtocol.UDP, Octets.ofText("hello"));
    private static final Ipv4Option NOP = new Ipv4Option(Ipv4Option.NO_OPERATION, Octets.empty());

    @Test
    void aPacketByHand() {
        // Version 4, a header of five words, 25 octets in all, 64 hops, protocol 17; without the checksum all sums to
        // 092f.
        assertThat(HELLO.encode()).isEqualTo(Octets.ofHex("45000019 00000000 4011f6d0 c0000201 c0000202 68656c6c6f"));
        assertThat(HELLO.isFragment()).isFalse();
    }

    @Test
    void theFragmentOffsetIsCountedInEights() {
        Ipv4Packet last = HELLO.withFragment(1480, false, Octets.ofText("end"));

        assertThat(last.encode().u16(6)).isEqualTo(1480 / 8);
        assertThat(last.isFragment()).isTrue();
        assertThat(HELLO.withFragment(0, true, Octets.wrap(new byte[8])).isFragment())
                .isTrue();
    }

    @Test
    void optionsFillWholeWords() {
        Ipv4Packet packet = HELLO.withOptions(List.of(NOP, new Ipv4Option(0x94, Octets.of(0, 0))));

        assertThat(packet.headerLength()).isEqualTo(28);
        assertThat(packet.encode().slice(20, 28)).isEqualTo(Octets.ofHex("01 94040000 000000"));
        assertThat(packet.options().get(1).isCopied()).isTrue();
        assertThat(NOP.isCopied()).isFalse();
    }

    @Test
    void nothingIsReadBehindTheEndOfTheOptionList() {
        Octets octets = withOptionOctets("01 00 83 ff");

        assertThat(Ipv4Packet.decode(octets).orElseThrow().options()).containsExactly(NOP);
    }

    @Test
    void linkPaddingIsIgnored() {
        // Ethernet fills a frame up to 46 octets.
        Octets frame = HELLO.encode().plus(Octets.wrap(new byte[21]));

        assertThat(Ipv4Packet.decode(frame).orElseThrow()).isEqualTo(HELLO);
    }

    @Test
    void theLongestPacketIsRead() {
        Ipv4Packet longest = Ipv4Packet.of(HERE, THERE, IpProtocol.UDP, Octets.wrap(new byte[65515]));

        assertThat(Ipv4Packet.decode(longest.encode()).orElseThrow()).isEqualTo(longest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                  | only 0 octets, a header has at least 20      |  0",
                "45000014 00000000 40110000 c0000201 c00002        | only 19 octets, a header has at least 20     |  0",
                "65000014 00000000 40110000 c0000201 c0000202      | version 6 instead of 4                       |  0",
                "44000014 00000000 4011b7d5 c0000201 c0000202      | header length of 16 octets in a packet of 20 |  0",
                "46000014 00000000 40110000 c0000201 c0000202      | header length of 24 octets in a packet of 20 |  0",
                "45000000 00000000 40110000 c0000201 c0000202      | total length 0, but 20 octets are here       |  2",
                "45000013 00000000 40110000 c0000201 c0000202      | total length 19, but 20 octets are here      |  2",
                "45000015 00000000 40110000 c0000201 c0000202      | total length 21, but 20 octets are here      |  2",
                "45000014 00000000 4011b6d4 c0000201 c0000202      | wrong header checksum b6d4                   | 10",
            })
    void aMalformedPacketIsExplained(String hex, String reason, int offset) {
        Octets octets = hex == null ? Octets.empty() : Octets.ofHex(hex);

        assertThat(Ipv4Packet.decode(octets).problem()).contains(new Malformed("IPv4 header", reason, offset));
    }

    @ParameterizedTest
    @CsvSource({
        // the option octets, the kind of the bad option, where it stands
        "83000000, 131, 20",
        "01830100, 131, 21",
        "01018304, 131, 22",
        "01010144,  68, 23",
        "94050000, 148, 20",
    })
    void anOptionWithAnIllegalLengthIsFound(String options, int type, int offset) {
        assertThat(Ipv4Packet.decode(withOptionOctets(options)).problem())
                .contains(new Malformed("IPv4 header", "option " + type + " has an illegal length", offset));
    }

    @Test
    void whatDoesNotFitTheHeaderIsRefused() {
        assertRefused("IPv4 time to live cannot be 256", () -> HELLO.withTimeToLive(256));
        assertRefused("IPv4 time to live cannot be -1", () -> HELLO.withTimeToLive(-1));
        assertRefused("IPv4 identification cannot be 65536", () -> HELLO.withIdentification(65536));
        assertRefused("IPv4 fragment offset cannot be 4", () -> HELLO.withFragment(4, false, Octets.empty()));
        assertRefused("IPv4 fragment offset cannot be -8", () -> HELLO.withFragment(-8, false, Octets.empty()));
        assertRefused("IPv4 fragment offset cannot be 65536", () -> HELLO.withFragment(65536, false, Octets.empty()));
        assertRefused("IPv4 header length cannot be 64", () -> HELLO.withOptions(Collections.nCopies(41, NOP)));
        assertRefused(
                "IPv4 total length cannot be 65536",
                () -> Ipv4Packet.of(HERE, THERE, IpProtocol.UDP, Octets.wrap(new byte[65516])));
        assertRefused(
                "IPv4 type of service cannot be 256",
                () -> new Ipv4Packet(
                        256, 0, false, false, 0, 1, IpProtocol.UDP, HERE, THERE, List.of(), Octets.empty()));
    }

    @Test
    void anOptionThatCouldNotBeReadBackIsRefused() {
        assertRefused("an IPv4 option's type is 1 to 255, found 0", () -> new Ipv4Option(0, Octets.empty()));
        assertRefused("an IPv4 option's type is 1 to 255, found 256", () -> new Ipv4Option(256, Octets.empty()));
        assertRefused("IPv4 option 1 with 1 octets of data", () -> new Ipv4Option(1, Octets.of(0)));
        assertRefused("IPv4 option 7 with 39 octets of data", () -> new Ipv4Option(7, Octets.wrap(new byte[39])));
    }

    private static void assertRefused(String message, Runnable construction) {
        assertThatIllegalArgumentException().isThrownBy(construction::run).withMessage(message);
    }

    private static Octets withOptionOctets(String options) {
        Octets octets = HELLO.encode()
                .slice(0, 20)
                .plus(Octets.ofHex(options))
                .with(Ipv4Field.IHL, 6)
                .with(Ipv4Field.TOTAL_LENGTH, 24);
        return Damage.withRightChecksum(octets, Ipv4Field.HEADER_CHECKSUM, 24, 0);
    }
}
