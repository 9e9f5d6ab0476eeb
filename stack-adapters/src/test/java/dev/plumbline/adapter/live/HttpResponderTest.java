package dev.plumbline.adapter.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.TcpService;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpResponderTest {
    /** A connection that takes a limited number of octets at a time. */
    private static final class Client implements TcpConnection {
        private final Deque<Octets> coming = new ArrayDeque<>();
        private final int window;
        private Octets answer = Octets.empty();
        private int room;
        private int closings;

        Client(int window) {
            this.window = window;
            this.room = window;
        }

        void refill() {
            room = window;
        }

        String text() {
            return new String(answer.toByteArray(), StandardCharsets.ISO_8859_1);
        }

        Octets body() {
            return answer.from(text().indexOf("\r\n\r\n") + 4);
        }

        @Override
        public SocketAddress local() {
            return new SocketAddress(Ipv4Address.parse("192.0.2.2"), Port.of(80));
        }

        @Override
        public SocketAddress remote() {
            return new SocketAddress(Ipv4Address.parse("192.0.2.1"), Port.of(5000));
        }

        @Override
        public int send(Octets data) {
            int taken = Math.min(room, data.length());
            room -= taken;
            answer = answer.plus(data.slice(0, taken));
            return taken;
        }

        @Override
        public Octets receive(int max) {
            Octets next = coming.poll();
            return next == null ? Octets.empty() : next;
        }

        @Override
        public void close() {
            closings++;
        }

        @Override
        public void abort() {
            throw new AssertionError("nobody aborts");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 250, 251, 65536, 64256, 200_000})
    void theBodyIsThePatternHoweverLittleIsTakenAtATime(int size) {
        Client client = new Client(9973);
        TcpHandler responder = ask(client, "GET /" + size + " HTTP/1.1\r\nHost: x\r\n\r\n");
        while (client.closings == 0) {
            client.refill();
            responder.writable(client);
        }
        assertThat(client.text()).startsWith("HTTP/1.0 200 OK\r\n").contains("Content-Length: " + size + "\r\n");
        byte[] expected = new byte[size];
        for (int i = 0; i < size; i++) {
            expected[i] = (byte) (i * 31 + i / 251);
        }
        assertThat(client.body()).isEqualTo(Octets.wrap(expected));
    }

    @Test
    void aRequestMayComeInPiecesAndIsAnsweredOnce() {
        Client client = new Client(1_000_000);
        TcpHandler responder = ask(client, "GET /3 HT");
        assertThat(client.text()).isEmpty();
        client.coming.add(Octets.ofText("TP/1.0\r\n\r"));
        responder.readable(client);
        assertThat(client.text()).isEmpty();
        client.coming.add(Octets.ofText("\n"));
        responder.readable(client);
        assertThat(client.body().length()).isEqualTo(3);
        assertThat(client.closings).isEqualTo(1);
    }

    @Test
    void aSecondRequestOnAConnectionThatWasAnsweredIsReadAndNotAnswered() {
        Client client = new Client(1_000_000);
        TcpHandler responder = ask(client, "GET /3 HTTP/1.1\r\n\r\n");
        Octets first = client.answer;
        client.coming.add(Octets.ofText("GET /5 HTTP/1.1\r\n\r\n"));
        responder.readable(client);
        responder.writable(client);
        assertThat(client.answer).isEqualTo(first);
        assertThat(client.closings).isEqualTo(1);
        assertThat(client.coming).isEmpty();
    }

    @Test
    void headHasNoBody() {
        Client client = new Client(1000);
        var unused = ask(client, "HEAD /500 HTTP/1.1\r\n\r\n");
        assertThat(client.text()).contains("Content-Length: 500").endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource({"POST /1 HTTP/1.1, 400", "GET /x HTTP/1.1, 400", "nonsense, 400", "GET /99999999999 HTTP/1.1, 413"})
    void whatItDoesNotServeItSays(String line, String status) {
        Client client = new Client(1000);
        var unused = ask(client, line + "\r\n\r\n");
        assertThat(client.text()).startsWith("HTTP/1.0 " + status);
        assertThat(client.closings).isEqualTo(1);
    }

    @Test
    void aRequestWithoutAnEndIsRefusedBeforeItFillsTheMemory() {
        Client client = new Client(1000);
        var unused = ask(client, "GET /" + "1".repeat(10_000));
        assertThat(client.text()).startsWith("HTTP/1.0 400");
    }

    @Test
    void whoLeavesWithoutAQuestionIsLetGo() {
        Client client = new Client(1000);
        TcpHandler responder = ask(client, "GET");
        responder.peerClosed(client);
        assertThat(client.closings).isEqualTo(1);
    }

    private static TcpHandler ask(Client client, String request) {
        TcpAcceptor[] acceptor = new TcpAcceptor[1];
        HttpResponder.listen(
                new TcpService() {
                    @Override
                    public TcpListener listen(Port port, TcpAcceptor told) {
                        assertThat(port.number()).isEqualTo(80);
                        acceptor[0] = told;
                        return new TcpListener() {
                            @Override
                            public SocketAddress local() {
                                return client.local();
                            }

                            @Override
                            public void close() {}
                        };
                    }
                },
                Port.of(80));
        TcpHandler handler = acceptor[0].accepted(client);
        client.coming.add(Octets.ofText(request));
        handler.readable(client);
        return handler;
    }
}
