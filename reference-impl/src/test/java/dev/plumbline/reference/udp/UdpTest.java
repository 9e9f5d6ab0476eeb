package dev.plumbline.reference.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.kit.Bench;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** UDP (RFC 768, RFC 1122 section 4.1). */
class UdpTest {
    private static final Port OPEN = new Port(53);
    private static final SocketAddress PEER = new SocketAddress(Bench.PEER, new Port(4000));

    private final Bench bench = new Bench();
    private final List<String> told = new ArrayList<>();
    private final UdpHandler handler = new UdpHandler() {
        @Override
        public void received(SocketAddress source, Octets data) {
            told.add(source + " " + data.toText());
        }

        @Override
        public void unreachable(SocketAddress destination) {
            told.add("unreachable " + destination);
        }
    };

    private static Octets datagram(Port port, String text) {
        return new UdpDatagram(PEER.port(), port, Octets.ofText(text)).encode(Bench.PEER, Bench.STACK);
    }

    private void arrives(Octets udp) {
        bench.datagram(
                Ipv4Packet.of(Bench.PEER, Bench.STACK, IpProtocol.UDP, udp).encode());
    }

    @Test
    @DisplayName("datagrams arrive as they were sent, empty ones too, and what is padding does not")
    void boundaries() {
        bench.stack.openUdp(OPEN, handler);
        arrives(datagram(OPEN, "one"));
        arrives(datagram(OPEN, ""));
        arrives(datagram(OPEN, "two").plus(Octets.of(0, 0)));
        assertThat(told).containsExactly("192.0.2.2:4000 one", "192.0.2.2:4000 ", "192.0.2.2:4000 two");
        bench.silent();
    }

    @Test
    @DisplayName("a wrong checksum is dropped in silence, none at all is not")
    void checksum() {
        bench.stack.openUdp(OPEN, handler);
        arrives(datagram(OPEN, "x").with(UdpField.CHECKSUM, 0x1234));
        assertThat(told).isEmpty();
        arrives(datagram(OPEN, "x").with(UdpField.CHECKSUM, 0));
        assertThat(told).hasSize(1);
        bench.silent();
    }

    @Test
    @DisplayName("a port that nobody has is reported, but not to everybody")
    void portUnreachable() {
        arrives(datagram(OPEN, "x"));
        Ipv4Packet report = Ipv4Packet.decode(bench.sent.remove(0)).orElseThrow();
        IcmpMessage error = IcmpMessage.decode(report.payload()).orElseThrow();
        assertThat(((DestinationUnreachable) error).code()).isEqualTo(DestinationUnreachable.PORT);
        Octets toAll = new UdpDatagram(PEER.port(), OPEN, Octets.of(1)).encode(Bench.PEER, Ipv4Address.BROADCAST);
        bench.datagram(Ipv4Packet.of(Bench.PEER, Ipv4Address.BROADCAST, IpProtocol.UDP, toAll)
                .encode());
        bench.silent();
    }

    @Test
    @DisplayName("a port has one user; closed, it is free")
    void ports() {
        UdpSocket socket = bench.stack.openUdp(OPEN, handler);
        assertThatThrownBy(() -> bench.stack.openUdp(OPEN, handler))
                .isInstanceOf(CallRefused.class)
                .hasMessageContaining("PORT_IN_USE");
        socket.close();
        assertThatThrownBy(() -> socket.send(PEER, Octets.empty())).isInstanceOf(CallRefused.class);
        bench.stack.openUdp(OPEN, handler);
        assertThat(bench.stack.openUdp(Port.ANY, handler).local().port().number())
                .isBetween(49152, 65535);
    }

    @Test
    @DisplayName("what is sent has a checksum; what is too long is cut by IP, or refused")
    void sends() {
        UdpSocket socket = bench.stack.openUdp(OPEN, handler);
        socket.send(PEER, Octets.ofText("hello"));
        Ipv4Packet packet = Ipv4Packet.decode(bench.sent.remove(0)).orElseThrow();
        assertThat(packet.payload().get(UdpField.CHECKSUM)).isNotZero();
        assertThat(UdpDatagram.decode(packet.payload(), Bench.STACK, Bench.PEER).orElseThrow())
                .isEqualTo(new UdpDatagram(OPEN, PEER.port(), Octets.ofText("hello")));
        socket.send(PEER, Octets.wrap(new byte[UdpDatagram.MAX_PAYLOAD]));
        assertThat(bench.sent).hasSize(45);
        assertThatThrownBy(() -> socket.send(PEER, Octets.wrap(new byte[UdpDatagram.MAX_PAYLOAD + 1])))
                .hasMessageContaining("TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"255.255.255.255:1", "192.0.2.255:1", "224.0.0.1:1", "0.0.0.0:1", "192.0.2.2:0"})
    @DisplayName("no host has the destination")
    void invalidDestination(String destination) {
        UdpSocket socket = bench.stack.openUdp(OPEN, handler);
        assertThatThrownBy(() -> socket.send(SocketAddress.parse(destination), Octets.of(1)))
                .hasMessageContaining("INVALID_DESTINATION");
        bench.silent();
    }

    @Test
    @DisplayName("an ICMP error is handed to the application whose datagram it is about")
    void icmpError() {
        bench.stack.openUdp(OPEN, handler).send(PEER, Octets.ofText("x"));
        IcmpMessage error = new DestinationUnreachable(DestinationUnreachable.PORT, 0, bench.sent.remove(0));
        bench.datagram(Ipv4Packet.of(Bench.PEER, Bench.STACK, IpProtocol.ICMP, error.encode())
                .encode());
        assertThat(told).containsExactly("unreachable 192.0.2.2:4000");
    }
}
