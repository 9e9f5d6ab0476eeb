package dev.plumbline.steps.udp;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.peer.Peer;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.ip.Arrival;
import dev.plumbline.steps.ip.Envelope;
import dev.plumbline.steps.ip.InPieces;
import dev.plumbline.steps.ip.Wrapped;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trial;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Datagrams from peers to the endpoint's applications: whole, in an envelope that is special, or in pieces. */
final class PeerSends {
    /** Where its destination stands in an IP header, in octets. */
    private static final int DESTINATION_AT = 16;

    private final Trial trial;
    private final UdpScene scene;
    private final List<Letter> letters = new ArrayList<>();

    /** A datagram, and the ordinary packet for it. */
    private record Letter(Peer from, Port to, Octets data, Ipv4Packet packet) {}

    private PeerSends(Trial trial) {
        this.trial = trial;
        this.scene = UdpScene.of(trial);
    }

    /** What the first peer is to send. */
    static PeerSends first(Trial t, Payloads payloads, Receivers receivers) {
        return several(t, List.of(Scene.peer(t)), payloads, receivers);
    }

    /** What each of several peers is to send. */
    static PeerSends several(Trial t, List<Peer> peers, Payloads payloads, Receivers receivers) {
        PeerSends sends = new PeerSends(t);
        List<Port> ports = receivers.ports(t, sends.scene.ports());
        peers.forEach(peer -> ports.forEach(port -> payloads.draw(
                        t,
                        ports.size() == 1 ? "the peer's data" : "the peer's data for port " + port,
                        peer.at(UdpScene.peerPort(t)),
                        new SocketAddress(peer.endpoint(), port))
                .forEach(data -> sends.letters.add(letter(t, peer, port, data)))));
        return sends;
    }

    /** They are sent as they are. */
    void plainly() {
        letters.forEach(letter -> {
            due(letter, Set.of(scene.nextPackets(1)));
            letter.from().send(letter.packet().encode());
        });
    }

    /** They are sent with something special about them. */
    void in(Envelope envelope) {
        letters.forEach(letter -> {
            Wrapped wrapped = envelope.around(trial, letter.packet());
            Set<Integer> number = Set.of(scene.nextPackets(1));
            wrapped.wrong().ifPresentOrElse(scene::mustDrop, () -> due(letter, number));
            scene.addressAsked(new Ipv4Address(wrapped.datagram().i32(DESTINATION_AT)));
            letter.from().send(wrapped.datagram());
        });
    }

    /** They are cut before they are sent. */
    void in(InPieces cut) {
        Arrival arrival = cut.of(trial, letters.stream().map(Letter::packet).toList());
        int first = scene.nextPackets(arrival.pieces().size());
        arrival.wrong()
                .ifPresentOrElse(
                        scene::mustDrop,
                        () -> letters.forEach(letter -> due(letter, packetsOf(letter, arrival.pieces(), first))));
        arrival.withheld()
                .ifPresent(piece ->
                        scene.misses(piece, letters.get(0).to(), letters.get(0).data()));
        arrival.pieces().forEach(piece -> sender(piece).send(piece.encode()));
    }

    private void due(Letter letter, Set<Integer> packets) {
        scene.sentTo(letter.to(), letter.data(), packets);
        scene.exchangedWith(letter.from().address(), letter.data());
    }

    /** The places, among all pieces, of those that are from a letter; none where all letters have got one number. */
    private static Set<Integer> packetsOf(Letter letter, List<Ipv4Packet> pieces, int first) {
        return IntStream.range(0, pieces.size())
                .filter(place -> pieces.get(place).identification()
                                == letter.packet().identification()
                        && pieces.get(place).source().equals(letter.packet().source()))
                .mapToObj(place -> first + place)
                .collect(Collectors.toSet());
    }

    private Peer sender(Ipv4Packet piece) {
        return letters.stream()
                .map(Letter::from)
                .filter(peer -> peer.address().equals(piece.source()))
                .findFirst()
                .orElseThrow();
    }

    private static Letter letter(Trial t, Peer peer, Port to, Octets data) {
        Octets udp = new UdpDatagram(UdpScene.peerPort(t), to, data).encode(peer.address(), peer.endpoint());
        return new Letter(peer, to, data, peer.packet(IpProtocol.UDP, udp));
    }
}
