package dev.plumbline.adapter.linux;

import dev.plumbline.adapter.line.Field;
import dev.plumbline.adapter.line.LineMessage;
import dev.plumbline.adapter.line.LineOutput;
import dev.plumbline.adapter.line.SettingName;
import dev.plumbline.adapter.line.Verb;
import dev.plumbline.adapter.line.Words;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A host that is switched on: its namespace and the sockets of its applications. */
final class KernelHost {
    private final int number;
    private final Ipv4Address address;
    private final Namespace namespace;
    private final Reactor reactor;
    private final LineOutput out;
    private final int tunToken;
    private final Map<Integer, KernelUdpPort> udpPorts = new HashMap<>();
    private final Map<Integer, KernelListener> listeners = new HashMap<>();
    private final Map<Integer, KernelConnection> connections = new HashMap<>();
    private final JavaResolver resolver;
    private boolean leavesTraces;
    private boolean off;

    KernelHost(
            int number,
            Ipv4Address address,
            Namespace namespace,
            JavaResolver resolver,
            Reactor reactor,
            LineOutput out) {
        this.number = number;
        this.address = address;
        this.namespace = namespace;
        this.resolver = resolver;
        this.reactor = reactor;
        this.out = out;
        this.tunToken = reactor.nextToken();
    }

