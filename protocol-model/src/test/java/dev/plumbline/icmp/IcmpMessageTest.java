package dev.plumbline.icmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.EchoReply;
import dev.plumbline.icmp.IcmpMessage.EchoRequest;
import dev.plumbline.icmp.IcmpMessage.Other;
import dev.plumbline.icmp.IcmpMessage.ParameterProblem;
import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.wire.Malformed;
import dev.plumbline.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcmpMessageTest {
    private static final Octets DATA = Octets.ofText("hi");

    @Test
    void aPingByHand() {
        // 0800 + 1234 + 0001 + 6869 = 829e
        Octets octets = Octets.ofHex("0800 7d61 1234 0001 6869");

        assertThat(new EchoRequest(0x1234, 1, DATA).encode()).isEqualTo(octets);
        assertThat(octets.get(IcmpField.IDENTIFIER)).isEqualTo(0x1234);
        assertThat(octets.get(IcmpField.SEQUENCE_NUMBER)).isEqualTo(1);
    }

    @Test
    void theHeadersOfTheOtherMessages() {
        assertThat(new EchoReply(0x1234, 1, DATA).encode()).isEqualTo(Octets.ofHex("0000 8561 1234 0001 6869"));
        assertThat(new DestinationUnreachable(4, 1280, DATA).encode().slice(4, 8))
                .isEqualTo(Octets.ofHex("0000 0500"));
        assertThat(new TimeExceeded(1, DATA).encode().i32(4)).isZero();
        assertThat(new ParameterProblem(0, 20, DATA).encode().slice(4, 8)).isEqualTo(Octets.ofHex("14 000000"));
    }

    @Test
    void onlyFragmentationNeededTellsAnMtu() {
        // RFC 1191 section 4 found room in a field that is unused with the other codes.
        Octets portUnreachable = new Other(3, 3, 0x0000_05dc, DATA).encode();

        assertThat(IcmpMessage.decode(portUnreachable).orElseThrow()).isEqualTo(new DestinationUnreachable(3, 0, DATA));
    }

    @Test
    void aMessageOfAKnownTypeIsReadAsThatType() {
        Octets oddCode = new Other(8, 77, 0x0001_0002, DATA).encode();

        assertThat(IcmpMessage.decode(oddCode).orElseThrow()).isEqualTo(new EchoRequest(1, 2, DATA));
    }

    @Test
    void aMessageOfAnUnknownTypeIsKept() {
        Other timestamp = new Other(13, 0, 0x0001_0002, Octets.wrap(new byte[12]));

        assertThat(IcmpMessage.decode(timestamp.encode()).orElseThrow()).isEqualTo(timestamp);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                        | only 0 octets, a header has 8 | 0",
                "08007d61 123400         | only 7 octets, a header has 8 | 0",
                "08007d62 12340001 6869  | wrong checksum 0x7d62         | 2",
            })
    void aMalformedMessageIsExplained(String hex, String reason, int offset) {
        Octets octets = hex == null ? Octets.empty() : Octets.ofHex(hex);

        assertThat(IcmpMessage.decode(octets).problem()).contains(new Malformed("ICMP header", reason, offset));
    }

    @Test
    void whatDoesNotFitTheHeaderIsRefused() {
        assertRefused("an ICMP identifier is 0 to 65535, found 65536", () -> new EchoRequest(65536, 0, DATA));
        assertRefused("an ICMP identifier is 0 to 65535, found -1", () -> new EchoReply(-1, 0, DATA));
        assertRefused("an ICMP sequence number is 0 to 65535, found -1", () -> new EchoRequest(0, -1, DATA));
        assertRefused("an ICMP sequence number is 0 to 65535, found 65536", () -> new EchoReply(0, 65536, DATA));
        assertRefused("an ICMP code is 0 to 255, found 256", () -> new DestinationUnreachable(256, 0, DATA));
        assertRefused("a next-hop MTU is 0 to 65535, found 65536", () -> new DestinationUnreachable(4, 65536, DATA));
        assertRefused(
                "only code 4 tells a next-hop MTU, found code 3", () -> new DestinationUnreachable(3, 1500, DATA));
        assertRefused("an ICMP code is 0 to 255, found -1", () -> new TimeExceeded(-1, DATA));
        assertRefused("an ICMP code is 0 to 255, found 256", () -> new ParameterProblem(256, 0, DATA));
        assertRefused("an ICMP pointer is 0 to 255, found 256", () -> new ParameterProblem(0, 256, DATA));
        assertRefused("an ICMP type is 0 to 255, found 256", () -> new Other(256, 0, 0, DATA));
        assertRefused("an ICMP code is 0 to 255, found 256", () -> new Other(13, 256, 0, DATA));
    }

    private static void assertRefused(String message, Runnable construction) {
        assertThatIllegalArgumentException().isThrownBy(construction::run).withMessage(message);
    }
}
