package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.IpFaults.datagramsInIf;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.datagramsIn;
import static dev.plumbline.faults.Seams.datagramsOut;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.reference.tcp.SourceRouting;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Stacks that lose their way among gateways (RFC 9293 section 3.9.2.1, RFC 1122 section 3.2.1.8). */
final class RouteFaults {
    private RouteFaults() {}

    static List<Fault> all() {
        List<Fault> all = new ArrayList<>(ofConnections());
        all.addAll(ofErrors());
        all.addAll(ofPackets());
        return all;
    }

    private static List<Fault> ofConnections() {
        return List.of(
                fault("gateways-unheard", "IP_OPTIONS is accepted, and does nothing.", around(GatewaysUnheard::new))
                        .killedBy("RFC9293/MUST-51", "RFC9293/MUST-52")
                        .saying("with the source route", "although its way is"),
                fault(
                                "gateways-of-what-came-last",
                                "Each segment that arrives sets the way back, whatever the application has said.",
                                routing(GoesBackAlways::new))
                        .killedBy("RFC9293/MUST-52")
                        .saying("with the source route", "although its way is"),
                fault("gateways-unreversed", "The answer has the route of the SYN as it is.", routing(Unreversed::new))
                        .killedBy("RFC9293/MUST-53", "RFC9293/SHLD-24", "RFC9293/MUST-16")
                        .saying("with the source route", "although its way is"),
                fault(
                                "peer-as-its-own-gateway",
                                "The way back goes by the client to the client.",
                                routing(ByThePeer::new))
                        .killedBy("RFC9293/MUST-53")
                        .saying("with the source route", "although its way is"),
                fault(
                                "gateways-of-the-syn",
                                "The way back is that of the SYN for as long as the connection lives.",
                                routing(FirstForEver::new))
                        .killedBy("RFC9293/SHLD-24")
                        .saying("with the source route", "although its way is"),
                fault(
                                "gateways-uncounted",
                                "Segments are as large as if there was no option in the IP header.",
                                routing(Uncounted::new))
                        .killedBy("RFC9293/MUST-16")
                        .saying("octets of options and data, but the peer takes only"));
    }

    private static List<Fault> ofErrors() {
        return List.of(fault(
                        "errors-for-gateways",
                        "An ICMP error is about a connection with whoever is the destination of the quoted header: a gateway.",
                        datagramsInIf(packet -> IcmpFaults.message(packet)
                                .map(RouteFaults::quoted)
                                .filter(quote -> !quote.isEmpty() && quote.get(Ipv4Field.IHL) > 5)
                                .isEmpty()))
                .killedBy("RFC9293/MUST-54")
                .saying("is told of an ICMP error", "told only that the connection has failed"));
    }

    private static List<Fault> ofPackets() {
        return List.of(
                fault(
                                "checksum-to-the-gateway",
                                "TCP's pseudo-header has the destination of the IP header, which is a gateway.",
                                datagramsOut(changedIf(
                                        packet -> packet.protocol().equals(IpProtocol.TCP)
                                                && goesOn(packet)
                                                && !packet.isFragment(),
                                        RouteFaults::summedToGateway)))
                        .killedBy("RFC9293/MUST-2", "RFC9293/MUST-51")
                        .saying(
                                "the endpoint sent a TCP segment with the wrong checksum",
                                "which is a gateway on a source route"),
                fault(
                                "drops-source-routes",
                                "Packets with a source route are dropped at the door.",
                                datagramsInIf(packet -> !SourceRoute.isIn(packet.options())))
                        .killedBy("RFC1122/ROUTE-END")
                        .saying("receives exactly these datagrams"),
                fault(
                                "takes-what-goes-on",
                                "A source route is skipped like any option, even if it goes on.",
                                datagramsIn(changedIf(RouteFaults::goesOn, RouteFaults::withoutRoute)))
                        .killedBy("RFC1122/ROUTE-FAILED", "RFC1812/SOURCE-ROUTE")
                        .saying("received what had to be dropped"),
                fault(
                                "silent-end-of-a-route",
                                "What should go on is dropped in silence.",
                                datagramsInIf(packet -> !goesOn(packet)))
                        .killedBy("RFC1122/ROUTE-FAILED")
                        .saying("an ICMP message: source route failed"),
                fault(
                                "router-leaves-no-trace",
                                "A router follows a source route, and does not write down that it has.",
                                datagramsOut(changedIf(
                                        packet -> SourceRoute.isIn(packet.options()) && !goesOn(packet),
                                        RouteFaults::withoutTrace)))
                        .killedBy("RFC1812/SOURCE-ROUTE")
                        .saying("it is not the packet that was to come"),
                fault(
                                "echo-straight-back",
                                "The answer to a ping has no options, whatever the ping had.",
                                datagramsOut(changedIf(
                                        packet -> packet.protocol().equals(IpProtocol.ICMP) && goesOn(packet),
                                        packet -> withoutRoute(packet.withDestination(packet.finalDestination())))))
                        .killedBy("RFC1122/ECHO-ROUTE")
                        .saying("the endpoint sent a reply with the source route"));
    }

