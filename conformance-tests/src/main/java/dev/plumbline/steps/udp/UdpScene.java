package dev.plumbline.steps.udp;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.peer.Peer;
import dev.plumbline.steps.NamedPort;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.ip.Passage;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trial;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The endpoint's applications with UDP ports in a trial, and what was sent to them and by them. */
public final class UdpScene {
    private final Map<Port, UdpApplication> applications = new LinkedHashMap<>();
    private final List<Letter> letters = new ArrayList<>();
    private final Map<Ipv4Address, List<Octets>> exchanged = new HashMap<>();
    private final List<Octets> sent = new ArrayList<>();
    private Optional<SocketAddress> destination = Optional.empty();
    private Optional<SocketAddress> source = Optional.empty();
    private Optional<Ipv4Address> addressAsked = Optional.empty();
    private int peerCount = 1;
    private int packets;
    private String wrong = "none of them has the port";
    private Optional<Missing> missing = Optional.empty();

    /**
     * A datagram for an application.
     *
     * @param packets the numbers of the packets it travels in, of those to the endpoint
     */
    private record Letter(Port to, Octets data, Set<Integer> packets) {}

    /** A piece that is not there yet, and what it would make whole. */
    private record Missing(Ipv4Packet piece, Port to, Octets data) {}

    private UdpScene() {}

    /** The trial's. */
    public static UdpScene of(Trial t) {
        return t.maybe(UdpScene.class).orElseGet(() -> t.put(new UdpScene()));
    }

    /** The port at the peer, drawn if nobody has named it. */
    static Port peerPort(Trial t) {
        return NamedPort.ANY.in(t, Scene.PEER_PORT);
    }

    void open(Trial t, Port port, Service service) {
        applications.put(port, service.open(Scene.endpoint(t), port));
    }

    void open(Trial t, Port port, String name) {
        applications.put(port, UdpApplication.open(Scene.endpoint(t), name, port));
    }

    /** The ports that the applications have. */
    List<Port> ports() {
        return List.copyOf(applications.keySet());
    }

    /** The only application, or the first. */
    UdpApplication application() {
        return applications.values().iterator().next();
    }

    /** The others. */
    List<UdpApplication> neighbours() {
        return applications.values().stream().skip(1).toList();
    }

    /** What the application with a port has received. */
    List<Octets> received(Port port) {
        return Optional.ofNullable(applications.get(port))
                .map(UdpApplication::data)
                .orElse(List.of());
    }

    /** How many datagrams the applications have received together. */
    int heard() {
        return applications.values().stream().mapToInt(UdpApplication::count).sum();
    }

    /** There are so many peers, each a host of its own. */
    void peerCount(int count) {
        peerCount = count;
    }

    List<Peer> peers(Trial t) {
        return IntStream.range(0, peerCount).mapToObj(Scene.lab(t)::peer).toList();
    }

    /** An application has sent a datagram. */
    void sentByApplication(SocketAddress from, SocketAddress to, Octets data) {
        sent.add(data);
        source = Optional.of(from);
        destination = Optional.of(to);
        exchangedWith(to.address(), data);
    }

    /** A datagram was sent to an application; it must arrive, unless one of its packets is lost. */
    void sentTo(Port port, Octets data, Set<Integer> itsPackets) {
        letters.add(new Letter(port, data, itsPackets));
    }

    /** A host and the endpoint have something to do with each other. */
    void exchangedWith(Ipv4Address host, Octets data) {
        exchanged.computeIfAbsent(host, h -> new ArrayList<>()).add(data);
    }

    /** What a host has sent, or should have received. */
    List<Octets> exchangedWith(Ipv4Address host) {
        return exchanged.getOrDefault(host, List.of());
    }

    /** So many packets are sent to the endpoint: the number of the first of them. */
    int nextPackets(int count) {
        packets += count;
        return packets - count;
    }

    /** The last datagram in an envelope has gone to this address. */
    void addressAsked(Ipv4Address address) {
        addressAsked = Optional.of(address);
    }

    /** Where it has gone. */
    Ipv4Address addressAsked() {
        return addressAsked.orElseThrow();
    }

    /** What was sent must not be delivered. */
    void mustDrop(String why) {
        wrong = why;
    }

    /** Why nothing may be delivered. */
    String wrong() {
        return wrong;
    }

    /** A datagram becomes whole only with a piece that has not been sent. */
    void misses(Ipv4Packet piece, Port to, Octets data) {
        missing = Optional.of(new Missing(piece, to, data));
    }

    /** The piece that is missing is sent now. */
    void completeBy(Peer peer) {
        Missing late = missing.orElseThrow();
        sentTo(late.to(), late.data(), Set.of());
        peer.send(late.piece().encode());
    }

    /** What the application with a port must receive, in the order in which it was sent. */
    List<Octets> due(Trial t, Port port) {
        Set<Integer> lost = Passage.toEndpoint(t).lost();
        return letters.stream()
                .filter(letter -> letter.to().equals(port))
                .filter(letter -> letter.packets().stream().noneMatch(lost::contains))
                .map(Letter::data)
                .toList();
    }

    /** How many datagrams reach the application with a port, those that arrive twice counted twice. */
    int arrivals(Trial t, Port port) {
        Set<Integer> twice = Passage.toEndpoint(t).twice();
        return due(t, port).size()
                + (int) letters.stream()
                        .flatMap(letter -> letter.packets().stream())
                        .filter(twice::contains)
                        .count();
    }

    /** Everything that the application has sent. */
    List<Octets> sent() {
        return List.copyOf(sent);
    }

    /** Where it has sent something last. */
    SocketAddress destination() {
        return destination.orElseThrow();
    }

    /** And from where, as far as anybody has said. */
    SocketAddress source() {
        return source.orElseThrow();
    }

    /** What of it is not lost; each is one packet, where some are lost. */
    List<Octets> sentAndNotLost(Trial t) {
        Set<Integer> lost = Passage.toPeer(t).lost();
        return IntStream.range(0, sent.size())
                .filter(number -> !lost.contains(number))
                .mapToObj(sent::get)
                .toList();
    }
}
