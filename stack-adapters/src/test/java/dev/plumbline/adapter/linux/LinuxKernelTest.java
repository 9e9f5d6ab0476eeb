package dev.plumbline.adapter.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.adapter.testing.Recorder;
import dev.plumbline.adapter.testing.TestHost;
import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.CallRefused.Reason;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpSetting;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The kernel of this machine, driven through the SPI. Where it cannot be, each test sees to it that the reason is a good one. */
class LinuxKernelTest {
    private static final LinuxProvider PROVIDER = new LinuxProvider();
    private static final Port ECHO = Port.of(7);
    private static final SeqNumber PEER_ISS = SeqNumber.of(1000);

    @AfterAll
    static void endTheChild() {
        PROVIDER.close();
    }

    /** What a test does with a host, its stack and the peer. */
    private interface Scenario {
        void run(TestHost host, Stack stack, Peer peer);
    }

    private static void onKernel(String address, int mtu, Scenario scenario) {
        Optional<String> unavailable = PROVIDER.unavailable();
        if (unavailable.isPresent()) {
            assertThat(unavailable.get()).containsAnyOf(": ", "it ended with exit code");
            return;
        }
        TestHost host = new TestHost(address, mtu);
        try (Stack stack = PROVIDER.boot(host)) {
            scenario.run(host, stack, new Peer(host, stack));
        }
    }

    private static void onKernel(Scenario scenario) {
        onKernel("192.0.2.2", 1500, scenario);
    }

    @Test
    void answersAPing() {
        onKernel((host, stack, peer) -> {
            peer.ping(1);
            peer.awaitPong(1);
        });
    }

    @Test
    void hasAnyAddressThatIsAskedFor() {
        for (String address : List.of("100.100.100.1", "198.18.7.7", "10.0.0.1", "172.16.255.254", "1.1.1.1")) {
            onKernel(address, 1500, (host, stack, peer) -> {
                peer.ping(2);
                peer.awaitPong(2);
            });
        }
    }

    @Test
    void tellsItsSettings() {
        onKernel((host, stack, peer) -> assertThat(PROVIDER.settings())
                .containsEntry("ipv4.tcp_syn_retries", "4")
                .containsEntry("ipv4.conf.all.rp_filter", "0")
                .containsEntry("ipv4.tcp_timestamps", "1")
                .containsEntry("ipv4.ip_local_port_range", "32768,60999")
                .hasEntrySatisfying(
                        "ipv4.tcp_congestion_control", name -> assertThat(name).isIn("cubic", "reno"))
                .allSatisfy((name, value) -> assertThat(name + value).doesNotContain("not-as-wanted")));
    }

    @Test
    void echoesUdpThroughAnApplication() {
        onKernel((host, stack, peer) -> {
            List<UdpSocket> socket = new ArrayList<>();
            socket.add(stack.openUdp(ECHO, (source, data) -> socket.get(0).send(source, data)));
            peer.send(new UdpDatagram(Peer.PORT, ECHO, Octets.ofText("hello")));
            assertThat(peer.awaitUdp()).isEqualTo(new UdpDatagram(ECHO, Peer.PORT, Octets.ofText("hello")));
            peer.send(new UdpDatagram(Peer.PORT, ECHO, Octets.empty()));
            assertThat(peer.awaitUdp().payload()).isEqualTo(Octets.empty());
        });
    }

    @Test
    void refusesAPortInUseAndAnImpossibleDestination() {
        onKernel((host, stack, peer) -> {
            UdpSocket socket = stack.openUdp(ECHO, (source, data) -> {});
            assertRefused(Reason.PORT_IN_USE, () -> stack.openUdp(ECHO, (source, data) -> {}));
            var listener = stack.listen(ECHO, connection -> new Recorder(host));
            assertRefused(Reason.PORT_IN_USE, () -> stack.listen(ECHO, connection -> new Recorder(host)));
            assertRefused(
                    Reason.INVALID_DESTINATION,
                    () -> socket.send(SocketAddress.parse("255.255.255.255:9"), Octets.empty()));
            assertRefused(
                    Reason.TOO_LARGE,
                    () -> socket.send(SocketAddress.of(peer.address(), 9), Octets.wrap(new byte[65508])));
            assertRefused(
                    Reason.INVALID_DESTINATION,
                    () -> stack.connect(Port.ANY, SocketAddress.parse("224.0.0.1:9"), new Recorder(host)));
            socket.close();
            listener.close();
            assertThat(stack.openUdp(ECHO, (source, data) -> {}).local())
                    .isEqualTo(new SocketAddress(host.address(), ECHO));
            assertThat(stack.listen(ECHO, connection -> new Recorder(host))
                            .local()
                            .port())
                    .isEqualTo(ECHO);
        });
    }

