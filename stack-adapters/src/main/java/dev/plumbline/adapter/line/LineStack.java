package dev.plumbline.adapter.line;

import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stack on one host that runs in another program. Everything here happens on the testbed's thread: what the program says is
 * handed in through {@link Host#execute}, so no event comes before the call that it belongs to has returned.
 */
public final class LineStack implements Stack {
    private final Host host;
    private final LineSession session;
    private final int number;
    private final Map<Integer, UdpHandler> udpPorts = new HashMap<>();
    private final Map<Integer, TcpAcceptor> listeners = new HashMap<>();
    private final Map<Integer, LineConnection> connections = new HashMap<>();
    private boolean off;

    private LineStack(Host host, LineSession session) {
        this.host = host;
        this.session = session;
        this.number = session.attach(message -> host.execute(() -> happen(message)));
    }

    /**
     * Switches {@code host} on in the program.
     *
     * @throws CallRefused if the program cannot, with the reason
     * @throws StackBroken if there is no talking to it
     */
    public static LineStack boot(Host host, LineSession session) {
        LineStack stack = new LineStack(host, session);
        Link link = host.link();
        try {
            session.call(Verb.BOOT, stack.number, link.address(), link.prefixLength(), link.mtu());
        } catch (CallRefused | StackBroken e) {
            session.detach(stack.number);
            throw e;
        }
        return stack;
    }

    @Override
    public void receive(Link link, Octets datagram) {
        session.tell(Verb.RX, number, datagram);
    }

    @Override
    public UdpSocket openUdp(Port port, UdpHandler handler) {
        Words answer = session.call(Verb.UDP_OPEN, number, port.number());
        int socket = answer.number(Field.SOCKET);
        udpPorts.put(socket, handler);
        return new LineUdpSocket(this, socket, answer.local());
    }

    @Override
    public TcpListener listen(Port port, TcpAcceptor acceptor) {
        Words answer = session.call(Verb.LISTEN, number, port.number());
        int socket = answer.number(Field.SOCKET);
        listeners.put(socket, acceptor);
        return new LineListener(this, socket, answer.local());
    }

    @Override
    public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
        Words answer = session.call(
                Verb.CONNECT,
                number,
                local.number(),
                remote.address(),
                remote.port().number());
        int socket = answer.number(Field.SOCKET);
        var connection = new LineConnection(this, socket, answer.local(), remote, handler);
        connections.put(socket, connection);
        return connection;
    }

    @Override
    public void close() {
        if (off) {
            return;
        }
        off = true;
        session.detach(number);
        if (!session.isBroken()) {
            session.tell(Verb.CLOSE_HOST, number);
        }
    }

    Words call(Verb verb, Object... values) {
        if (off) {
            throw new CallRefused(CallRefused.Reason.CONNECTION_CLOSING, "the host is switched off");
        }
        return session.call(verb, withHost(values));
    }

    void tell(Verb verb, Object... values) {
        if (!off) {
            session.tell(verb, withHost(values));
        }
    }

    void forget(int socket) {
        udpPorts.remove(socket);
        listeners.remove(socket);
        connections.remove(socket);
    }

    private Object[] withHost(Object[] values) {
        Object[] all = new Object[values.length + 1];
        all[0] = number;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }

    private void happen(LineMessage message) {
        if (off) {
            return;
        }
        Words words = message.words();
        switch (message.verb()) {
            case TX -> host.transmit(host.link(), words.octets());
            case LOG -> host.log(words.text());
            case UDP_RECEIVED -> udpPort(words).received(words.local(), words.octets());
            case UDP_UNREACHABLE -> udpPort(words).unreachable(words.local());
            case ACCEPTED -> accepted(words);
            default -> connectionEvent(message.verb(), words);
        }
    }

    private UdpHandler udpPort(Words words) {
        return udpPorts.getOrDefault(words.number(Field.SOCKET), (source, data) -> {});
    }

    private void accepted(Words words) {
        int socket = words.number(Field.SOCKET);
        TcpAcceptor acceptor = listeners.get(words.number(Field.LISTENER));
        if (acceptor == null) {
            tell(Verb.ABORT, socket);
            return;
        }
        var connection = new LineConnection(this, socket, words.local(), words.remote(), new TcpHandler() {});
        connections.put(socket, connection);
        connection.handledBy(acceptor.accepted(connection));
    }

    private void connectionEvent(Verb verb, Words words) {
        @Nullable LineConnection connection = connections.get(words.number(Field.SOCKET));
        if (connection == null) {
            return;
        }
        switch (verb) {
            case ESTABLISHED -> connection.handler().established(connection);
            case READABLE -> connection.handler().readable(connection);
            case WRITABLE -> connection.handler().writable(connection);
            case PEER_CLOSED -> connection.handler().peerClosed(connection);
            case FAILED -> connection.failed((TcpError) words.value(Field.ERROR));
            case CLOSED -> connection.closed();
            default -> throw new IllegalStateException("not an event of a connection: " + verb);
        }
    }
}
