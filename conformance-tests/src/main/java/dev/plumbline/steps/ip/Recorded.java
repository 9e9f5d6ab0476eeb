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
import net.jqwik.api.Arbitraries;

/** Packets in which routers leave their addresses, or timestamps, as they come to the endpoint and as they leave it (RFC 791 section 3.1). */
public final class Recorded {
    private static final int ADDRESS = 4;
    /** The count has four bits. */
    private static final int MOST_OVERFLOWS = 15;
    /** A header has room for so many addresses, or timestamps. */
    private static final int MOST = 9;
    /** Timestamps alone; each behind the address of who has stamped; behind an address that was there before. */
    private static final List<Integer> FLAGS = List.of(0, 1, 3);
    /** What an option's pointer counts before its data, and that it counts from 1. */
    private static final int BEFORE_DATA = 3;

    private Recorded() {}

    /** Some routers have left their addresses, and there may be room for more. */
    static Wrapped route(Trial t, Ipv4Packet packet) {
        int places = t.draw("the places for routers", AnyPacket.number(MOST + 1));
        int passed = t.draw("the routers that it has passed", AnyPacket.number(places + 1));
        Octets data = Octets.of(BEFORE_DATA + 1 + ADDRESS * passed)
                .plus(t.draw("their addresses", AnyRoute.octets(ADDRESS * passed)))
                .plus(zeros(ADDRESS * (places - passed)));
        return with(packet, Ipv4Option.RECORD_ROUTE, data);
    }

    /** Some routers have stamped it. */
    static Wrapped stamps(Trial t, Ipv4Packet packet) {
        int flag = t.draw("the flag of the timestamp option", Arbitraries.of(FLAGS));
        int size = size(flag);
        int places = t.draw("the places for timestamps", AnyPacket.number(MOST * ADDRESS / size + 1));
        int passed = t.draw("the routers that have stamped it", AnyPacket.number(places + 1));
        int overflows = t.draw("those that found no room", AnyPacket.number(MOST_OVERFLOWS));
        Octets next = places > passed && flag == FLAGS.get(2) ? prespecified(t) : Octets.empty();
        Octets data = Octets.of(BEFORE_DATA + 2 + size * passed, overflows << 4 | flag)
                .plus(t.draw("their timestamps", AnyRoute.octets(size * passed)))
                .plus(next)
                .plus(zeros(size * (places - passed) - next.length()));
        return with(packet, Ipv4Option.TIMESTAMP, data);
    }

    /** What belongs there goes in as a whole, or not at all. */
    static Wrapped inError(Trial t, Ipv4Packet packet) {
        boolean isRoute = t.draw("it records its route", Arbitraries.of(true, false));
        int flag = isRoute ? 0 : t.draw("the flag of the timestamp option", Arbitraries.of(FLAGS));
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
                with(packet, isRoute ? Ipv4Option.RECORD_ROUTE : Ipv4Option.TIMESTAMP, data)
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

    private static Wrapped with(Ipv4Packet packet, int type, Octets data) {
        return Wrapped.right(packet.withOptions(List.of(new Ipv4Option(type, data))));
    }

    private static int size(int flag) {
        return flag == 0 ? ADDRESS : 2 * ADDRESS;
    }

    /** What the receiver gets of it, by this link of the endpoint; a timestamp of the endpoint's stands there as zero. */
    public static Ipv4Packet received(Trial t, Ipv4Packet sent, int link) {
        Ipv4Option came = sent.options().get(0);
        Octets own =
                SourceRoute.octets(List.of(Scene.endpoint(t).links().get(link).address()));
        Octets data = came.data();
        if (!isFull(data)) {
            data = came.type() == Ipv4Option.RECORD_ROUTE ? entered(data, own) : stamped(t, data, own);
        } else if (came.type() == Ipv4Option.TIMESTAMP) {
            data = Octets.of(data.u8(0), data.u8(1) + 0x10).plus(data.from(2));
        }
        return sent.withOptions(List.of(new Ipv4Option(came.type(), data)));
    }

    private static Octets stamped(Trial t, Octets data, Octets own) {
        int flag = data.u8(1) & 0xf;
        Octets there = data.slice(at(data), at(data) + Math.min(ADDRESS, data.length() - at(data)));
        boolean isOthers = flag == FLAGS.get(2)
                && Scene.endpoint(t).links().stream()
                        .noneMatch(l -> SourceRoute.octets(List.of(l.address())).equals(there));
        Octets zero = zeros(ADDRESS);
        return isOthers ? data : entered(data, flag == 0 ? zero : flag == 1 ? own.plus(zero) : there.plus(zero));
    }

    private static Octets entered(Octets data, Octets entry) {
        int at = at(data);
        return Octets.of(data.u8(0) + entry.length())
                .plus(data.slice(1, at))
                .plus(entry)
                .plus(data.from(at + entry.length()));
    }

    /** The packet as it came, with zero in the place of the timestamp that the endpoint has left in it, if it has. */
    public static Ipv4Packet withoutStamp(Ipv4Packet sent, Ipv4Packet came) {
        Octets before = sent.options().get(0).data();
        boolean isStamp = sent.options().get(0).type() == Ipv4Option.TIMESTAMP
                && came.options().size() == 1
                && came.options().get(0).data().length() == before.length();
        if (!isStamp || came.options().get(0).data().u8(0) <= before.u8(0)) {
            return came;
        }
        Octets data = came.options().get(0).data();
        int end = Math.min(data.length(), Math.max(at(data), ADDRESS));
        return came.withOptions(List.of(new Ipv4Option(
                came.options().get(0).type(),
                data.slice(0, end - ADDRESS).plus(zeros(ADDRESS)).plus(data.from(end)))));
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
