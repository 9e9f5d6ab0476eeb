package dev.plumbline.adapter.runner;

import dev.plumbline.adapter.line.Field;
import dev.plumbline.adapter.line.LineMessage;
import dev.plumbline.adapter.line.SettingName;
import dev.plumbline.adapter.line.StatusText;
import dev.plumbline.adapter.line.Verb;
import dev.plumbline.adapter.line.Words;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.spi.NameServer;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A stack on a host that is switched on, with all that the suite's applications have opened on it. */
final class Guest {
    private final GuestHost host;
    private final Stack stack;
    private final Map<Integer, Object> opened = new HashMap<>();
    private int lastSocket;
    /** What the suite does not know yet: its number stands in the answer to the call that is being served. */
    private int unnamed;

    Guest(GuestHost host, Stack stack) {
        this.host = host;
        this.stack = stack;
    }

    Stack stack() {
        return stack;
    }

    /** Tells an application something about what it has opened; if the suite does not know its number yet, soon. */
    void tell(Verb event, int socket, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = socket;
        System.arraycopy(values, 0, all, 1, values.length);
        if (socket == unnamed) {
            host.execute(() -> host.tell(event, all));
        } else {
            host.tell(event, all);
        }
    }

    /** Has the stack do what a message asks for; returns what follows {@code ok}, if it is a call. */
    List<Object> heed(LineMessage message) {
        int outer = unnamed;
        try {
            return served(message);
        } finally {
            unnamed = outer;
        }
    }

    private List<Object> served(LineMessage message) {
        Words words = message.words();
        return switch (message.verb()) {
            case RX -> nothing(() -> stack.receive(host.link(), words.octets()));
            case RX_ON -> nothing(() -> stack.receive(host.links().get(words.number(Field.LINK)), words.octets()));
            case EXPIRED -> nothing(() -> host.remind(words.number(Field.TIMER)));
            case UDP_OPEN -> openUdp(port(words));
            case UDP_SEND -> nothing(() -> the(words, UdpSocket.class).send(words.local(), words.octets()));
            case UDP_SEND_FROM ->
                nothing(() ->
                        the(words, UdpSocket.class).send(words.address(Field.ADDRESS), words.remote(), words.octets()));
            case UDP_CLOSE -> nothing(the(words, UdpSocket.class)::close);
            case LISTEN -> listen(acceptor -> stack.listen(port(words), acceptor));
            case LISTEN_AT -> listen(acceptor -> stack.listen(words.local(), acceptor));
            case LISTEN_CLOSE -> nothing(the(words, TcpListener.class)::close);
            case CONNECT -> connect(handler -> stack.connect(port(words), words.remote(), handler));
            case CONNECT_FROM -> connect(handler -> stack.connect(words.local(), words.remote(), handler));
            case CONNECT_VIA ->
                connect(handler ->
                        stack.connect(port(words), SourceRoute.addresses(words.octets()), words.remote(), handler));
            case RESOLVE -> resolve(words);
            case SERVE -> serve(words);
            case REPLACE -> nothing(() -> the(words, NameServer.class).replace(zone(words)));
            case SERVE_CLOSE -> nothing(the(words, NameServer.class)::close);
            default -> toConnection(message.verb(), the(words, TcpConnection.class), words);
        };
    }

    /** Whether the host has more addresses than one. */
    boolean hasSeveralAddresses() {
        return !host.moreAddresses().isEmpty();
    }

    /** A number for something that is about to be open, and that the answer will name. */
    private int number() {
        unnamed = ++lastSocket;
        return unnamed;
    }

    /** What this number stands for. */
    private void opened(int socket, Object what) {
        opened.put(socket, what);
    }

    private static List<Object> toConnection(Verb verb, TcpConnection connection, Words words) {
        return switch (verb) {
            case SEND -> List.of(connection.send(words.octets()));
            case SEND_URGENT -> List.of(connection.sendUrgent(words.octets()));
            case URGENT_LEFT -> List.of(connection.urgentLeft());
            case RECEIVE -> List.of(connection.receive(words.number(Field.COUNT)));
            case CLOSE -> nothing(connection::close);
            case CLOSE_HALF_DUPLEX -> nothing(connection::closeHalfDuplex);
            case ABORT -> nothing(connection::abort);
            case SET -> nothing(() -> connection.set(SettingName.parse(words)));
            case STATUS -> List.of(StatusText.of(connection.status()));
            default -> throw new IllegalArgumentException("not a message to a host: " + verb.word());
        };
    }

    private List<Object> openUdp(Port port) {
        int socket = number();
        UdpSocket opening = stack.openUdp(port, new DatagramVoice(this, socket));
        Objects.requireNonNull(opening, "openUdp returned null");
        return open(socket, opening, opening.local());
    }

    private List<Object> listen(Function<TcpAcceptor, TcpListener> call) {
        int socket = number();
        TcpListener opening = call.apply(connection -> accepted(socket, connection));
        Objects.requireNonNull(opening, "listen returned null");
        return open(socket, opening, opening.local());
    }

    private TcpHandler accepted(int listener, TcpConnection connection) {
        int socket = ++lastSocket;
        opened(socket, connection);
        SocketAddress local = connection.local();
        SocketAddress remote = connection.remote();
        host.tell(
                Verb.ACCEPTED,
                listener,
                socket,
                local.address(),
                local.port().number(),
                remote.address(),
                remote.port().number());
        return new ConnectionVoice(this, socket);
    }

    private List<Object> connect(Function<TcpHandler, TcpConnection> call) {
        int socket = number();
        TcpConnection opening = call.apply(new ConnectionVoice(this, socket));
        Objects.requireNonNull(opening, "connect returned null");
        return open(socket, opening, opening.local());
    }

    private List<Object> resolve(Words words) {
        int question = number();
        var name = (DomainName) words.value(Field.NAME);
        var type = (RecordType) words.value(Field.RECORD_TYPE);
        stack.resolve(name, type, new ResolutionVoice(this, question));
        return List.of(question);
    }

    private List<Object> serve(Words words) {
        int socket = number();
        opened(socket, Objects.requireNonNull(stack.serve(zone(words)), "serve returned null"));
        return List.of(socket);
    }

    private List<Object> open(int socket, Object what, SocketAddress local) {
        opened(socket, what);
        return List.of(socket, local.address(), local.port().number());
    }

    private static List<Object> nothing(Runnable action) {
        action.run();
        return List.of();
    }

    private <T> T the(Words words, Class<T> kind) {
        int socket = words.number(Field.SOCKET);
        Object what = opened.get(socket);
        if (!kind.isInstance(what)) {
            throw new IllegalArgumentException(socket + " is no " + kind.getSimpleName() + " of this host");
        }
        return kind.cast(what);
    }

    private static Port port(Words words) {
        return Port.of(words.number(Field.PORT));
    }

    private static String zone(Words words) {
        return new String(words.octets().toByteArray(), StandardCharsets.UTF_8);
    }
}
