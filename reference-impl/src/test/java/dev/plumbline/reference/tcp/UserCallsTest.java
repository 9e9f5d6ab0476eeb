package dev.plumbline.reference.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.kit.App;
import dev.plumbline.reference.kit.Bench;
import dev.plumbline.reference.kit.Ways;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OPEN, SEND, RECEIVE, CLOSE, ABORT, and what the user is told (RFC 9293 section 3.10.1 to 3.10.5, and 3.9.2.2). */
class UserCallsTest {
    private static final SocketAddress PEER = new SocketAddress(Bench.PEER, Bench.PEER_PORT);

    private static void refused(CallRefused.Reason reason, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        CallRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Nested
    class Open {
        @ParameterizedTest
        @ValueSource(strings = {"255.255.255.255", "192.0.2.255", "224.0.0.1", "0.0.0.0", "127.0.0.1", "240.0.0.1"})
        @DisplayName("no host has the address")
        void invalidAddress(String address) {
            SocketAddress nobody = new SocketAddress(Ipv4Address.parse(address), new Port(7));
            Bench bench = new Bench();
            refused(CallRefused.Reason.INVALID_DESTINATION, () -> bench.stack.connect(Port.ANY, nobody, new App()));
            bench.silent();
        }

        @Test
        @DisplayName("the connection exists, or somebody listens")
        void twice() {
            Bench bench = Ways.ESTABLISHED.go();
            refused(CallRefused.Reason.CONNECTION_EXISTS, () -> bench.stack.connect(bench.port, PEER, new App()));
            bench.listen();
            refused(CallRefused.Reason.PORT_IN_USE, () -> bench.stack.listen(Bench.SERVICE, accepted -> new App()));
        }

        @Test
        @DisplayName("a chosen port is ephemeral, and two opens of the same name begin with different numbers")
        void chosenPort() {
            Bench bench = new Bench().connect();
            assertThat(bench.port.number()).isBetween(49152, 65535);
            TcpSegment first = bench.next();
            bench.connection().abort();
            bench.world.pass(Duration.ofMillis(1));
            bench.stack.connect(bench.port, PEER, new App());
            assertThat(bench.next().seq().minus(first.seq())).isEqualTo(250);
        }

        @Test
        @DisplayName("a connection with oneself")
        void self() {
            Bench bench = new Bench();
            SocketAddress self = new SocketAddress(Bench.STACK, new Port(5000));
            TcpConnection connection = bench.stack.connect(new Port(5000), self, bench.app);
            bench.world.pass(Duration.ofMillis(1));
            connection.send(Octets.ofText("echo"));
            bench.world.pass(Duration.ofMillis(1));
            assertThat(bench.app.received()).isEqualTo(Octets.ofText("echo"));
            bench.silent();
        }
    }

    @Nested
    class Send {
        @ParameterizedTest
        @EnumSource(names = {"SYN_SENT", "SYN_RECEIVED_ACTIVE"})
        @DisplayName("before the handshake is complete, data and CLOSE wait")
        void waits(Ways way) {
            Bench bench = way.go();
            bench.connection().send(Octets.ofText("early"));
            if (way == Ways.SYN_RECEIVED_ACTIVE) {
                bench.connection().close();
            }
            bench.silent();
            TcpFlag[] flags =
                    way == Ways.SYN_SENT ? new TcpFlag[] {TcpFlag.SYN, TcpFlag.ACK} : new TcpFlag[] {TcpFlag.ACK};
            bench.send(flags);
            TcpSegment data = bench.next();
            assertThat(data.payload()).isEqualTo(Octets.ofText("early"));
            assertThat(data.has(TcpFlag.FIN)).isEqualTo(way == Ways.SYN_RECEIVED_ACTIVE);
        }

        @ParameterizedTest
        @EnumSource(names = {"FIN_WAIT_1", "FIN_WAIT_2", "CLOSING", "LAST_ACK", "TIME_WAIT"})
        @DisplayName("after CLOSE it is refused")
        void closing(Ways way) {
            Bench bench = way.go();
            refused(
                    CallRefused.Reason.CONNECTION_CLOSING,
                    () -> bench.connection().send(Octets.of(1)));
        }

        @Test
        @DisplayName("it takes what fits, and says when there is room again")
        void room() {
            Bench bench = Ways.ESTABLISHED.go();
            int taken = bench.connection().send(Octets.wrap(new byte[200_000]));
            assertThat(taken).isBetween(65_535, 199_999);
            assertThat(bench.connection().send(Octets.of(1))).isZero();
            bench.acknowledgeAll();
            assertThat(bench.app.told).containsExactly("established", "writable");
        }
    }

    @Nested
    class CloseAndAbort {
        @ParameterizedTest
        @CsvSource({
            "SYN_SENT, -, CLOSED", "SYN_RECEIVED_ACTIVE, F., FIN_WAIT_1", "ESTABLISHED, F., FIN_WAIT_1",
            "FIN_WAIT_1, -, FIN_WAIT_1", "FIN_WAIT_2, -, FIN_WAIT_2", "CLOSE_WAIT, F., LAST_ACK",
            "CLOSING, -, CLOSING", "LAST_ACK, -, LAST_ACK", "TIME_WAIT, -, TIME_WAIT"
        })
        void close(Ways way, String flags, TcpState after) {
            Bench bench = way.go();
            bench.connection().close();
            assertThat(sent(bench)).isEqualTo(flags);
            assertThat(bench.state()).isEqualTo(after);
        }

        @ParameterizedTest
        @CsvSource({
            "SYN_SENT, -",
            "SYN_RECEIVED_ACTIVE, R",
            "ESTABLISHED, R",
            "FIN_WAIT_1, R",
            "FIN_WAIT_2, R",
            "CLOSE_WAIT, R",
            "CLOSING, -",
            "LAST_ACK, -",
            "TIME_WAIT, -"
        })
        void abort(Ways way, String flags) {
            Bench bench = way.go();
            int told = bench.app.told.size();
            bench.connection().abort();
            assertThat(sent(bench)).isEqualTo(flags);
            assertThat(bench.state()).isEqualTo(TcpState.CLOSED);
            bench.world.pass(Duration.ofHours(1));
            bench.silent();
            assertThat(bench.app.told).hasSize(told);
        }

        private String sent(Bench bench) {
            return bench.all().stream()
                    .map(seg -> seg.flags().toString())
                    .collect(Collectors.collectingAndThen(Collectors.joining(), all -> all.isEmpty() ? "-" : all));
        }

        @Test
        @DisplayName("after a half close the peer's data still arrives")
        void halfClose() {
            Bench bench = Ways.FIN_WAIT_2.go();
            bench.sendData("more");
            assertThat(bench.app.received()).isEqualTo(Octets.ofText("more"));
        }

        @Test
        @DisplayName("what was closed before its SYN was acknowledged ends in order")
        void closedInSynReceived() {
            Bench bench = Ways.SYN_RECEIVED_ACTIVE.go();
            bench.connection().close();
            bench.next();
            bench.send(TcpFlag.ACK);
            assertThat(bench.state()).isEqualTo(TcpState.FIN_WAIT_2);
        }

        @Test
        @DisplayName("the end of the stream is told after the last octet was taken, and not within a call")
        void endOfStream() {
            Bench bench = Ways.ESTABLISHED.go();
            bench.app.lazy();
            bench.sendData("last words");
            bench.send(TcpFlag.FIN, TcpFlag.ACK);
            bench.connection().receive(4);
            bench.world.pass(Duration.ZERO);
            assertThat(bench.app.told).containsExactly("established", "readable");
            bench.connection().receive(100);
            assertThat(bench.app.told).hasSize(2);
            bench.world.pass(Duration.ZERO);
            assertThat(bench.app.told).endsWith("peer closed");
        }

        @Test
        @DisplayName("a host that is switched off is silent for ever")
        void switchedOff() {
            Bench bench = Ways.ESTABLISHED.go();
            bench.connection().send(Octets.of(1));
            bench.next();
            bench.stack.close();
            bench.send(TcpFlag.FIN, TcpFlag.ACK);
            bench.world.pass(Duration.ofHours(1));
            bench.silent();
            assertThat(bench.app.told).containsExactly("established");
        }
    }

    @Test
    @DisplayName("a handler may call back: what it sends follows what the segment caused")
    void callsBack() {
        Bench bench = new Bench();
        bench.stack.listen(Bench.SERVICE, accepted -> new TcpHandler() {
            @Override
            public void readable(TcpConnection connection) {
                connection.send(connection.receive(100));
                connection.close();
                connection.abort();
            }

            @Override
            public void failed(TcpConnection connection, TcpError error) {
                bench.app.failed(connection, error);
            }
        });
        bench.send(TcpFlag.SYN);
        bench.next();
        bench.sendData("echo");
        assertThat(bench.all().stream().map(seg -> seg.flags().toString())).containsExactly("P.", "F.", "R");
        assertThat(bench.app.told).isEmpty();
    }

    @Nested
    class IcmpErrors {
        private void error(Bench bench, Octets original, int code) {
            error(bench, new DestinationUnreachable(code, 0, original));
        }

        private void error(Bench bench, IcmpMessage error) {
            bench.datagram(
                    Ipv4Packet.of(Ipv4Address.parse("198.51.100.1"), Bench.STACK, IpProtocol.ICMP, error.encode())
                            .encode());
        }

        @ParameterizedTest
        @CsvSource({"0, false", "1, false", "2, true", "3, true", "4, true", "5, false"})
        @DisplayName("hard ones end the opening, soft ones do not")
        void opening(int code, boolean hard) {
            Bench bench = new Bench().connect();
            error(bench, bench.sent.get(0).slice(0, 28), code);
            assertThat(bench.app.told.contains("failed UNREACHABLE")).isEqualTo(hard);
        }

        @ParameterizedTest
        @EnumSource(names = {"SYN_SENT", "ESTABLISHED"})
        @DisplayName("a soft one is the reason if the connection is given up in the end")
        void softErrorExplains(Ways way) {
            Bench bench = way.go();
            bench.connection().send(Octets.of(1));
            bench.world.pass(Duration.ofSeconds(1));
            error(bench, bench.sent.get(0), DestinationUnreachable.HOST);
            bench.world.pass(Duration.ofSeconds(298));
            assertThat(bench.state()).isEqualTo(way.state);
            bench.world.pass(Duration.ofSeconds(1));
            assertThat(bench.app.told).endsWith("failed UNREACHABLE");
        }

        @Test
        @DisplayName("it is none if the connection has gone on since")
        void softErrorPasses() {
            Bench bench = Ways.ESTABLISHED.go();
            bench.connection().send(Octets.of(1));
            error(bench, bench.sent.get(0), DestinationUnreachable.HOST);
            bench.next();
            bench.send(TcpFlag.ACK);
            bench.connection().send(Octets.of(2));
            bench.world.pass(Duration.ofMinutes(5));
            assertThat(bench.app.told).endsWith("failed TIMED_OUT");
        }

        @ParameterizedTest(name = "next-hop MTU {0}: {1} octets")
        @CsvSource({"300, 260", "0, 536", "10, 28", "1400, 1360", "9000, 1460"})
        @DisplayName("one that says how much fits makes segments smaller, and one leaves at once")
        void pathMtu(int mtu, int octets) {
            Bench bench = Ways.SYN_SENT.go();
            bench.send(
                    bench.segment(TcpFlag.SYN, TcpFlag.ACK).options(List.of(new TcpOption.MaximumSegmentSize(1460))));
            bench.next();
            bench.connection().send(Octets.wrap(new byte[20_000]));
            Octets first = bench.sent.get(0);
            int before = bench.all().size();
            IcmpMessage error = new DestinationUnreachable(DestinationUnreachable.FRAGMENTATION_NEEDED, mtu, first);
            error(bench, error);
            List<TcpSegment> again = bench.all();
            assertThat(again).hasSize(octets < 1460 ? 1 : 0);
            bench.expected = bench.connection().status().orElseThrow().sndNxt();
            bench.send(TcpFlag.ACK);
            assertThat(bench.next().payload().length()).isEqualTo(octets);
            assertThat(before).isEqualTo(3);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3, 4, 5})
        @DisplayName("none ends an established connection")
        void established(int code) {
            Bench bench = Ways.ESTABLISHED.go();
            bench.connection().send(Octets.of(1));
            error(bench, bench.sent.get(0), code);
            assertThat(bench.state()).isEqualTo(TcpState.ESTABLISHED);
        }

        @Test
        @DisplayName("one about a number that is not under way is not believed")
        void forged() {
            Bench bench = new Bench().connect();
            Octets syn = bench.sent.get(0);
            error(bench, syn.withAt(24, Octets.of(syn.u8(24) + 1)), DestinationUnreachable.PORT);
            assertThat(bench.state()).isEqualTo(TcpState.SYN_SENT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.2, 192.0.2.255", "192.0.2.2, 255.255.255.255", "192.0.2.2, 224.0.0.1", "224.0.0.1, 192.0.2.1",
        "255.255.255.255, 192.0.2.1", "192.0.2.255, 192.0.2.1", "0.0.0.0, 192.0.2.1", "192.0.2.1, 192.0.2.1",
        "127.0.0.1, 192.0.2.1"
    })
    @DisplayName("a SYN from or to what is no host's address is ignored")
    void invalidAddresses(String from, String to) {
        Bench bench = Ways.LISTEN.go();
        TcpSegment syn = bench.segment(TcpFlag.SYN).build();
        bench.inject(Ipv4Address.parse(from), Ipv4Address.parse(to), syn);
        bench.silent();
    }
}
