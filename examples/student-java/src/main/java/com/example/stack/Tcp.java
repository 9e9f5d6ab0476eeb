package com.example.stack;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.CallRefused.Reason;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import java.util.HashMap;
import java.util.Map;

/** TCP's ports: which connection a segment belongs to, and who listens. */
final class Tcp {
    private final MyStack ip;
    private final Map<Integer, TcpAcceptor> listeners = new HashMap<>();
    private final Map<ConnectionKey, Connection> connections = new HashMap<>();

    Tcp(MyStack ip) {
        this.ip = ip;
    }

    MyStack ip() {
        return ip;
    }

    void receive(IpPacket packet) {
        Segment segment = Segment.parse(packet);
        if (segment == null) {
            return;
        }
        SocketAddress remote = SocketAddress.of(new Ipv4Address(packet.source()), segment.sourcePort());
        Connection connection = connections.get(ConnectionKey.of(segment.destinationPort(), remote));
        if (connection != null) {
            connection.receive(segment);
        } else if (listeners.containsKey(segment.destinationPort())
                && segment.has(Segment.SYN)
                && !segment.has(Segment.RST)
                && !segment.has(Segment.ACK)) {
            accept(segment, remote);
        } else {
            refuse(segment, remote);
        }
    }

    private void accept(Segment syn, SocketAddress remote) {
        int port = syn.destinationPort();
        Connection connection = new Connection(this, local(port), remote, listeners.get(port));
        connections.put(ConnectionKey.of(port, remote), connection);
        connection.answer(syn);
    }

    /** RFC 9293 section 3.10.7.1: a reset, but never in answer to one. */
    private void refuse(Segment segment, SocketAddress remote) {
        if (segment.has(Segment.RST)) {
            return;
        }
        boolean acknowledges = segment.has(Segment.ACK);
        Segment reset = Segment.control(
                segment.destinationPort(),
                segment.sourcePort(),
                acknowledges ? segment.ack() : 0,
                acknowledges ? 0 : segment.seq() + segment.length(),
                acknowledges ? Segment.RST : Segment.RST | Segment.ACK,
                0);
        send(reset, remote.address());
    }

    void send(Segment segment, Ipv4Address destination) {
        ip.send(
                IpPacket.TCP,
                destination,
                segment.build(ip.host().address().bits(), destination.bits()));
    }

    TcpListener listen(Port wanted, TcpAcceptor acceptor) {
        int port = wanted.equals(Port.ANY) ? Ports.choose(ip.host(), listeners::containsKey) : wanted.number();
        if (listeners.putIfAbsent(port, acceptor) != null) {
            throw new CallRefused(Reason.PORT_IN_USE, "TCP port " + port);
        }
        return new TcpListener() {
            @Override
            public SocketAddress local() {
                return Tcp.this.local(port);
            }

            @Override
            public void close() {
                listeners.remove(port);
            }
        };
    }

    TcpConnection connect(Port wanted, SocketAddress remote, TcpHandler handler) {
        if (!MyStack.isHost(remote.address()) || remote.port().equals(Port.ANY)) {
            throw new CallRefused(Reason.INVALID_DESTINATION, remote.toString());
        }
        int port = wanted.equals(Port.ANY)
                ? Ports.choose(ip.host(), p -> connections.containsKey(ConnectionKey.of(p, remote)))
                : wanted.number();
        ConnectionKey key = ConnectionKey.of(port, remote);
        if (connections.containsKey(key)) {
            throw new CallRefused(Reason.CONNECTION_EXISTS, port + " to " + remote);
        }
        Connection connection = new Connection(this, local(port), remote, handler);
        connections.put(key, connection);
        connection.sendSyn();
        return connection;
    }

    void forget(Connection connection) {
        connections.remove(ConnectionKey.of(connection.local().port().number(), connection.remote()), connection);
    }

    private SocketAddress local(int port) {
        return SocketAddress.of(ip.host().address(), port);
    }
}
