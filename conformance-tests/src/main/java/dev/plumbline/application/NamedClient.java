package dev.plumbline.application;

import dev.plumbline.dns.DomainName;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client that knows its server by name: it looks the name up, and connects to the first address it is told. */
public final class NamedClient {
    private final LookUp lookUp;
    private @Nullable TcpApplication connection;

    private NamedClient(StackHost host, String name, DomainName server, Port port) {
        this.lookUp = LookUp.start(
                host, name, server, addresses -> connect(host, name, new SocketAddress(addresses.get(0), port)));
    }

    /**
     * Sets out to connect.
     *
     * @param name what the transcript calls it
     */
    public static NamedClient connect(StackHost host, String name, DomainName server, Port port) {
        return new NamedClient(host, name, server, port);
    }

    /** Its look-up. */
    public LookUp lookUp() {
        return lookUp;
    }

    /** Its connection, once it has asked for one. */
    public Optional<TcpApplication> connection() {
        return Optional.ofNullable(connection);
    }

    /** Whether it was told that it is connected. */
    public boolean isConnected() {
        return connection != null && connection.isConnected();
    }

    /** The stack may refuse an address that no host can have: then there is no connection, and the transcript says why. */
    private void connect(StackHost host, String name, SocketAddress server) {
        try {
            connection = TcpApplication.connect(host, name, Port.ANY, server);
        } catch (CallRefused refused) {
            host.event(name + " gives up: " + refused.reason());
        }
    }
}
