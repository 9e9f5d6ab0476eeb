package dev.plumbline.peer;

import dev.plumbline.oracle.Packet;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.SocketAddress;
import java.util.List;

/** Between which two sockets a connection is, and which of the peer's arrivals belong to it (RFC 9293 section 3.4.1). */
record Ends(Peer peer, SocketAddress local, SocketAddress remote) {
    /** Its own segments, and those that are for nobody: perhaps the endpoint got a port wrong. */
    boolean concerns(Packet arrival) {
        return arrival.problem().isPresent()
                || arrival.tcp()
                        .filter(s -> s.destinationPort().equals(local.port()) || !peer.claims(s.destinationPort()))
                        .isPresent();
    }

    boolean belongs(TcpSegment segment) {
        return segment.sourcePort().equals(remote.port())
                && segment.destinationPort().equals(local.port());
    }

    List<TcpSegment> arrivals() {
        return peer.arrivals().stream()
                .flatMap(arrival -> arrival.tcp().stream())
                .filter(this::belongs)
                .toList();
    }
}
