package dev.plumbline.peer;

import dev.plumbline.oracle.Packet;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A TCP server of the peer's, played by hand: it accepts every connection to its port, acknowledges what comes, and closes when
 * the other side does (RFC 9293 section 3.5).
 */
public final class PeerServer {
    private final Peer peer;
    private final Port port;
    private final SeqNumber iss;
    private final Consumer<PeerConnection> accepted;
    private final List<PeerConnection> connections = new ArrayList<>();

    /**
     * One that waits for connections from now on.
     *
     * @param iss the initial send sequence number of each
     * @param accepted told of each
     */
    public PeerServer(Peer peer, Port port, SeqNumber iss, Consumer<PeerConnection> accepted) {
        this.peer = peer;
        this.port = port;
        this.iss = iss;
        this.accepted = accepted;
        peer.onArrival(this::arrived);
    }

    /** Its address and port. */
    public SocketAddress local() {
        return peer.at(port);
    }

    /** Its connections, the first one first. */
    public List<PeerConnection> connections() {
        return List.copyOf(connections);
    }

    private void arrived(Packet arrival) {
        arrival.tcp().filter(s -> s.destinationPort().equals(port)).ifPresent(this::arrived);
    }

    private void arrived(TcpSegment segment) {
        Optional<PeerConnection> known = connections.stream()
                .filter(c -> c.remote().port().equals(segment.sourcePort()))
                .findFirst();
        if (segment.has(TcpFlag.SYN) && !segment.has(TcpFlag.ACK)) {
            known.ifPresentOrElse(c -> c.transmit(c.syn()), () -> accept(segment));
        } else if (segment.has(TcpFlag.FIN)) {
            known.filter(c -> c.isNext(segment))
                    .ifPresent(c -> c.send(c.next().flag(TcpFlag.FIN).build()));
        }
    }

    private void accept(TcpSegment syn) {
        PeerConnection connection =
                new PeerConnection(peer, local(), new SocketAddress(peer.endpoint(), syn.sourcePort()), iss);
        connections.add(connection);
        connection.synArrived(syn);
        connection.acknowledgeByItself();
        accepted.accept(connection);
        connection.send(connection.syn());
    }
}
