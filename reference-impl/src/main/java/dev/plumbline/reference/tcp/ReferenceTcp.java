package dev.plumbline.reference.tcp;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.Ecn;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.SourceRoute;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    /** What a new connection has taken the place of, which may have to come back. */
    private final Map<Connection, Connection> inTimeWait = new HashMap<>();

    private final Reincarnation reincarnation;
    private final Listeners listeners = new Listeners();
    private boolean off;

    /** A TCP with no connection and no open port. */
    public ReferenceTcp(IpHost host, TcpParts parts) {
        this.host = host;
        this.parts = parts;
        rules = TcpRules.of(parts);
        codec = parts.codec();
        isns = parts.isnGenerator(host.random());
        connections = parts.connectionTable();
        reincarnation = parts.reincarnation();
    }

    @Override
    public TcpListener listen(Port port, TcpAcceptor acceptor) {
        return listen(new Listener(this, new SocketAddress(host.address(), chosen(port)), true, acceptor));
    }

    @Override
    public TcpListener listen(SocketAddress wanted, TcpAcceptor acceptor) {
        return listen(new Listener(this, own(wanted), false, acceptor));
    }

    @Keeps("RFC9293/MUST-42")
    private TcpListener listen(Listener listener) {
        listeners.add(listener);
        return listener;
    }

    @Override
    public TcpConnection connect(Port port, SocketAddress remote, TcpHandler handler) {
        return connect(anyAddress(port, remote), remote, handler);
    }

    @Override
    public TcpConnection connect(SocketAddress wanted, SocketAddress remote, TcpHandler handler) {
        return connect(wanted, Optional.empty(), remote, handler);
    }

    @Override
    public TcpConnection connect(Port port, List<Ipv4Address> gateways, SocketAddress remote, TcpHandler handler) {
        return connect(anyAddress(port, remote), Optional.of(new SourceRoute(false, gateways)), remote, handler);
    }

    private SocketAddress anyAddress(Port port, SocketAddress remote) {
        return new SocketAddress(host.addressFor(remote.address()), port);
    }

    @Keeps({"RFC9293/MUST-43", "RFC9293/MUST-46"})
    private TcpConnection connect(
            SocketAddress wanted, Optional<SourceRoute> route, SocketAddress remote, TcpHandler handler) {
        if (!isHost(remote.address()) || remote.port().equals(Port.ANY)) {
            throw new CallRefused(CallRefused.Reason.INVALID_DESTINATION, remote.toString());
        }
        SocketAddress local = own(wanted);
        if (connections.find(local, remote) != null) {
            throw new CallRefused(CallRefused.Reason.CONNECTION_EXISTS, local + " to " + remote);
        }
        Connection connection = new Connection(this, tcb(local, remote, false), handler, opened -> {
            handler.established(opened);
            return handler;
        });
        connections.put(local, remote, connection);
        connection.open(route);
        return connection;
    }

    @Override
    public void receive(Ipv4Address source, Ipv4Address destination, Octets segment) {
        receive(source, destination, Ecn.NOT_ECT, List.of(), segment);
    }

    /** Segments to or from what is no host's address are ignored (RFC 9293 section 3.9.2.3, MUST-57 and MUST-63). */
    @Keeps({"RFC9293/MUST-57", "RFC9293/MUST-63"})
    @Override
    public void receive(
            Ipv4Address source, Ipv4Address destination, Ecn ecn, List<Ipv4Option> options, Octets segment) {
        if (!off && host.addresses().contains(destination) && isHost(source)) {
            codec.decode(segment, source, destination)
                    .value()
                    .ifPresent(seg -> demultiplex(source, destination, seg, ecn, options));
        }
    }

    @Keeps({"PORT-3", "RFC9293/MUST-41", "RFC9293/MUST-43"})
    private void demultiplex(
            Ipv4Address source, Ipv4Address destination, TcpSegment seg, Ecn ecn, List<Ipv4Option> options) {
        SocketAddress local = new SocketAddress(destination, seg.destinationPort());
        SocketAddress remote = new SocketAddress(source, seg.sourcePort());
        Connection connection = connections.find(local, remote);
        Listener listener = listeners.find(local);
        if (connection != null && !(listener != null && connection.givesWayTo(seg, reincarnation))) {
            connection.segmentArrives(seg, ecn, options);
        } else if (listener != null) {
            segmentArrivesInListen(listener, local, remote, seg, options);
        } else {
            Resets.inAnswerTo(seg)
                    .ifPresent(reset ->
                            transmit(reset, /* source= */ destination, /* destination= */ source, IpMarks.USUAL));
        }
    }

    /** A new connection begins as a copy of the listener; if the segment is no SYN, it ends as one too. */
    @Keeps("RFC4987/FLOOD")
    private void segmentArrivesInListen(
            Listener listener, SocketAddress local, SocketAddress remote, TcpSegment seg, List<Ipv4Option> options) {
        Connection connection = new Connection(this, tcb(local, remote, true), NOBODY, listener.acceptor());
        Connection before = connections.find(local, remote);
        if (before != null) {
            inTimeWait.put(connection, before);
        }
        connections.put(local, remote, connection);
        connection.segmentArrives(seg, Ecn.NOT_ECT, options);
        if (connection.state() == TcpState.LISTEN) {
            forget(connection);
        }
    }

    @Keeps("RFC9293/MUST-54")
    @Override
    public void icmpError(IcmpMessage error, Ipv4Address source, Ipv4Address destination, Octets start) {
        SocketAddress local = new SocketAddress(source, new Port(start.u16(0)));
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
        inTimeWait.values().forEach(Connection::stopTimers);
        connections.clear();
        listeners.clear();
    }

    /** Handshakes that the listener has begun can come to nothing any more: nobody would accept them. */
    void stopListening(Listener listener) {
        listeners.remove(listener);
        connections.all().stream()
                .filter(connection -> connection.isBegunBy(listener))
                .forEach(Connection::abort);
    }

    @Keeps({"RFC9293/MUST-45", "RFC9293/SHLD-22"})
    void transmit(TcpSegment segment, Ipv4Address source, Ipv4Address destination, IpMarks marks) {
        if (!off) {
            host.transmit(IpProtocol.TCP, source, destination, marks, codec.encode(segment, source, destination));
        }
    }

    @Keeps({"RFC9293/3.4.1-AGAIN", "RFC9293/3.4.1-MANY", "RFC9293/3.6.1-RETURNS"})
    void forget(Connection connection) {
        connections.remove(connection.local(), connection.remote(), connection);
        Connection before = inTimeWait.remove(connection);
        if (before != null && before.state() == TcpState.TIME_WAIT && !connection.isAcknowledged()) {
            // The SYN was an old one after all (RFC 9293 section 3.6.1, MAY-2).
            connections.put(before.local(), before.remote(), before);
        }
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
        SeqNumber chosen = isns.choose(local, remote, host.now());
        Connection before = connections.find(local, remote);
        SeqNumber iss = before == null ? chosen : before.numberOfNext(chosen, reincarnation);
        int clock = isns.clock(local, remote);
        return new Tcb(local, remote, passive, new Tcb.Initial(iss, clock, host.mtu() - HEADERS, parts));
    }

    private SocketAddress own(SocketAddress wanted) {
        if (!host.addresses().contains(wanted.address())) {
            throw new CallRefused(CallRefused.Reason.INSUFFICIENT_RESOURCES, wanted.address() + " is not this host's");
        }
        return new SocketAddress(wanted.address(), chosen(wanted.port()));
    }

    @Keeps("RFC6335/PORT-ZERO")
    private Port chosen(Port port) {
        return port.equals(Port.ANY) ? EphemeralPorts.choose(host.random(), this::isInUse) : port;
    }

    private boolean isInUse(Port port) {
        return listeners.uses(port)
                || connections.all().stream()
                        .anyMatch(connection -> connection.local().port().equals(port));
    }

    private static boolean isHost(Ipv4Address address) {
        return address.isUnicast() && !address.isLoopback();
    }
}
