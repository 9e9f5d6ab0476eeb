package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.RouteFaults.changedIf;
import static dev.plumbline.faults.RouteFaults.routing;
import static dev.plumbline.faults.Seams.datagramsOut;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.tcp.SourceRouting;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Other ways to go by way of gateways (RFC 9293 section 3.9.2.1, RFC 1122 sections 3.2.1.8 and 3.3.5). */
final class RouteFreedoms {
    private RouteFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                        "loose-way-back",
                        "Back it goes by a loose route, even if the peer's was a strict one (RFC 1122 section 3.2.1.8 does not say).",
                        routing(LooseBack::new)),
                freedom(
                        "client-goes-back",
                        "A client whose application has named no gateways goes back by those of the peer's segments (RFC 9293 section 3.9.2.1 speaks of servers).",
                        routing(ClientGoesBack::new)),
                freedom(
                        "route-behind-no-operation",
                        "No Operation stands in front of the route, so that its addresses lie on words (RFC 791 section 3.1).",
                        datagramsOut(changedIf(
                                packet -> SourceRoute.goesOn(packet.options())
                                        && !SourceRoute.isUnderWay(packet.options()),
                                RouteFreedoms::aligned))),
                freedom(
                        "hands-on-by-route",
                        "What has to go on goes on, by the link by which it came (RFC 1122 section 3.3.5, local source-routing).",
                        HandsOn::new),
                freedom(
                                "knows-no-source-route",
                                "OPEN takes no gateways, and answers go straight back (RFC 9293 section 3.9.2.1 is for who claims it).",
                                Seams.around(stack -> stack))
                        .lacking(Capability.SOURCE_ROUTE));
    }

    private static Ipv4Packet aligned(Ipv4Packet packet) {
        List<Ipv4Option> options = new ArrayList<>(List.of(new Ipv4Option(Ipv4Option.NO_OPERATION, Octets.empty())));
        options.addAll(packet.options());
        return packet.withOptions(options);
    }

    private static final class LooseBack extends SourceRouting {
        @Override
        protected Optional<SourceRoute> wayBack(SourceRoute come, Ipv4Address peer) {
            return super.wayBack(come, peer).map(back -> new SourceRoute(false, back.gateways()));
        }
    }

    private static final class ClientGoesBack extends SourceRouting {
        private boolean named;

        @Override
        protected void choose(SourceRoute chosen) {
            super.choose(chosen);
            named = true;
        }

        @Override
        protected boolean goesBack(Tcb tcb) {
            return !named;
        }
    }

    private static final class HandsOn extends ChangedStack {
        private final Host host;

        HandsOn(Host host) {
            super(ReferenceStack.on(host).boot());
            this.host = host;
        }

        @Override
        public void receive(Link link, Octets datagram) {
            Optional<Ipv4Packet> routed = Ipv4Packet.decode(datagram)
                    .value()
                    .filter(packet -> host.links().size() == 1
                            && packet.destination().equals(host.address())
                            && RouteFaults.goesOn(packet));
            routed.ifPresentOrElse(packet -> handOn(link, packet), () -> super.receive(link, datagram));
        }

        private void handOn(Link link, Ipv4Packet packet) {
            host.transmit(
                    link,
                    SourceRoute.passOn(packet, host.address())
                            .withTimeToLive(packet.timeToLive() - 1)
                            .encode());
        }
    }
}
