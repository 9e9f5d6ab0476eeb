package dev.plumbline.adapter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackWireTest {
    private static final Port DNS = Port.of(53);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void aProgramsDatagramArrivesAsAnIpDatagramAndTheAnswerGoesBack() throws IOException {
        try (LoopbackWire wire = new LoopbackWire(0, DNS);
                DatagramSocket program = new DatagramSocket()) {
            program.setSoTimeout((int) LONG.toMillis());
            program.send(packet("question", wire));
            List<Octets> arrived = new ArrayList<>();
            wire.await(LONG, arrived::add);
            UdpDatagram question = udp(arrived.get(0));
            assertThat(question.destinationPort()).isEqualTo(DNS);
            assertThat(question.sourcePort().number()).isEqualTo(program.getLocalPort());
            assertThat(question.payload()).isEqualTo(Octets.ofText("question"));

            wire.send(answer(DNS, question.sourcePort(), "from another port").withAt(20, Octets.of(0, 54)));
            wire.send(answer(Port.of(99), question.sourcePort(), "not the server's"));
            wire.send(answer(DNS, question.sourcePort(), "answer"));
            DatagramPacket received = new DatagramPacket(new byte[100], 100);
            program.receive(received);
            assertThat(new String(received.getData(), 0, received.getLength(), StandardCharsets.UTF_8))
                    .isEqualTo("answer");
            assertThat(received.getPort()).isEqualTo(wire.address().getPort());
        }
    }

    @Test
    void nothingComesWhenNothingIsSent() {
        try (LoopbackWire wire = new LoopbackWire(0, DNS)) {
            List<Octets> arrived = new ArrayList<>();
            wire.await(Duration.ZERO, arrived::add);
            wire.await(Duration.ofMillis(1), arrived::add);
            assertThat(arrived).isEmpty();
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        try (LoopbackWire wire = new LoopbackWire(0, DNS)) {
            int port = wire.address().getPort();
            assertThatThrownBy(() -> new LoopbackWire(port, DNS)).hasMessageContaining("UDP port " + port);
        }
    }

    private static DatagramPacket packet(String text, LoopbackWire wire) {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        return new DatagramPacket(data, data.length, wire.address());
    }

    private static Octets answer(Port from, Port to, String text) {
        UdpDatagram udp = new UdpDatagram(from, to, Octets.ofText(text));
        return Ipv4Packet.of(
                        LoopbackWire.STACK,
                        LoopbackWire.CLIENT,
                        IpProtocol.UDP,
                        udp.encode(LoopbackWire.STACK, LoopbackWire.CLIENT))
                .encode();
    }

    private static UdpDatagram udp(Octets datagram) {
        Ipv4Packet packet = Ipv4Packet.decode(datagram).value().orElseThrow();
        return UdpDatagram.decode(packet.payload(), packet.source(), packet.destination())
                .value()
                .orElseThrow();
    }
}
