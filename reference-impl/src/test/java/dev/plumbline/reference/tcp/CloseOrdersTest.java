package dev.plumbline.reference.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reference.kit.App;
import dev.plumbline.reference.kit.Pair;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who closes first, and how long after the other (RFC 9293 section 3.6). */
class CloseOrdersTest {
    @ParameterizedTest(name = "the client after {0} ms, the server after {1} ms: {2} and {3}")
    @CsvSource({
        "0, 0, CLOSING, CLOSING",
        "0, 5, CLOSING, CLOSING",
        "0, 1000, FIN_WAIT_2, CLOSE_WAIT",
        "1000, 0, CLOSE_WAIT, FIN_WAIT_2",
        "0, 600000, FIN_WAIT_2, CLOSE_WAIT"
    })
    @DisplayName("Both sides end in CLOSED")
    void endsInClosed(long clientAfter, long serverAfter, TcpState client, TcpState server) {
        Pair pair = new Pair();
        App app = new App();
        App serverApp = new App();
        AtomicReference<TcpConnection> accepted = new AtomicReference<>();
        pair.server.listen(Pair.SERVICE, connection -> {
            accepted.set(connection);
            return serverApp;
        });
        TcpConnection connection = pair.client.connect(Port.ANY, Pair.service(), app);
        pair.world.pass(Duration.ofSeconds(1));
        connection.send(Octets.ofText("last words"));
        pair.world.after(Duration.ofMillis(clientAfter), connection::close);
        pair.world.after(Duration.ofMillis(serverAfter), accepted.get()::close);
        Duration whenBothFinsMet = Duration.ofMillis(Math.min(clientAfter, serverAfter) + 16);
        pair.world.pass(clientAfter == 0 && serverAfter < 10 ? whenBothFinsMet : Duration.ofMillis(500));
        assertThat(state(connection)).isEqualTo(client);
        assertThat(state(accepted.get())).isEqualTo(server);
        pair.world.pass(Duration.ofMinutes(20));
        assertThat(state(connection)).isEqualTo(TcpState.CLOSED);
        assertThat(state(accepted.get())).isEqualTo(TcpState.CLOSED);
        assertThat(serverApp.received()).isEqualTo(Octets.ofText("last words"));
        assertThat(serverApp.told).endsWith("peer closed", "closed");
        assertThat(app.told).containsExactly("established", "peer closed", "closed");
    }

    private static TcpState state(TcpConnection connection) {
        return connection.status().orElseThrow().state();
    }
}
