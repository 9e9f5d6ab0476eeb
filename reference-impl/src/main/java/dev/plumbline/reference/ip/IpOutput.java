package dev.plumbline.reference.ip;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.IpMarks;
import dev.plumbline.spi.Link;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The way of this host's own datagrams to the wire (RFC 791 section 3.3, RFC 1122 section 3.3.1). */
final class IpOutput {
    private final Host host;
    private final LocalAddresses addresses;
    private final RoutingTable routes;
    private final Fragmenter fragmenter;
    private final Consumer<Octets> loopback;
    private int identification;

    /** Datagrams to the host itself go to {@code loopback} and never reach a wire. */
    IpOutput(
            Host host,
            LocalAddresses addresses,
            RoutingTable routes,
            Fragmenter fragmenter,
            Consumer<Octets> loopback) {
        this.host = host;
        this.addresses = addresses;
        this.routes = routes;
        this.fragmenter = fragmenter;
        this.loopback = loopback;
        this.identification = host.random().nextInt(1 << 16);
    }

    /** Sends from the address of the link that leads to the destination (RFC 1812 section 4.3.2.4). */
    void sendFromLink(IpProtocol protocol, Ipv4Address destination, Octets payload) {
        Optional<Link> link = routes.linkTo(destination);
        link.ifPresent(out -> send(out.address(), destination, protocol, payload));
    }

    /** The address of the link that leads to the destination; the first one if none does. */
    Ipv4Address addressFor(Ipv4Address destination) {
        return routes.linkTo(destination).map(Link::address).orElse(host.address());
    }

    /** Sends from one of the host's addresses. */
    void send(Ipv4Address source, Ipv4Address destination, IpProtocol protocol, Octets payload) {
        send(source, destination, protocol, IpMarks.USUAL, payload);
    }

    /** The same with these marks. */
    @Keeps({"NET-2", "RFC1122/SOURCE", "RFC1122/TTL", "RFC6864/ID"})
    void send(Ipv4Address source, Ipv4Address destination, IpProtocol protocol, IpMarks marks, Octets payload) {
        // A number of its own for each datagram, so that fragments of two are never taken for one (RFC 791 section
        // 3.2).
        identification = (identification + 1) & 0xffff;
        Ipv4Packet packet = Ipv4Packet.of(source, destination, protocol, payload)
                .withIdentification(identification)
                .withTypeOfService(marks.ecn().into(marks.codepoint() << 2))
                .withTimeToLive(marks.timeToLive());
        if (addresses.isOwn(destination)) {
            host.after(Duration.ZERO, () -> loopback.accept(packet.encode()));
        } else if (!destination.isLoopback()) {
            depart(marks.route().map(route -> route.begin(packet)).orElse(packet));
        }
    }

    private void depart(Ipv4Packet packet) {
        routes.linkTo(packet.destination()).ifPresent(link -> transmit(link, packet));
    }

    /** Puts a datagram onto a link, in pieces if it has to be. */
    @Keeps({"NET-1", "IPL-1", "RFC791/MTU"})
    void transmit(Link link, Ipv4Packet packet) {
        fragmenter.fragment(packet, link.mtu()).forEach(piece -> host.transmit(link, piece.encode()));
    }
}