    /** Carries out a message to this host, then passes on what the kernel sent because of it. */
    void handle(LineMessage message) {
        Words words = message.words();
        switch (message.verb()) {
            case RX -> comeIn(words.octets());
            case UDP_OPEN -> openUdp(words);
            case UDP_SEND -> sendUdp(words);
            case UDP_CLOSE -> with(udpPorts, words, KernelUdpPort::close);
            case LISTEN -> listen(Verb.LISTEN, Ipv4Address.UNSPECIFIED, words);
            case LISTEN_AT -> listen(Verb.LISTEN_AT, words.address(Field.ADDRESS), words);
            case LISTEN_CLOSE -> with(listeners, words, KernelListener::close);
            case CONNECT -> connect(Verb.CONNECT, Ipv4Address.UNSPECIFIED, words, socket -> {});
            case CONNECT_FROM -> connect(Verb.CONNECT_FROM, words.address(Field.ADDRESS), words, socket -> {});
            case CONNECT_VIA ->
                connect(Verb.CONNECT_VIA, Ipv4Address.UNSPECIFIED, words, socket -> socket.goVia(words.octets()));
            case SEND, SEND_URGENT -> send(message.verb(), words);
            case URGENT_LEFT -> urgentLeft(words);
            case RECEIVE -> receive(words);
            case SET -> set(words);
            case RESOLVE -> resolve(words);
            case CLOSE_HALF_DUPLEX -> closeHalfDuplex(words);
            case CLOSE -> with(connections, words, KernelConnection::close);
            case ABORT -> with(connections, words, KernelConnection::abort);
            default -> throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "a kernel has no such service");
        }
        transmit();
    }

    /** Passes on what the kernel has sent. */
    void transmit() {
        for (Octets next = namespace.tun().read();
                next != null;
                next = namespace.tun().read()) {
            say(Verb.TX, next);
        }
    }

    /** Ends every application at once; the datagrams that this causes are not sent. Returns the empty namespace. */
    Namespace switchOff() {
        off = true;
        List.copyOf(connections.values()).forEach(KernelConnection::abort);
        List.copyOf(listeners.values()).forEach(KernelListener::discard);
        List.copyOf(udpPorts.values()).forEach(KernelUdpPort::close);
        reactor.unwatch(tunToken, namespace.tun().fd());
        namespace.tun().discard();
        namespace.leave(address);
        return namespace;
    }

    /**
     * Whether its namespace may speak up when it is switched off: a resolver's sockets are not ours to end, and of a datagram that
     * was never whole the kernel complains 30 s later.
     */
    boolean leavesTraces() {
        return leavesTraces;
    }

    /** Says so of its namespace beforehand. */
    void leavesTraces(boolean anyway) {
        leavesTraces |= anyway;
    }

    void say(Verb verb, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = number;
        System.arraycopy(values, 0, all, 1, values.length);
        out.say(verb, all);
    }

    void accepted(int listener, KernelSocket socket) {
        SocketAddress local = socket.local();
        SocketAddress remote = socket.remote();
        int token = reactor.nextToken();
        say(
                Verb.ACCEPTED,
                listener,
                token,
                local.address(),
                local.port().number(),
                remote.address(),
                remote.port().number());
        watch(new KernelConnection(this, socket, token, false), token, socket);
    }

    /** The socket is closed, or about to be. */
    void forget(int token) {
        reactor.forget(token);
        udpPorts.remove(token);
        listeners.remove(token);
        connections.remove(token);
    }

    private void comeIn(Octets datagram) {
        leavesTraces |= Ipv4Packet.decode(datagram)
                .value()
                .filter(Ipv4Packet::isFragment)
                .isPresent();
        namespace.tun().write(datagram);
    }

    private void openUdp(Words call) {
        namespace.enter();
        KernelSocket socket = KernelSocket.udp();
        bind(socket, Ipv4Address.UNSPECIFIED, call.number(Field.PORT));
        ErrorQueue.enable(socket);
        int token = reactor.nextToken();
        KernelUdpPort port = new KernelUdpPort(this, socket, token);
        udpPorts.put(token, port);
        answerWithSocket(call, Verb.UDP_OPEN, token, socket);
        reactor.watch(token, socket.fd(), Reactor.IN | Reactor.EDGES, port);
    }

    private void sendUdp(Words call) {
        require(udpPorts, call).send(call.local(), call.octets());
        out.say(LineMessage.ok(call.number(Field.CALL), Verb.UDP_SEND));
    }

    private void listen(Verb verb, Ipv4Address local, Words call) {
        namespace.enter();
        KernelSocket socket = KernelSocket.tcp();
        bind(socket, local, call.number(Field.PORT));
        closing(socket, socket::listen);
        int token = reactor.nextToken();
        KernelListener listener = new KernelListener(this, socket, token);
        listeners.put(token, listener);
        answerWithSocket(call, verb, token, socket);
        reactor.watch(token, socket.fd(), Reactor.IN | Reactor.EDGES, listener);
    }

    private void connect(Verb verb, Ipv4Address local, Words call, Consumer<KernelSocket> prepare) {
        namespace.enter();
        KernelSocket socket = KernelSocket.tcp();
        int port = call.number(Field.PORT);
        if (port != Port.ANY.number() || !local.equals(Ipv4Address.UNSPECIFIED)) {
            bind(socket, local, port);
        }
        closing(socket, () -> prepare.accept(socket));
        closing(socket, () -> socket.connect(call.remote()));
        int token = reactor.nextToken();
        answerWithSocket(call, verb, token, socket);
        watch(new KernelConnection(this, socket, token, true), token, socket);
    }

    private void send(Verb verb, Words call) {
        int taken = require(connections, call).send(call.octets(), verb == Verb.SEND_URGENT);
        out.say(LineMessage.ok(call.number(Field.CALL), verb, taken));
    }

    private void urgentLeft(Words call) {
        int left = require(connections, call).urgentLeft();
        out.say(LineMessage.ok(call.number(Field.CALL), Verb.URGENT_LEFT, left));
    }

    private void receive(Words call) {
        KernelConnection connection = require(connections, call);
        Octets data = connection.receive(call.number(Field.COUNT));
        out.say(LineMessage.ok(call.number(Field.CALL), Verb.RECEIVE, data));
        connection.lookAtInput();
    }

    private void closeHalfDuplex(Words call) {
        require(connections, call).end();
        out.say(LineMessage.ok(call.number(Field.CALL), Verb.CLOSE_HALF_DUPLEX));
    }

    private void set(Words call) {
        require(connections, call).set((SettingName) call.value(Field.SETTING), (Long) call.value(Field.VALUE));
        out.say(LineMessage.ok(call.number(Field.CALL), Verb.SET));
    }

    private void resolve(Words call) {
        if (!JavaResolver.knows((RecordType) call.value(Field.RECORD_TYPE))) {
            throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "the resolver looks up addresses only");
        }
        int token = reactor.nextToken();
        leavesTraces = true;
        out.say(LineMessage.ok(call.number(Field.CALL), Verb.RESOLVE, token));
        resolver.ask((DomainName) call.value(Field.NAME), answer -> reactor.execute(() -> resolved(token, answer)));
    }

    private void resolved(int token, JavaResolver.Answer answer) {
        if (off) {
            return;
        }
        transmit();
        String data = answer.data().stream().map(Octets::toHex).collect(Collectors.joining(" "));
        say(Verb.RESOLVED, token, answer.outcome(), data);
    }

    private void watch(KernelConnection connection, int token, KernelSocket socket) {
        connections.put(token, connection);
        int events = Reactor.IN | Reactor.PRIORITY | Reactor.OUT | Reactor.PEER_HANG_UP | Reactor.EDGES;
        reactor.watch(token, socket.fd(), events, connection);
    }

    /** Watches for what the kernel sends of its own accord. */
    void watchTun() {
        reactor.watch(tunToken, namespace.tun().fd(), Reactor.IN, events -> transmit());
    }

    private void answerWithSocket(Words call, Verb verb, int token, KernelSocket socket) {
        SocketAddress local = socket.local();
        Ipv4Address own = local.address().equals(Ipv4Address.UNSPECIFIED) ? address : local.address();
        out.say(LineMessage.ok(
                call.number(Field.CALL), verb, token, own, local.port().number()));
    }

    private static void bind(KernelSocket socket, Ipv4Address local, int port) {
        closing(socket, () -> socket.bind(local, port));
    }

    private static void closing(KernelSocket socket, Runnable attempt) {
        try {
            attempt.run();
        } catch (KernelError e) {
            socket.close();
            throw e;
        }
    }

    private static <T> void with(Map<Integer, T> sockets, Words words, Consumer<T> action) {
        @Nullable T socket = sockets.get(words.number(Field.SOCKET));
        if (socket != null) {
            action.accept(socket);
        }
    }

    private static <T> T require(Map<Integer, T> sockets, Words words) {
        @Nullable T socket = sockets.get(words.number(Field.SOCKET));
        if (socket == null) {
            throw new CallRefused(CallRefused.Reason.CONNECTION_CLOSING, "the socket is closed");
        }
        return socket;
    }
}
