package dev.plumbline.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4AddressTest {
    @Test
    void theFirstOctetIsTheLeftOne() {
        Ipv4Address address = Ipv4Address.parse("192.0.2.1");

        assertThat(address.bits()).isEqualTo(0xc0000201);
        assertThat(address.octets()).isEqualTo(Octets.of(192, 0, 2, 1));
        assertThat(address.plus(255)).hasToString("192.0.3.0");
    }

    @ParameterizedTest
    @CsvSource({
        // the address, then whether it is: unicast, multicast, loopback, reserved
        "0.0.0.0,         false, false, false, false",
        "0.255.255.255,   false, false, false, false",
        "1.0.0.0,         true,  false, false, false",
        "126.255.255.255, true,  false, false, false",
        "127.0.0.1,       true,  false, true,  false",
        "127.255.255.255, true,  false, true,  false",
        "128.0.0.0,       true,  false, false, false",
        "223.255.255.255, true,  false, false, false",
        "224.0.0.0,       false, true,  false, false",
        "239.255.255.255, false, true,  false, false",
        "240.0.0.0,       false, false, false, true",
        "255.255.255.254, false, false, false, true",
        "255.255.255.255, false, false, false, false",
    })
    void theKindsOfRfc1122Section3213(
            String text, boolean unicast, boolean multicast, boolean loopback, boolean reserved) {
        Ipv4Address address = Ipv4Address.parse(text);

        assertThat(address.isUnicast()).isEqualTo(unicast);
        assertThat(address.isMulticast()).isEqualTo(multicast);
        assertThat(address.isLoopback()).isEqualTo(loopback);
        assertThat(address.isReserved()).isEqualTo(reserved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2.3", "1.2.3.4.5", "1.2.3.4 ", "1.2.3.x", "1..2.3", "-1.2.3.4", "1234.1.1.1", "::1"})
    void whatIsNotFourNumbersIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ipv4Address.parse(text))
                .withMessage("expected an IPv4 address such as 192.0.2.1, found '" + text + "'");
    }

    @Test
    void aNumberOver255IsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ipv4Address.parse("10.256.0.1"))
                .withMessage("in the IPv4 address '10.256.0.1', 256 is over 255");
    }

    @Test
    void aPrefixClearsWhatLiesBeyondIt() {
        Ipv4Prefix prefix = Ipv4Prefix.parse("192.0.2.77/24");

        assertThat(prefix).hasToString("192.0.2.0/24");
        assertThat(prefix.broadcast()).hasToString("192.0.2.255");
        assertThat(Ipv4Prefix.DEFAULT.contains(Ipv4Address.BROADCAST)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "192.0.2.0", "192.0.2.0/", "192.0.2.0/x", "192.0.2.0/-1", "192.0.2.0/024", "1.2.3.4/1/2"})
    void whatIsNotAPrefixIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ipv4Prefix.parse(text))
                .withMessage("expected a prefix such as 192.0.2.0/24, found '" + text + "'");
    }

    @Test
    void aPrefixLengthIsAtMost32() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ipv4Prefix.parse("10.0.0.0/33"))
                .withMessage("a prefix length is 0 to 32, found 33");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ipv4Prefix(Ipv4Address.UNSPECIFIED, -1))
                .withMessage("a prefix length is 0 to 32, found -1");
    }

    @Test
    void aProtocolNumberIsOneOctet() {
        assertThat(IpProtocol.ICMP).hasToString("ICMP").isEqualTo(new IpProtocol(1));
        assertThat(IpProtocol.TCP).hasToString("TCP").isEqualTo(new IpProtocol(6));
        assertThat(IpProtocol.UDP).hasToString("UDP").isEqualTo(new IpProtocol(17));
        assertThat(new IpProtocol(255)).hasToString("IP protocol 255");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IpProtocol(256))
                .withMessage("an IP protocol number is 0 to 255, found 256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IpProtocol(-1))
                .withMessage("an IP protocol number is 0 to 255, found -1");
    }
}
