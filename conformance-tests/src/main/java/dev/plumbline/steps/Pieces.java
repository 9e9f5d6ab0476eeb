package dev.plumbline.steps;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.peer.Peer;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;

/** Datagrams that were cut on their way (RFC 791 section 3.2). */
final class Pieces {
    private static final int BLOCK = 8;

    private Pieces() {}

    /** A UDP datagram to a port of the endpoint, in at least two pieces of any size. */
    static List<Ipv4Packet> of(Trial t, Peer peer, Port from, Port to, Octets data, String name) {
        List<Integer> sizes = t.draw(
                name,
                Arbitraries.integers()
                        .between(1, 100)
                        .edgeCases(edges -> edges.filter(v -> false).add(1, 100))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(7));
        return cut(whole(peer, from, to, data), sizes);
    }

    /** A UDP datagram to a port of the endpoint. */
    static Ipv4Packet whole(Peer peer, Port from, Port to, Octets data) {
        Octets payload = new UdpDatagram(from, to, data).encode(peer.address(), peer.endpoint());
        return peer.packet(IpProtocol.UDP, payload);
    }

    /** Cuts a packet into pieces of so many blocks of eight octets, and a last one: at least two if there are nine octets. */
    static List<Ipv4Packet> cut(Ipv4Packet whole, List<Integer> sizes) {
        Octets payload = whole.payload();
        List<Ipv4Packet> pieces = new ArrayList<>();
        int at = 0;
        for (int size : sizes) {
            int end = at + Math.min(size, (payload.length() - at - 1) / BLOCK) * BLOCK;
            if (end > at) {
                pieces.add(whole.withFragment(at, true, payload.slice(at, end)));
                at = end;
            }
        }
        pieces.add(whole.withFragment(at, false, payload.from(at)));
        return pieces;
    }
}
