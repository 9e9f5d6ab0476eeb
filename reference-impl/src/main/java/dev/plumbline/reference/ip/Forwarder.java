package dev.plumbline.reference.ip;

import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.Link;

/** What a router does with a datagram that is not for itself (RFC 1812 section 5.2.1). */
final class Forwarder {
    private final LocalAddresses addresses;
    private final RoutingTable routes;
    private final IpOutput output;
    private final IcmpErrors errors;
    private final Recorder recorder;

    Forwarder(LocalAddresses addresses, RoutingTable routes, IpOutput output, IcmpErrors errors, Recorder recorder) {
        this.recorder = recorder;
        this.addresses = addresses;
        this.routes = routes;
        this.output = output;
        this.errors = errors;
    }

    @Keeps("IP-5")
    void forward(Datagram datagram) {
        Ipv4Address destination = datagram.packet().destination();
        if (!addresses.isHost(destination)) {
            return;
        }
        routes.linkTo(destination)
                .ifPresentOrElse(
                        link -> forwardTo(link, datagram),
                        () -> errors.unreachable(datagram, DestinationUnreachable.NETWORK, 0));
    }

    /** To the next station of its source route, which learns from it by which link it has left (RFC 791 section 3.1). */
    @Keeps({"RFC1812/SOURCE-ROUTE", "RFC1812/ROUTE-FAILED"})
    void forwardByRoute(Datagram datagram) {
        routes.linkTo(SourceRoute.next(datagram.packet()))
                .ifPresentOrElse(
                        link -> forwardTo(link, passedOn(datagram, link.address())),
                        () -> errors.unreachable(datagram, DestinationUnreachable.SOURCE_ROUTE_FAILED, 0));
    }

    private static Datagram passedOn(Datagram datagram, Ipv4Address own) {
        return new Datagram(SourceRoute.passOn(datagram.packet(), own), datagram.octets(), true);
    }

    @Keeps("RFC1812/TTL")
    private void forwardTo(Link link, Datagram datagram) {
        Ipv4Packet packet = datagram.packet();
        if (packet.timeToLive() <= 1) {
            errors.timeExceeded(datagram);
        } else if (packet.totalLength() > link.mtu() && packet.dontFragment()) {
            errors.unreachable(datagram, DestinationUnreachable.FRAGMENTATION_NEEDED, link.mtu());
        } else {
            recorder.recorded(packet, link.address())
                    .ifPresent(left -> output.transmit(link, left.withTimeToLive(packet.timeToLive() - 1)));
        }
    }
}
