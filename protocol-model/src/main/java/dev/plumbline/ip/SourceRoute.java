package dev.plumbline.ip;

import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * By way of which gateways a datagram goes: what a Loose or a Strict Source and Record Route option says (RFC 791 section 3.1). The
 * datagram leaves for the first of them, with the others and its destination in the option; each gateway leaves its own address there.
 *
 * @param strict whether no other gateway may lie between these
 * @param gateways one to nine, in the order in which the datagram passes them
 */
public record SourceRoute(boolean strict, List<Ipv4Address> gateways) {
    /** The option with a loose route. */
    public static final int LOOSE = 131;
    /** The option with a strict route. */
    public static final int STRICT = 137;
    /** A header has room for no more. */
    public static final int MOST_GATEWAYS = 9;

    /** Type, length and pointer. */
    private static final int FIXED = 3;
    /** The pointer at the first address; it counts from the option's first octet, which is number 1. */
    private static final int FIRST = FIXED + 1;

    private static final int ADDRESS = 4;

    /** Refuses what no header has room for. */
    public SourceRoute {
        gateways = List.copyOf(gateways);
        if (gateways.isEmpty() || gateways.size() > MOST_GATEWAYS) {
            throw new IllegalArgumentException("a source route has 1 to 9 gateways, found " + gateways.size());
        }
    }

    @Override
    public String toString() {
        return (strict ? "strict by " : "loose by ") + gateways;
    }

    /** The datagram as it leaves: for the first gateway, with the rest of the way in its header. */
    public Ipv4Packet begin(Ipv4Packet packet) {
        List<Ipv4Address> rest = new ArrayList<>(gateways.subList(1, gateways.size()));
        rest.add(packet.destination());
        return packet.withDestination(gateways.get(0)).withOptions(List.of(option(FIRST, rest)));
    }

    /** The option as it is when it has arrived, if each gateway leaves the address at which it was reached. */
    public Ipv4Option recorded() {
        return option(FIRST + ADDRESS * gateways.size(), gateways);
    }

    /** How many octets of a header it takes, padding included. */
    public int octets() {
        return (FIXED + ADDRESS * gateways.size() + 3) / 4 * 4;
    }

    /**
     * The way back to {@code source}. Some senders write their own address in front of the gateways: it does not become a gateway
     * (RFC 1122 section 3.2.1.8, case B).
     */
    public Optional<SourceRoute> backTo(Ipv4Address source) {
        List<Ipv4Address> back = new ArrayList<>(gateways);
        if (back.get(0).equals(source)) {
            back.remove(0);
        }
        Collections.reverse(back);
        return back.isEmpty() ? Optional.empty() : Optional.of(new SourceRoute(strict, back));
    }

    /** The route that a datagram with these options has come, if it is recorded there and complete. */
    public static Optional<SourceRoute> recordedIn(List<Ipv4Option> options) {
        return in(options)
                .filter(option -> pointer(option) > length(option))
                .map(option -> new SourceRoute(option.type() == STRICT, addresses(option)));
    }

    /** The next station of a route that is not used up; the station that is asked for it leaves {@code own} in its place. */
    public static Ipv4Packet passOn(Ipv4Packet packet, Ipv4Address own) {
        Ipv4Option route = in(packet.options()).orElseThrow();
        int at = pointer(route) - FIXED;
        Octets data = Octets.of(pointer(route) + ADDRESS)
                .plus(route.data().slice(1, at))
                .plus(octets(List.of(own)))
                .plus(route.data().from(at + ADDRESS));
        List<Ipv4Option> options = new ArrayList<>(packet.options());
        options.set(options.indexOf(route), new Ipv4Option(route.type(), data));
        return packet.withDestination(next(packet)).withOptions(options);
    }

    /** Where a packet goes next whose route is not used up. */
    public static Ipv4Address next(Ipv4Packet packet) {
        Ipv4Option route = in(packet.options()).orElseThrow();
        return addresses(route).get((pointer(route) - FIRST) / ADDRESS);
    }

    /** Whether there is a source route among these options, used up or not. */
    public static boolean isIn(List<Ipv4Option> options) {
        return in(options).isPresent();
    }

    /** Whether a gateway has left its address in the route: who sends such a packet has not made it. */
    public static boolean isUnderWay(List<Ipv4Option> options) {
        return in(options).filter(option -> pointer(option) > FIRST).isPresent();
    }

    /** Whether a datagram with these options has still to go on. */
    public static boolean goesOn(List<Ipv4Option> options) {
        return lastIn(options).isPresent();
    }

    /** Where a datagram with these options has still to go, if its route is not used up. */
    static Optional<Ipv4Address> lastIn(List<Ipv4Option> options) {
        return in(options)
                .filter(option -> pointer(option) <= length(option))
                .map(option -> addresses(option).get((length(option) - FIXED) / ADDRESS - 1));
    }

    /** Asked of every packet, and nearly none has options. */
    private static Optional<Ipv4Option> in(List<Ipv4Option> options) {
        if (options.isEmpty()) {
            return Optional.empty();
        }
        return options.stream()
                .filter(option -> option.type() == LOOSE || option.type() == STRICT)
                .filter(option -> option.data().length() > ADDRESS && (length(option) - FIXED) % ADDRESS == 0)
                .filter(option -> pointer(option) >= FIRST && (pointer(option) - FIRST) % ADDRESS == 0)
                .findFirst();
    }

    private Ipv4Option option(int pointer, List<Ipv4Address> addresses) {
        return new Ipv4Option(strict ? STRICT : LOOSE, Octets.of(pointer).plus(octets(addresses)));
    }

    /** Addresses one after another, four octets each. */
    public static Octets octets(List<Ipv4Address> addresses) {
        byte[] data = new byte[ADDRESS * addresses.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (addresses.get(i / ADDRESS).bits() >>> (24 - 8 * (i % ADDRESS)));
        }
        return Octets.wrap(data);
    }

    /** The same read; what is left behind whole addresses is none. */
    public static List<Ipv4Address> addresses(Octets octets) {
        List<Ipv4Address> all = new ArrayList<>();
        for (int at = 0; at + ADDRESS <= octets.length(); at += ADDRESS) {
            all.add(new Ipv4Address(octets.i32(at)));
        }
        return all;
    }

    private static int pointer(Ipv4Option option) {
        return option.data().u8(0);
    }

    /** What the option's length octet says. */
    private static int length(Ipv4Option option) {
        return 2 + option.data().length();
    }

    private static List<Ipv4Address> addresses(Ipv4Option option) {
        return addresses(option.data().from(1));
    }
}
