package dev.plumbline.application;

import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server application: accepts every connection to its port and keeps one {@link TcpApplication} for each. */
public final class ServerApplication implements TcpAcceptor {
    private final StackHost host;
    private final List<TcpApplication> connections = new ArrayList<>();
    private final Map<SocketAddress, TcpApplication> byClient = new HashMap<>();
    private @Nullable TcpListener listener;

    private ServerApplication(StackHost host) {
        this.host = host;
    }

    /** Listens on {@code port}. */
    public static ServerApplication listen(StackHost host, Port port) {
        ServerApplication server = new ServerApplication(host);
        server.listener = host.call(
                "the server listens on port " + port, () -> host.stack().listen(port, server));
        return server;
    }

    /** Listens on a port at one of the host's addresses. */
    public static ServerApplication listen(StackHost host, SocketAddress local) {
        ServerApplication server = new ServerApplication(host);
        server.listener =
                host.call("the server listens at " + local, () -> host.stack().listen(local, server));
        return server;
    }

    /** Where it listens. */
    public SocketAddress local() {
        return Objects.requireNonNull(listener).local();
    }

    /** CLOSE in LISTEN: waits for connections no more (RFC 9293 section 3.10.4). */
    public void stopListening() {
        host.call(
                "the server listens no more",
                () -> Objects.requireNonNull(listener).close());
    }

    /** Its connections in the order in which they were accepted. */
    public List<TcpApplication> connections() {
        return List.copyOf(connections);
    }

    /** Its connection with a client, if it was accepted; the first, where there were several. */
    public Optional<TcpApplication> connectionWith(SocketAddress client) {
        return Optional.ofNullable(byClient.get(client));
    }

    @Override
    public TcpHandler accepted(TcpConnection connection) {
        TcpApplication server = TcpApplication.accepted(host, "the server", connection);
        connections.add(server);
        byClient.putIfAbsent(connection.remote(), server);
        return server;
    }
}
