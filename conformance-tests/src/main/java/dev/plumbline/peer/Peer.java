package dev.plumbline.peer;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Fragments;
import dev.plumbline.oracle.Packet;
import dev.plumbline.testbed.Fragmentation;
import dev.plumbline.testbed.PeerHost;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The testbed's host at the other end: sends any packet, and keeps what arrives until somebody reads it. */
public final class Peer {
    private final PeerHost host;
    private final Ipv4Address endpoint;
    private final List<Packet> arrivals = new ArrayList<>();
    private final List<Consumer<Packet>> listeners = new ArrayList<>();
    private final Set<Port> claimed = new HashSet<>();
    private final Fragments fragments = new Fragments();
    private final List<Supplier<Extension>> offers = new ArrayList<>();
    private List<Ipv4Option> options = List.of();
    private int identification;

    /**
     * A peer.
     *
     * @param host its place in the network
     * @param endpoint the address of the stack under test, where its packets go
     */
    public Peer(PeerHost host, Ipv4Address endpoint) {
        this.host = host;
        this.endpoint = endpoint;
        host.onReceive(this::arrived);
    }

    /** Its address. */
    public Ipv4Address address() {
        return host.address();
    }

    /** The stack under test's address. */
    public Ipv4Address endpoint() {
        return endpoint;
    }

    /** Its address with a port. */
    public SocketAddress at(Port port) {
        return new SocketAddress(address(), port);
    }

    /** Puts any octets on the wire; a packet that is too large for its link goes in pieces, if it may be cut. */
    public void send(Octets datagram) {
        int mtu = host.attachment().link().mtu();
        Optional<Ipv4Packet> tooLarge = datagram.length() <= mtu
                ? Optional.empty()
                : Ipv4Packet.decode(datagram).value().filter(packet -> !packet.dontFragment());
        tooLarge.ifPresentOrElse(
                packet -> Fragmentation.split(packet, mtu).forEach(piece -> host.send(piece.encode())),
                () -> host.send(datagram));
    }

    /** Sends a whole, well-formed IP packet to the endpoint. */
    public void send(IpProtocol protocol, Octets payload) {
        send(packet(protocol, payload).encode());
    }

    /** Sends a well-formed UDP datagram to a port of the endpoint. */
    public void sendUdp(Port from, Port to, Octets data) {
        sendUdp(from, new SocketAddress(endpoint, to), data);
    }

    /** The same to any of its addresses. */
    public void sendUdp(Port from, SocketAddress to, Octets data) {
        Octets datagram = new UdpDatagram(from, to.port(), data).encode(address(), to.address());
        send(packet(IpProtocol.UDP, to.address(), datagram).encode());
    }

    /** An ordinary IP packet to the endpoint, with a number of its own. */
    public Ipv4Packet packet(IpProtocol protocol, Octets payload) {
        return packet(protocol, endpoint, payload);
    }

    /** The same to another of the endpoint's addresses. */
    Ipv4Packet packet(IpProtocol protocol, Ipv4Address destination, Octets payload) {
        identification = (identification + 1) & 0xffff;
        return Ipv4Packet.of(address(), destination, protocol, payload)
                .withIdentification(identification)
                .withOptions(options);
    }

    /** From now on its ordinary packets have these options in their IP header when they arrive. */
    public void comeWith(List<Ipv4Option> all) {
        options = List.copyOf(all);
    }

    /** Has {@code listener} told of every arrival from now on. */
    public void onArrival(Consumer<Packet> listener) {
        listeners.add(listener);
    }

    /** Has each connection that begins from now on offer something in its SYN that both ends must know. */
    public void offer(Supplier<Extension> extension) {
        offers.add(extension);
    }

    /** What a new connection offers. */
    Extensions extensions() {
        Extensions fresh = new Extensions();
        offers.forEach(extension -> fresh.add(extension.get()));
        return fresh;
    }

    /** Says that one of its conversations has this port. */
    void claim(Port port) {
        claimed.add(port);
    }

    /** Whether one of its conversations has this port. */
    boolean claims(Port port) {
        return claimed.contains(port);
    }

    /** Reads the arrivals that concern somebody, from the first on. */
    public Reader reader(Predicate<Packet> concerns) {
        return new Reader(arrivals, concerns);
    }

    /** Reads UDP datagrams for a port, and whatever cannot be read. */
    public Reader udp(Port port) {
        return reader(a -> a.problem().isPresent()
                || a.udp().filter(d -> d.destinationPort().equals(port)).isPresent());
    }

    /** Reads TCP segments for a port, and whatever cannot be read. */
    public Reader tcp(Port port) {
        return reader(a -> a.problem().isPresent()
                || a.tcp().filter(s -> s.destinationPort().equals(port)).isPresent());
    }

    /** Reads everything but echo replies and errors. */
    public Reader everything() {
        return reader(a -> a.icmp().filter(Peer::isEcho).isEmpty());
    }

    /** The data of the UDP datagrams for a port, in the order in which they arrived or became whole. */
    public List<Octets> udpData(Port port) {
        return arrivals.stream()
                .flatMap(arrival -> arrival.udp().stream())
                .filter(udp -> udp.destinationPort().equals(port))
                .map(UdpDatagram::payload)
                .toList();
    }

    /** What arrived so far; fragments first one by one, then as the whole that they make. */
    public List<Packet> arrivals() {
        return List.copyOf(arrivals);
    }

    private static boolean isEcho(IcmpMessage message) {
        return message instanceof IcmpMessage.EchoReply;
    }

    private void arrived(Octets datagram) {
        Packet arrival = Packet.of(datagram);
        tell(arrival);
        fragments.add(arrival).ifPresent(this::tell);
    }

    private void tell(Packet arrival) {
        arrivals.add(arrival);
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).accept(arrival);
        }
    }
}
