package dev.plumbline.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.Packets;
import dev.plumbline.ip.Ipv4Address;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Domain(Packets.class)
class SocketAddressTest {
    @Property
    void textComesBack(@ForAll SocketAddress socket) {
        assertThat(SocketAddress.parse(socket.toString())).isEqualTo(socket);
    }

    @Property
    void theFirst1024PortsAreWellKnown(@ForAll Port port) {
        assertThat(port.isWellKnown()).isEqualTo(port.number() / 1024 == 0);
        assertThat(Port.of(port.number())).isEqualTo(port).hasToString("" + port.number());
    }

    @Test
    void itIsAnAddressAndAPort() {
        SocketAddress socket = SocketAddress.parse("192.0.2.1:80");

        assertThat(socket.address()).isEqualTo(Ipv4Address.parse("192.0.2.1"));
        assertThat(socket.port()).isEqualTo(Port.of(80));
        assertThat(Port.ANY.number()).isZero();
        assertThat(Port.MAX).isEqualTo(65535);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "192.0.2.1", "192.0.2.1:", "192.0.2.1:x", "192.0.2.1:-1", "192.0.2.1:123456", "1.1.1.1:2:3"})
    void whatIsNotAddressAndPortIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketAddress.parse(text))
                .withMessage("expected address and port such as 192.0.2.1:80, found '" + text + "'");
    }

    @Test
    void thePartsAreCheckedToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketAddress.parse("192.0.2.300:80"))
                .withMessage("in the IPv4 address '192.0.2.300', 300 is over 255");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketAddress.parse("192.0.2.1:65536"))
                .withMessage("a port is 0 to 65535, found 65536");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Port.of(-1))
                .withMessage("a port is 0 to 65535, found -1");
    }
}
