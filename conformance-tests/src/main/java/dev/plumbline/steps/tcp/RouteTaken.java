package dev.plumbline.steps.tcp;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.SourceRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way that a packet goes as it leaves, by the words of RFC 791 section 3.1: its destination, and then what its source route names.
 * Whether that is a loose or a strict one, nobody asks.
 *
 * @param stations where it comes by, the last one its receiver
 * @param flaw what is wrong with the option, or nothing
 */
record RouteTaken(List<Ipv4Address> stations, String flaw) {
    /** Behind type, length and pointer. */
    private static final int FIRST = 4;

    /** By way of these, and then to the receiver. */
    static RouteTaken by(List<Ipv4Address> gateways, Ipv4Address receiver) {
        List<Ipv4Address> all = new ArrayList<>(gateways);
        all.add(receiver);
        return new RouteTaken(all, "");
    }

    static RouteTaken of(Ipv4Packet packet) {
        List<Ipv4Option> routes = packet.options().stream()
                .filter(option -> option.type() == SourceRoute.LOOSE || option.type() == SourceRoute.STRICT)
                .toList();
        if (routes.size() > 1) {
            return new RouteTaken(List.of(packet.destination()), ", with more than one source route");
        }
        List<Ipv4Address> stations = new ArrayList<>(List.of(packet.destination()));
        String flaw = "";
        for (Ipv4Option route : routes) {
            flaw = flaw(route);
            for (int at = 1; at + FIRST <= route.data().length(); at += FIRST) {
                stations.add(new Ipv4Address(route.data().i32(at)));
            }
        }
        return new RouteTaken(stations, flaw);
    }

    private static String flaw(Ipv4Option route) {
        int octets = route.data().length() - 1;
        if (octets < FIRST || octets % FIRST != 0) {
            return ", with " + Math.max(0, octets) + " octets of addresses";
        }
        int pointer = route.data().u8(0);
        return pointer == FIRST ? "" : ", with the pointer at " + pointer + " instead of " + FIRST;
    }

    @Override
    public String toString() {
        return stations.stream().map(Ipv4Address::toString).collect(Collectors.joining(" > ")) + flaw;
    }
}
