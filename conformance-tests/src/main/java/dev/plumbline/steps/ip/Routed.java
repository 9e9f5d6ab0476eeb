package dev.plumbline.steps.ip;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.oracle.Packet;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import dev.plumbline.udp.UdpField;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.values.AnyRoute;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/** Packets with a source route, as they are when they come to the endpoint (RFC 791 section 3.1). */
public final class Routed {
    private static final int ADDRESS = 4;

    /** What came, and the way that was left to it. */
    private record GoingOn(Ipv4Packet packet, Ipv4Address next) {}

    private Routed() {}

    /** The endpoint is the last station. */
    static Wrapped arrived(Trial t, Ipv4Packet packet) {
        SourceRoute route = t.draw("the route that it has come", AnyRoute.route());
        return Wrapped.right(packet.withOptions(List.of(route.recorded())));
    }

    /** The endpoint is a router, the last one before the receiver. */
    static Wrapped byWayOfEndpoint(Trial t, Ipv4Packet packet) {
        List<Ipv4Address> stations = new ArrayList<>(t.draw("the gateways that it has passed", AnyRoute.gateways()));
        int passed = stations.size();
        stations.add(packet.destination());
        Octets data = Octets.of(ADDRESS + ADDRESS * passed).plus(SourceRoute.octets(stations));
        return Wrapped.right(packet.withDestination(Scene.endpoint(t).address())
                .withOptions(List.of(new Ipv4Option(SourceRoute.LOOSE, data))));
    }

    /** The same as the receiver gets it: in the route is the address of the link by which it has left, and nothing of it is to come. */
    public static Ipv4Packet received(Trial t, Ipv4Packet sent, int link) {
        Ipv4Option came = sent.options().get(0);
        int fixed = came.data().length() - ADDRESS;
        Ipv4Address own = Scene.endpoint(t).links().get(link).address();
        Octets data = Octets.of(came.data().u8(0) + ADDRESS)
                .plus(came.data().slice(1, fixed))
                .plus(SourceRoute.octets(List.of(own)));
        return sent.withDestination(new Ipv4Address(came.data().i32(fixed)))
                .withOptions(List.of(new Ipv4Option(came.type(), data)));
    }

    /** The endpoint is a station on its way; without a checksum, so that nothing but the route says so. */
    static Wrapped goingOn(Trial t, Ipv4Packet packet) {
        SourceRoute route = t.draw("the route", AnyRoute.route());
        int stations = route.gateways().size();
        int passed = t.draw("how many gateways it has passed", AnyPacket.number(stations));
        Ipv4Option used = route.recorded();
        Octets data = Octets.of(ADDRESS + ADDRESS * passed).plus(used.data().from(1));
        Ipv4Packet routed = Readdressed.withUdp(packet, UdpField.CHECKSUM, 0)
                .withOptions(List.of(new Ipv4Option(used.type(), data)));
        Ipv4Address next = route.gateways().get(passed);
        t.put(new GoingOn(routed, next));
        return Wrapped.wrong(routed.encode(), "its source route goes on to " + next);
    }

    /** Whether the endpoint has handed that packet on to the next station. */
    public static boolean isHandedOn(Trial t, Packet came) {
        GoingOn sent = t.the(GoingOn.class);
        return came.ip()
                .filter(ip -> ip.source().equals(sent.packet().source())
                        && ip.destination().equals(sent.next())
                        && ip.payload().equals(sent.packet().payload()))
                .isPresent();
    }
}
