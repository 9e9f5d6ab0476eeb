package dev.plumbline.steps.ip;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.values.AnyRoute;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;

/** Packets in which routers leave their addresses, or timestamps, as they come to the endpoint and as they leave it (RFC 791 section 3.1). */
public final class Recorded {
    private static final int ADDRESS = 4;
    /** The count has four bits. */
    private static final int MOST_OVERFLOWS = 15;
    /** A header has room for so many addresses, or timestamps. */
    private static final int MOST = 9;
    /** Timestamps alone. */
    private static final int TIMES = 0;
    /** Each behind the address of who has stamped. */
    private static final int ADDRESSES_AND_TIMES = 1;
    /** Each behind an address that was there before. */
    private static final int TIMES_OF_SOME = 3;

    /** What an option's pointer counts before its data, and that it counts from 1. */
    private static final int BEFORE_DATA = 3;

    private Recorded() {}

    /** Some routers have left their addresses, and there may be room for more. */
    static Wrapped route(Trial t, Ipv4Packet packet) {
        return with(packet, route(t, MOST));
    }

    private static Ipv4Option route(Trial t, int most) {
        int places = t.draw("the places for routers", AnyPacket.number(most + 1));
        int passed = t.draw("the routers that it has passed", AnyPacket.number(places + 1));
        Octets data = Octets.of(BEFORE_DATA + 1 + ADDRESS * passed)
                .plus(t.draw("their addresses", AnyRoute.octets(ADDRESS * passed)))
                .plus(zeros(ADDRESS * (places - passed)));
        return new Ipv4Option(Ipv4Option.RECORD_ROUTE, data);
    }

    /** Some routers have left the time. */
    static Wrapped times(Trial t, Ipv4Packet packet) {
        return with(packet, stamps(t, TIMES, MOST));
    }

    /** Some routers have left their addresses, and the time behind each. */
    static Wrapped addressesAndTimes(Trial t, Ipv4Packet packet) {
        return with(packet, stamps(t, ADDRESSES_AND_TIMES, MOST));
    }

    /** Some of those whom the sender asks have left the time behind their addresses. */
    static Wrapped timesOfSome(Trial t, Ipv4Packet packet) {
        return with(packet, stamps(t, TIMES_OF_SOME, MOST));
    }

    /** A header has room for two short options. */
    static Wrapped both(Trial t, Ipv4Packet packet) {
        Ipv4Option route = route(t, MOST / 2);
        Ipv4Option times = stamps(t, TIMES, MOST / 2);
        boolean routeFirst = t.draw("the route is before the timestamps", Arbitraries.of(true, false));
        return with(packet, routeFirst ? route : times, routeFirst ? times : route);
    }

    private static Ipv4Option stamps(Trial t, int flag, int most) {
        int size = size(flag);
        int places = t.draw("the places for timestamps", AnyPacket.count(most * ADDRESS / size));
        int passed = t.draw("the routers that have stamped it", AnyPacket.number(places + 1));
        int overflows = t.draw("those that found no room", AnyPacket.number(MOST_OVERFLOWS));
        Octets next = places > passed && flag == TIMES_OF_SOME ? prespecified(t) : Octets.empty();
        Octets data = Octets.of(BEFORE_DATA + 2 + size * passed, overflows << 4 | flag)
                .plus(t.draw("their timestamps", AnyRoute.octets(size * passed)))
                .plus(next)
                .plus(zeros(size * (places - passed) - next.length()));
        return new Ipv4Option(Ipv4Option.TIMESTAMP, data);
    }

    /** What belongs there goes in as a whole, or not at all. */
    static Wrapped inError(Trial t, Ipv4Packet packet) {
        boolean isRoute = t.draw("it records its route", Arbitraries.of(true, false));
        int flag = isRoute
                ? 0
                : t.draw("the flag of the timestamp option", Arbitraries.of(TIMES, ADDRESSES_AND_TIMES, TIMES_OF_SOME));
        int size = isRoute ? ADDRESS : size(flag);
        int passed = t.draw("the routers that it has passed", AnyPacket.number(MOST * ADDRESS / size));
        int room = t.draw("the octets that are left", AnyPacket.number(isRoute ? size - 1 : size));
        int left = isRoute ? room + 1 : room;
        int before = isRoute ? 1 : 2;
        int overflows = left == 0 ? MOST_OVERFLOWS : 0;
        Octets data = Octets.of(BEFORE_DATA + before + size * passed)
                .plus(isRoute ? Octets.empty() : Octets.of(overflows << 4 | flag))
                .plus(t.draw("what they have left there", AnyRoute.octets(size * passed)))
                .plus(left < ADDRESS ? zeros(left) : own(t).plus(zeros(left - ADDRESS)));
        return Wrapped.wrong(
                with(packet, new Ipv4Option(isRoute ? Ipv4Option.RECORD_ROUTE : Ipv4Option.TIMESTAMP, data))
                        .datagram(),
                left == 0
                        ? "as many have found no room in its option as can be counted there"
                        : "its option has room for " + left + " octets, and not for the " + size
                                + " that belong there");
    }