    @Test
    void tellsTheApplicationOfAnUnreachablePort() {
        onKernel((host, stack, peer) -> {
            UdpSocket socket = stack.openUdp(Port.ANY, new UdpHandler() {
                @Override
                public void received(SocketAddress source, Octets data) {}

                @Override
                public void unreachable(SocketAddress destination) {
                    host.note("unreachable " + destination);
                }
            });
            SocketAddress destination = SocketAddress.of(peer.address(), 9);
            socket.send(destination, Octets.ofText("anyone?"));
            var sent = peer.awaitPacket("UDP datagram", p -> p.protocol().equals(IpProtocol.UDP));
            peer.send(
                    IpProtocol.ICMP,
                    new IcmpMessage.DestinationUnreachable(3, 0, sent.encode().slice(0, 28)).encode());
            host.awaitEvent("unreachable " + destination);
            socket.send(destination, Octets.ofText("still there?"));
            assertThat(peer.awaitUdp().payload().toText()).isEqualTo("still there?");
        });
    }

    @Test
    void acceptsAndTalksBothWaysAndClosesInHalves() {
        onKernel((host, stack, peer) -> {
            Recorder recorder = new Recorder(host);
            List<TcpConnection> accepted = new ArrayList<>();
            stack.listen(ECHO, connection -> {
                accepted.add(connection);
                return recorder;
            });
            TcpSegment last = handshake(host, peer, accepted);
            TcpConnection connection = accepted.get(0);
            assertThat(connection.remote()).isEqualTo(new SocketAddress(peer.address(), Peer.PORT));
            peer.acknowledge(last, PEER_ISS.plus(1), "to you", TcpFlag.PSH);
            host.awaitEvent("readable");
            assertThat(connection.receive(3).toText()).isEqualTo("to ");
            assertThat(connection.receive(100).toText()).isEqualTo("you");
            assertThat(connection.receive(100)).isEqualTo(Octets.empty());
            assertThat(connection.send(Octets.ofText("and back"))).isEqualTo(8);
            TcpSegment data = peer.awaitSegment("data", s -> s.payload().length() == 8);
            connection.close();
            TcpSegment fin = peer.awaitSegment("FIN", s -> s.has(TcpFlag.FIN));
            assertThat(fin.end()).isEqualTo(data.end().plus(1));
            peer.acknowledge(fin, PEER_ISS.plus(7), "after your FIN");
            host.await("more", () -> Optional.of(connection.receive(100)).filter(d -> !d.isEmpty()));
            assertRefused(Reason.CONNECTION_CLOSING, () -> connection.send(Octets.ofText("too late")));
            peer.acknowledge(fin, PEER_ISS.plus(21), "", TcpFlag.FIN);
            host.awaitEvent("closed");
            assertThat(host.events()).containsSubsequence("readable", "peer-closed", "closed");
        });
    }

    @Test
    void connectsToAPeerThatAnswersAndIsClosedByIt() {
        onKernel((host, stack, peer) -> {
            TcpConnection connection = connect(host, stack, peer);
            assertThat(connection.local()).isEqualTo(SocketAddress.parse("192.0.2.2:5000"));
            TcpSegment syn = peer.awaitSegment("SYN", s -> s.has(TcpFlag.SYN));
            assertThat(syn.sourcePort()).isEqualTo(Port.of(5000));
            peer.acknowledge(syn, PEER_ISS, "", TcpFlag.SYN);
            host.awaitEvent("established");
            TcpSegment ack = peer.awaitSegment("ACK", s -> !s.has(TcpFlag.SYN));
            peer.acknowledge(ack, PEER_ISS.plus(1), "", TcpFlag.FIN);
            host.awaitEvent("peer-closed");
            connection.close();
            TcpSegment fin = peer.awaitSegment("FIN", s -> s.has(TcpFlag.FIN));
            peer.acknowledge(fin, PEER_ISS.plus(2), "");
            host.awaitEvent("closed");
            assertThat(host.events()).containsExactly("established", "peer-closed", "closed");
        });
    }

    @Test
    void aConnectionThatIsResetFails() {
        onKernel((host, stack, peer) -> {
            connect(host, stack, peer);
            TcpSegment syn = peer.awaitSegment("SYN", s -> s.has(TcpFlag.SYN));
            peer.acknowledge(syn, SeqNumber.ZERO, "", TcpFlag.RST);
            host.awaitEvent("failed REFUSED");
            connect(host, stack, peer);
            TcpSegment other = peer.awaitSegment("second SYN", s -> s.has(TcpFlag.SYN));
            peer.acknowledge(other, PEER_ISS, "", TcpFlag.SYN);
            host.awaitEvent("established");
            peer.acknowledge(other, PEER_ISS.plus(1), "", TcpFlag.RST);
            host.awaitEvent("failed RESET");
        });
    }

