package dev.plumbline.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Malformed;
import dev.plumbline.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UdpDatagramTest {
    private static final Ipv4Address HERE = Ipv4Address.parse("192.0.2.1");
    private static final Ipv4Address THERE = Ipv4Address.parse("192.0.2.2");
    private static final UdpDatagram HI = new UdpDatagram(Port.of(50000), Port.of(7), Octets.ofText("hi"));

    @Test
    void aDatagramByHand() {
        // Pseudo-header: c000 0201 c000 0202, protocol 0011, length 000a; with the words below it sums to afea.
        assertThat(HI.encode(HERE, THERE)).isEqualTo(Octets.ofHex("c350 0007 000a 5015 6869"));
    }

    @Test
    void aChecksumOfZeroIsSentAsAllOnes() {
        // All but the payload sums to 4781, so this payload makes it ffff, whose complement is 0: "none computed".
        UdpDatagram datagram = new UdpDatagram(Port.of(50000), Port.of(7), Octets.ofHex("b87e"));
        Octets octets = datagram.encode(HERE, THERE);

        assertThat(octets.get(UdpField.CHECKSUM)).isEqualTo(0xffff);
        assertThat(UdpDatagram.decode(octets, HERE, THERE).orElseThrow()).isEqualTo(datagram);
    }

    @Test
    void aChecksumOfZeroMeansThatTheSenderComputedNone() {
        Octets octets = Octets.ofHex("c350 0007 000a 0000 ffff");

        assertThat(UdpDatagram.decode(octets, HERE, THERE).orElseThrow().payload())
                .isEqualTo(Octets.of(0xff, 0xff));
    }

    @Test
    void anEmptyDatagramIsADatagram() {
        UdpDatagram empty = new UdpDatagram(Port.of(0), Port.of(65535), Octets.empty());
        Octets octets = empty.encode(HERE, THERE);

        assertThat(octets.length()).isEqualTo(8);
        assertThat(UdpDatagram.decode(octets, HERE, THERE).orElseThrow()).isEqualTo(empty);
    }

    @Test
    void trailingPaddingIsNotPayload() {
        Octets padded = HI.encode(HERE, THERE).plus(Octets.ofHex("deadbeef"));

        assertThat(UdpDatagram.decode(padded, HERE, THERE).orElseThrow()).isEqualTo(HI);
    }

    @Test
    void theLongestDatagramIsReadAndALongerOneIsNot() {
        UdpDatagram longest = new UdpDatagram(Port.of(1), Port.of(2), Octets.wrap(new byte[UdpDatagram.MAX_PAYLOAD]));
        Octets tooLong = Octets.wrap(new byte[65535]).with(UdpField.LENGTH, 65535);

        assertThat(UdpDatagram.decode(longest.encode(HERE, THERE), HERE, THERE).orElseThrow())
                .isEqualTo(longest);
        assertThat(UdpDatagram.decode(tooLong, HERE, THERE).problem())
                .contains(new Malformed("UDP header", "length 65535, an IPv4 packet carries at most 65515", 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UdpDatagram(Port.of(1), Port.of(2), Octets.wrap(new byte[65508])))
                .withMessage("a UDP payload over IPv4 is at most 65507 octets, found 65508");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                     | only 0 octets, a header has 8       | 0",
                "c3500007 000a50      | only 7 octets, a header has 8       | 0",
                "c3500007 00070000    | length 7, but 8 octets are here     | 4",
                "c3500007 00000000    | length 0, but 8 octets are here     | 4",
                "c3500007 00090000    | length 9, but 8 octets are here     | 4",
                "c3500007 000a5016 6869 | wrong checksum 0x5016             | 6",
            })
    void aMalformedDatagramIsExplained(String hex, String reason, int offset) {
        Octets octets = hex == null ? Octets.empty() : Octets.ofHex(hex);

        assertThat(UdpDatagram.decode(octets, HERE, THERE).problem())
                .contains(new Malformed("UDP header", reason, offset));
    }
}
