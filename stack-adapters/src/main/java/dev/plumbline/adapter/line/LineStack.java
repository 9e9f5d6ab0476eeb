package dev.plumbline.adapter.line;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.NameServer;
import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.TcpReport;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stack on one host that runs in another program. Everything here happens on the testbed's thread: what a program in real time
 * says is handed in through {@link Host#execute}, so no event comes before the call that it belongs to has returned; one in
 * virtual time speaks only when it is its turn.
 */
public final class LineStack implements Stack {
    /** The version of the protocol in which no event may speak of what has not been named. */
    private static final int NAMES_COME_FIRST = 2;
    /** A number that a program gives to nothing, or to something that has no data to give. */
    private static final int NO_SOCKET = 0;
    /** The first answer tells that what was said before was read, the second that what came of it was looked at. */
    private static final int ROUNDS = 2;

    private final Host host;
    private final Conversation session;
    private final int number;
    private final LineTimers timers;
    private final LineSockets sockets = new LineSockets();
    private boolean off;

    private LineStack(Host host, Conversation session) {
        this.host = host;
        this.session = session;
        this.timers = new LineTimers(host, timer -> tell(Verb.EXPIRED, timer));
        this.number = session.attach(
                host,
                session.timeBase() == TimeBase.VIRTUAL ? this::happen : message -> host.execute(() -> happen(message)));
    }

    /**
     * Switches {@code host} on in the program.
     *
     * @throws CallRefused if the program cannot, with the reason
     * @throws StackBroken if there is no talking to it
     */
    public static LineStack boot(Host host, Conversation session) {
        LineStack stack = new LineStack(host, session);
        Link link = host.link();
        try {
            TheNetwork.of(host, stack::tell);
            session.call(Verb.BOOT, stack.number, link.address(), link.prefixLength(), link.mtu());
        } catch (CallRefused | StackBroken e) {
            session.detach(stack.number);
            throw e;
        }
        return stack;
    }

    @Override
    public void receive(Link link, Octets datagram) {
        if (link.index() == 0) {
            tell(Verb.RX, datagram);
        } else {
            tell(Verb.RX_ON, link.index(), datagram);
        }
    }

    /** Its program says things in their order: what is asked after them is answered after them. */
    @Override
    public void catchUp() {
        for (int round = 0; round < ROUNDS && !off && messagesCross() && !session.isBroken(); round++) {
            awaitAnAnswer();
        }
    }

    private void awaitAnAnswer() {
        try {
            session.call(Verb.RECEIVE, number, NO_SOCKET, 0);
        } catch (CallRefused noSuchSocket) {
            return; // That it answers is all that is wanted.
        }
    }

    @Override
    public UdpSocket openUdp(Port port, UdpHandler handler) {
        Words answer = session.call(Verb.UDP_OPEN, number, port.number());
        int socket = answer.number(Field.SOCKET);
        sockets.udpPorts.put(socket, handler);
        return new LineUdpSocket(this, socket, answer.local());
    }

    @Override
    public TcpListener listen(Port port, TcpAcceptor acceptor) {
        return listen(call(Verb.LISTEN, port.number()), acceptor);
    }

    @Override
    public TcpListener listen(SocketAddress local, TcpAcceptor acceptor) {
        return listen(call(Verb.LISTEN_AT, local.address(), local.port().number()), acceptor);
    }

    private TcpListener listen(Words answer, TcpAcceptor acceptor) {
        int socket = answer.number(Field.SOCKET);
        sockets.listeners.put(socket, acceptor);
        return new LineListener(this, socket, answer.local());
    }

    @Override
    public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
        int port = remote.port().number();
        Words answer = call(Verb.CONNECT, local.number(), remote.address(), port);
        return connection(answer, remote, handler);
    }

    @Override
    public TcpConnection connect(SocketAddress local, SocketAddress remote, TcpHandler handler) {
        int from = local.port().number();
        int port = remote.port().number();
        Words answer = call(Verb.CONNECT_FROM, local.address(), from, remote.address(), port);
        return connection(answer, remote, handler);
    }

    @Override
    public TcpConnection connect(Port local, List<Ipv4Address> gateways, SocketAddress remote, TcpHandler handler) {
        var via = SourceRoute.octets(gateways);
        int port = remote.port().number();
        Words answer = call(Verb.CONNECT_VIA, local.number(), via, remote.address(), port);
        return connection(answer, remote, handler);
    }

    private TcpConnection connection(Words answer, SocketAddress remote, TcpHandler handler) {
        int socket = answer.number(Field.SOCKET);
        var connection = new LineConnection(this, socket, answer.local(), remote, handler);
        sockets.connections.put(socket, connection);
        return connection;
    }

    @Override
    public void resolve(DomainName name, RecordType type, ResolutionHandler handler) {
        sockets.questions.put(call(Verb.RESOLVE, name, type).number(Field.SOCKET), handler);
    }

    @Override
    public NameServer serve(String zone) {
        int socket = call(Verb.SERVE, LineNameServer.octets(zone)).number(Field.SOCKET);
        return new LineNameServer(this, socket);
    }

    @Override
    public void close() {
        if (off) {
            return;
        }
        off = true;
        try {
            if (!session.isBroken()) {
                session.tell(Verb.CLOSE_HOST, number);
            }
        } finally {
            session.detach(number);
        }
    }

    Words call(Verb verb, Object... values) {
        if (off) {
            throw new CallRefused(CallRefused.Reason.CONNECTION_CLOSING, "the host is switched off");
        }
        return session.call(verb, withHost(values));
    }

    /** Whether a message about a socket may cross with one that says that the socket is gone. */
    boolean messagesCross() {
        return session.timeBase() == TimeBase.REAL;
    }

    void tell(Verb verb, Object... values) {
        if (!off) {
            session.tell(verb, withHost(values));
        }
    }

    /** Says no more to the application; where messages do not cross, what the stack still says is worth hearing. */
    void forget(int socket) {
        if (messagesCross()) {
            sockets.forget(socket);
        }
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
            case TX_ON -> host.transmit(link(message), words.octets());
            case LOG -> host.log(words.text());
            case AFTER, CANCEL, SOON -> timers.heed(message);
            default -> {
                if (!messagesCross() && session.version() >= NAMES_COME_FIRST) {
                    sockets.requireNamed(message);
                }
                event(message.verb(), words);
            }
        }
    }

    private Link link(LineMessage message) {
        int number = message.words().number(Field.LINK);
        if (number >= host.links().size()) {
            throw new MalformedLine(message.format(), "the number of a link of this host");
        }
        return host.links().get(number);
    }

    private void event(Verb verb, Words words) {
        switch (verb) {
            case RESOLVED -> resolved(words);
            case UDP_RECEIVED -> udpPort(words).received(words.local(), words.octets());
            case UDP_RECEIVED_AT ->
                udpPort(words).received(words.remote(), words.address(Field.ADDRESS), words.octets());
            case UDP_UNREACHABLE -> udpPort(words).unreachable(words.local());
            case ACCEPTED -> accepted(words);
            default -> connectionEvent(verb, words);
        }
    }

    private void resolved(Words words) {
        int question = words.number(Field.SOCKET);
        ResolutionHandler handler = sockets.questions.get(question);
        forget(question);
        if (handler == null) {
            return;
        }
        switch ((Field.Outcome) words.value(Field.OUTCOME)) {
            case FOUND -> handler.found(words.listOfOctets());
            case NO_DATA -> handler.noData();
            case NO_SUCH_NAME -> handler.noSuchName();
            case FAILED -> handler.failed();
        }
    }

    private UdpHandler udpPort(Words words) {
        return sockets.udpPorts.getOrDefault(words.number(Field.SOCKET), (source, data) -> {});
    }

    private void accepted(Words words) {
        int socket = words.number(Field.SOCKET);
        TcpAcceptor acceptor = sockets.listeners.get(words.number(Field.LISTENER));
        if (acceptor == null) {
            tell(Verb.ABORT, socket);
            return;
        }
        var connection = new LineConnection(this, socket, words.local(), words.remote(), new TcpHandler() {});
        sockets.connections.put(socket, connection);
        connection.handledBy(acceptor.accepted(connection));
    }

    private void connectionEvent(Verb verb, Words words) {
        @Nullable LineConnection connection = sockets.connections.get(words.number(Field.SOCKET));
        if (connection == null) {
            return;
        }
        switch (verb) {
            case ESTABLISHED -> connection.handler().established(connection);
            case READABLE -> connection.handler().readable(connection);
            case URGENT -> connection.handler().urgent(connection);
            case WRITABLE -> connection.handler().writable(connection);
            case PEER_CLOSED -> connection.handler().peerClosed(connection);
            case REPORTED -> connection.handler().reported(connection, (TcpReport) words.value(Field.REPORT));
            case FAILED -> connection.failed((TcpError) words.value(Field.ERROR));
            case CLOSED -> connection.closed();
            default -> throw new IllegalStateException("not an event of a connection: " + verb);
        }
    }
}