    @Test
    void aConnectionThatNobodyAnswersTimesOut() {
        onKernel((host, stack, peer) -> {
            connect(host, stack, peer).set(new TcpSetting.UserTimeout(Duration.ofSeconds(1)));
            host.awaitEvent("failed TIMED_OUT");
            assertThat(host.transmitted()).isNotEmpty();
            assertThat(host.events()).containsExactly("failed TIMED_OUT");
        });
    }

    /** What the settings say; {@link #tellsItsSettings} has read them back, and so few SYNs take half a minute. */
    @Test
    @Tag("long")
    void anOpenIsGivenUpAfterFiveSyns() {
        onKernel((host, stack, peer) -> {
            connect(host, stack, peer);
            host.awaitEvent("failed TIMED_OUT");
            assertThat(host.transmitted()).hasSize(5);
        });
    }

    @Test
    void anAbortSendsAReset() {
        onKernel((host, stack, peer) -> {
            List<TcpConnection> accepted = new ArrayList<>();
            stack.listen(ECHO, connection -> {
                accepted.add(connection);
                return new Recorder(host);
            });
            handshake(host, peer, accepted);
            accepted.get(0).abort();
            assertThat(peer.awaitSegment("RST", s -> s.has(TcpFlag.RST)).seq()).isNotNull();
            assertThat(host.events()).isEmpty();
        });
    }

    @Test
    void sendTakesWhatThereIsRoomForAndTellsOfMore() {
        onKernel((host, stack, peer) -> {
            TcpConnection connection = connect(host, stack, peer);
            TcpSegment syn = peer.awaitSegment("SYN", s -> s.has(TcpFlag.SYN));
            peer.acknowledge(syn, PEER_ISS, "", TcpFlag.SYN);
            host.awaitEvent("established");
            Octets much = Octets.wrap(new byte[4_000_000]);
            int taken = connection.send(much);
            assertThat(taken).isBetween(1, much.length() - 1);
            host.await("room", () -> {
                peer.find(s -> s.payload().length() > 0)
                        .ifPresent(segment -> peer.acknowledge(segment, PEER_ISS.plus(1), ""));
                return host.events().stream().filter("writable"::equals).findFirst();
            });
            assertThat(connection.send(much)).isPositive();
        });
    }

    @Test
    void eachHostHasAnMtuOfItsOwn() {
        onKernel(
                "192.0.2.2",
                576,
                (host, stack, peer) -> onKernel("192.0.2.2", 9000, (big, bigStack, bigPeer) -> {
                    connect(host, stack, peer);
                    connect(big, bigStack, bigPeer);
                    assertThat(maximumSegmentSize(peer)).isEqualTo(536);
                    assertThat(maximumSegmentSize(bigPeer)).isEqualTo(8960);
                }));
    }

    @Test
    void manyHostsLiveSideBySide() {
        onKernel((first, firstStack, firstPeer) -> {
            List<TestHost> hosts = new ArrayList<>();
            List<Stack> stacks = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                hosts.add(new TestHost("203.0.113." + (1 + i)));
                stacks.add(PROVIDER.boot(hosts.get(i)));
            }
            for (int i = 0; i < 50; i++) {
                new Peer(hosts.get(i), stacks.get(i)).ping(i);
            }
            for (int i = 0; i < 50; i++) {
                new Peer(hosts.get(i), stacks.get(i)).awaitPong(i);
                assertThat(hosts.get(i).transmitted()).hasSize(1);
            }
            stacks.forEach(Stack::close);
        });
    }

    @Test
    void aHostThatIsSwitchedOnAgainRemembersNothing() {
        for (int i = 0; i < 3; i++) {
            onKernel((host, stack, peer) -> {
                List<TcpConnection> accepted = new ArrayList<>();
                stack.listen(ECHO, connection -> {
                    accepted.add(connection);
                    return new Recorder(host);
                });
                handshake(host, peer, accepted);
            });
        }
    }

    private static TcpConnection connect(TestHost host, Stack stack, Peer peer) {
        return stack.connect(Port.of(5000), new SocketAddress(peer.address(), Peer.PORT), new Recorder(host));
    }

    private static int maximumSegmentSize(Peer peer) {
        return peer.awaitSegment("SYN", s -> s.has(TcpFlag.SYN))
                .option(TcpOption.MaximumSegmentSize.class)
                .orElseThrow()
                .octets();
    }

    private static TcpSegment handshake(TestHost host, Peer peer, List<TcpConnection> accepted) {
        peer.send(TcpSegment.between(Peer.PORT, ECHO).seq(PEER_ISS).flag(TcpFlag.SYN));
        TcpSegment synAck = peer.awaitSegment("SYN-ACK", s -> s.has(TcpFlag.SYN));
        assertThat(synAck.ack()).isEqualTo(PEER_ISS.plus(1));
        peer.acknowledge(synAck, PEER_ISS.plus(1), "");
        host.await("accepted connection", () -> accepted.stream().findFirst());
        return synAck;
    }

    private static void assertRefused(Reason reason, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        CallRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