    private static Octets own(Trial t) {
        return SourceRoute.octets(List.of(Scene.endpoint(t).links().get(0).address()));
    }

    private static Octets prespecified(Trial t) {
        List<Ipv4Address> own =
                Scene.endpoint(t).links().stream().map(link -> link.address()).toList();
        boolean isOwn = t.draw("the next one to stamp it is the endpoint", Arbitraries.of(true, false));
        return SourceRoute.octets(
                List.of(t.draw("who is to stamp it next", isOwn ? Arbitraries.of(own) : AnyPacket.otherHost())));
    }

    private static Wrapped with(Ipv4Packet packet, Ipv4Option... options) {
        return Wrapped.right(packet.withOptions(List.of(options)));
    }

    private static int size(int flag) {
        return flag == TIMES ? ADDRESS : 2 * ADDRESS;
    }

    /** What the receiver gets of it, by this link of the endpoint; a timestamp of the endpoint's stands there as zero. */
    public static Ipv4Packet received(Trial t, Ipv4Packet sent, int link) {
        return sent.withOptions(sent.options().stream()
                .map(came -> new Ipv4Option(came.type(), received(t, came, link)))
                .toList());
    }

    private static Octets received(Trial t, Ipv4Option came, int link) {
        Octets own =
                SourceRoute.octets(List.of(Scene.endpoint(t).links().get(link).address()));
        Octets data = came.data();
        if (!isFull(data)) {
            return came.type() == Ipv4Option.RECORD_ROUTE ? entered(data, own) : stamped(t, data, own);
        }
        return came.type() == Ipv4Option.TIMESTAMP
                ? Octets.of(data.u8(0), data.u8(1) + 0x10).plus(data.from(2))
                : data;
    }

    private static Octets stamped(Trial t, Octets data, Octets own) {
        int flag = data.u8(1) & 0xf;
        Octets there = data.slice(at(data), at(data) + Math.min(ADDRESS, data.length() - at(data)));
        boolean isOthers = flag == TIMES_OF_SOME
                && Scene.endpoint(t).links().stream()
                        .noneMatch(l -> SourceRoute.octets(List.of(l.address())).equals(there));
        Octets zero = zeros(ADDRESS);
        return isOthers
                ? data
                : entered(data, flag == TIMES ? zero : flag == ADDRESSES_AND_TIMES ? own.plus(zero) : there.plus(zero));
    }

    private static Octets entered(Octets data, Octets entry) {
        int at = at(data);
        return Octets.of(data.u8(0) + entry.length())
                .plus(data.slice(1, at))
                .plus(entry)
                .plus(data.from(at + entry.length()));
    }

    /** The packet as it came, with zero in the place of each timestamp that the endpoint has left in it. */
    public static Ipv4Packet withoutStamp(Ipv4Packet sent, Ipv4Packet came) {
        if (came.options().size() != sent.options().size()) {
            return came;
        }
        return came.withOptions(IntStream.range(0, came.options().size())
                .mapToObj(
                        i -> withoutStamp(sent.options().get(i), came.options().get(i)))
                .toList());
    }

    private static Ipv4Option withoutStamp(Ipv4Option sent, Ipv4Option came) {
        Octets data = came.data();
        boolean isStamp = sent.type() == Ipv4Option.TIMESTAMP
                && data.length() == sent.data().length();
        if (!isStamp || data.u8(0) <= sent.data().u8(0)) {
            return came;
        }
        int end = Math.min(data.length(), Math.max(at(data), ADDRESS));
        return new Ipv4Option(
                came.type(), data.slice(0, end - ADDRESS).plus(zeros(ADDRESS)).plus(data.from(end)));
    }

    private static Octets zeros(int count) {
        return Octets.wrap(new byte[count]);
    }

    private static boolean isFull(Octets data) {
        return data.u8(0) > 2 + data.length();
    }

    private static int at(Octets data) {
        return data.u8(0) - BEFORE_DATA;
    }
}
