package dev.plumbline.reference.tcp;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.transport.EphemeralPorts;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.IpHost;
import dev.plumbline.spi.IpMarks;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpLayer;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.HashMap;
import java.util.Map;

/** The reference's TCP on one host: who listens, which connections there are, and the way to IP (RFC 9293 section 3.9). */
public final class ReferenceTcp implements TcpLayer {
    /** The headers of IP and TCP without options, in octets (RFC 9293 section 3.7.1). */
    static final int HEADERS = 40;

    private static final TcpHandler NOBODY = new TcpHandler() {};

    private final IpHost host;
    private final TcpParts parts;
    private final TcpRules rules;
    private final SegmentCodec codec;
    private final IsnGenerator isns;
    private final ConnectionTable<Connection> connections;
    private final Map<Port, Listener> listeners = new HashMap<>();
    private boolean off;

    /** A TCP with no connection and no open port. */
    public ReferenceTcp(IpHost host, TcpParts parts) {
        this.host = host;
        this.parts = parts;
        rules = TcpRules.of(parts);
        codec = parts.codec();
        isns = parts.isnGenerator(host.random());
        connections = parts.connectionTable();
    }

    @Override
    public TcpListener listen(Port port, TcpAcceptor acceptor) {
        if (listeners.containsKey(port)) {
            throw new CallRefused(CallRefused.Reason.PORT_IN_USE, "TCP port " + port);
        }
        SocketAddress local = new SocketAddress(host.address(), chosen(port));
        Listener listener = new Listener(this, local, acceptor);
        listeners.put(local.port(), listener);
        return listener;
    }

    @Keeps("RFC9293/MUST-46")
    @Override
    public TcpConnection connect(Port port, SocketAddress remote, TcpHandler handler) {
        if (!isHost(remote.address()) || remote.port().equals(Port.ANY)) {
            throw new CallRefused(CallRefused.Reason.INVALID_DESTINATION, remote.toString());
        }
        SocketAddress local = new SocketAddress(host.address(), chosen(port));
        if (connections.find(local, remote) != null) {
            throw new CallRefused(CallRefused.Reason.CONNECTION_EXISTS, local + " to " + remote);
        }
        Connection connection = new Connection(this, tcb(local, remote, false), handler, opened -> {
            handler.established(opened);
            return handler;
        });
        connections.put(local, remote, connection);
        connection.open();
        return connection;
    }

    /** Segments to or from what is no host's address are ignored (RFC 9293 section 3.9.2.3, MUST-57 and MUST-63). */
    @Keeps({"RFC9293/MUST-57", "RFC9293/MUST-63"})
    @Override
    public void receive(Ipv4Address source, Ipv4Address destination, Octets segment) {
        if (!off && destination.equals(host.address()) && isHost(source)) {
            codec.decode(segment, source, destination).value().ifPresent(seg -> demultiplex(source, seg));
        }
    }

    @Keeps({"PORT-3", "RFC9293/MUST-41"})
    private void demultiplex(Ipv4Address source, TcpSegment seg) {
        SocketAddress local = new SocketAddress(host.address(), seg.destinationPort());
        SocketAddress remote = new SocketAddress(source, seg.sourcePort());
        Connection connection = connections.find(local, remote);
        Listener listener = listeners.get(local.port());
        if (connection != null) {
            connection.segmentArrives(seg);
        } else if (listener != null) {
            segmentArrivesInListen(listener, remote, seg);
        } else {
            Resets.inAnswerTo(seg).ifPresent(reset -> transmit(reset, source, IpMarks.USUAL));
        }
    }

    /** A new connection begins as a copy of the listener; if the segment is no SYN, it ends as one too. */
    @Keeps("RFC4987/FLOOD")
    private void segmentArrivesInListen(Listener listener, SocketAddress remote, TcpSegment seg) {
        Connection connection = new Connection(this, tcb(listener.local(), remote, true), NOBODY, listener.acceptor());
        connections.put(listener.local(), remote, connection);
        connection.segmentArrives(seg);
        if (connection.state() == TcpState.LISTEN) {
            forget(connection);
        }
    }

    @Keeps("RFC9293/MUST-54")
    @Override
    public void icmpError(IcmpMessage error, Ipv4Address destination, Octets start) {
        SocketAddress local = new SocketAddress(host.address(), new Port(start.u16(0)));
        SocketAddress remote = new SocketAddress(destination, new Port(start.u16(2)));
        Connection connection = connections.find(local, remote);
        if (!off && connection != null) {
            connection.icmpErrorArrives(error, new SeqNumber(start.i32(4)));
        }
    }

    @Override
    public void close() {
        off = true;
        connections.all().forEach(Connection::stopTimers);
        connections.clear();
        listeners.clear();
    }

    /** Handshakes that the listener has begun can come to nothing any more: nobody would accept them. */
    void stopListening(Listener listener) {
        listeners.remove(listener.local().port(), listener);
        connections.all().stream()
                .filter(connection -> connection.isBegunBy(listener.local()))
                .forEach(Connection::abort);
    }

    @Keeps("RFC9293/SHLD-22")
    void transmit(TcpSegment segment, Ipv4Address destination, IpMarks marks) {
        if (!off) {
            host.transmit(IpProtocol.TCP, destination, marks, codec.encode(segment, host.address(), destination));
        }
    }

    @Keeps({"RFC9293/3.4.1-AGAIN", "RFC9293/3.4.1-MANY"})
    void forget(Connection connection) {
        connections.remove(connection.local(), connection.remote(), connection);
    }

    TcpRules rules() {
        return rules;
    }

    IpHost host() {
        return host;
    }

    boolean isOff() {
        return off;
    }

    @Keeps("RFC9293/3.4.1-NOTHING-LEFT")
    private Tcb tcb(SocketAddress local, SocketAddress remote, boolean passive) {
        SeqNumber iss = isns.choose(local, remote, host.now());
        int clock = isns.clock(local, remote);
        return new Tcb(local, remote, passive, new Tcb.Initial(iss, clock, host.mtu() - HEADERS, parts));
    }

    @Keeps("RFC6335/PORT-ZERO")
    private Port chosen(Port port) {
        return port.equals(Port.ANY) ? EphemeralPorts.choose(host.random(), this::isInUse) : port;
    }

    private boolean isInUse(Port port) {
        return listeners.containsKey(port)
                || connections.all().stream()
                        .anyMatch(connection -> connection.local().port().equals(port));
    }

    private static boolean isHost(Ipv4Address address) {
        return address.isUnicast() && !address.isLoopback();
    }
}