    /** Another way to keep the route of a connection. */
    static Function<Host, Stack> routing(Supplier<SourceRouting> other) {
        return tcp(new TcpParts() {
            @Override
            public SourceRouting sourceRouting() {
                return other.get();
            }
        });
    }

    static Function<Octets, List<Octets>> changedIf(Predicate<Ipv4Packet> which, UnaryOperator<Ipv4Packet> change) {
        return octets -> List.of(IpFaults.changed(octets, which, change));
    }

    private static Octets quoted(IcmpMessage message) {
        if (message instanceof IcmpMessage.DestinationUnreachable unreachable) {
            return unreachable.original();
        }
        return message instanceof IcmpMessage.TimeExceeded exceeded ? exceeded.original() : Octets.empty();
    }

    static boolean goesOn(Ipv4Packet packet) {
        return SourceRoute.goesOn(packet.options());
    }

    /** The address at which it is for the next station stays where it was. */
    private static Ipv4Packet withoutTrace(Ipv4Packet packet) {
        Ipv4Option route = packet.options().get(0);
        Octets data = route.data()
                .slice(0, route.data().length() - 4)
                .plus(SourceRoute.octets(List.of(packet.destination())));
        return packet.withOptions(List.of(new Ipv4Option(route.type(), data)));
    }

    private static Ipv4Packet withoutRoute(Ipv4Packet packet) {
        return packet.withOptions(List.of());
    }

    private static Ipv4Packet summedToGateway(Ipv4Packet packet) {
        Octets summed = Headers.checksummedTcp(packet.payload(), packet.source(), packet.destination());
        return packet.withFragment(0, false, summed);
    }

    private static final class GatewaysUnheard extends ChangedStack {
        GatewaysUnheard(Stack stack) {
            super(stack);
        }

        @Override
        public TcpConnection connect(Port local, List<Ipv4Address> gateways, SocketAddress remote, TcpHandler handler) {
            return super.connect(local, remote, handler);
        }
    }

    private static final class GoesBackAlways extends SourceRouting {
        @Override
        protected boolean goesBack(Tcb tcb) {
            return true;
        }
    }

    private static final class Unreversed extends SourceRouting {
        @Override
        protected Optional<SourceRoute> wayBack(SourceRoute come, Ipv4Address peer) {
            return Optional.of(come);
        }
    }

    private static final class ByThePeer extends SourceRouting {
        @Override
        protected Optional<SourceRoute> wayBack(SourceRoute come, Ipv4Address peer) {
            List<Ipv4Address> back = new ArrayList<>(come.gateways());
            Collections.reverse(back);
            return Optional.of(new SourceRoute(come.strict(), back));
        }
    }

    private static final class FirstForEver extends SourceRouting {
        @Override
        protected boolean goesBack(Tcb tcb) {
            return super.goesBack(tcb) && route().isEmpty();
        }
    }

    private static final class Uncounted extends SourceRouting {
        @Override
        protected int octets() {
            return 0;
        }
    }
}
