package dev.plumbline.steps.net;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.peer.Peer;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.udp.Payloads;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trial;
import dev.plumbline.udp.UdpDatagram;
import java.util.List;
import java.util.Optional;

/** What a router has in its table that a packet may be for, and what the first peer has sent it. */
final class RouterScene {
    private static final Port PORT = Port.of(4000);

    private Optional<Ipv4Address> inTheTable = Optional.empty();
    private int peerOfLongest;
    private Optional<Ipv4Packet> whole = Optional.empty();
    private List<Ipv4Packet> pieces = List.of();

    private RouterScene() {}

    static RouterScene of(Trial t) {
        return t.maybe(RouterScene.class).orElseGet(() -> t.put(new RouterScene()));
    }

    void inTheTable(Ipv4Address address, int peer) {
        inTheTable = Optional.of(address);
        peerOfLongest = peer;
    }

    /** An address in the table. */
    Ipv4Address inTheTable() {
        return inTheTable.orElseThrow();
    }

    /** The number of the peer that the longest prefix leads to, of those that contain the address. */
    int peerOfLongest() {
        return peerOfLongest;
    }

    /** An ordinary packet of the first peer. */
    static Ipv4Packet packet(Trial t, Payloads payloads, Ipv4Address to) {
        Peer first = Scene.peer(t);
        var data = payloads.draw(t, "the peer's data", first.at(PORT), new SocketAddress(to, PORT))
                .get(0);
        return Ipv4Packet.of(
                        first.address(),
                        to,
                        IpProtocol.UDP,
                        new UdpDatagram(PORT, PORT, data).encode(first.address(), to))
                .withIdentification(7);
    }

    /** The first peer sends a packet, in these pieces. */
    void send(Trial t, Ipv4Packet packet, List<Ipv4Packet> itsPieces) {
        whole = Optional.of(packet);
        pieces = itsPieces;
        itsPieces.forEach(piece -> Scene.peer(t).send(piece.encode()));
    }

    /** The packet that the first peer has sent. */
    Ipv4Packet whole() {
        return whole.orElseThrow();
    }

    /** The pieces that it has sent the packet in. */
    List<Ipv4Packet> pieces() {
        return pieces;
    }
}
