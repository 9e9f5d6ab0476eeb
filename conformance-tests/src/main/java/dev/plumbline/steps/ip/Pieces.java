package dev.plumbline.steps.ip;

import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.trial.Trial;
import dev.plumbline.udp.UdpField;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Datagrams that were cut on their way (RFC 791 section 3.2). */
final class Pieces {
    private static final int BLOCK = 8;
    /** The last place that a piece can have. */
    private static final int LAST_OFFSET = 65_528;
    /** What an Ethernet takes in one packet. */
    private static final int FILLING = 1480;

    private Pieces() {}

    /** Each of the datagrams in at least two pieces of any size, if it has nine octets. */
    static List<Ipv4Packet> of(Trial t, List<Ipv4Packet> wholes) {
        List<Ipv4Packet> all = new ArrayList<>();
        for (int number = 1; number <= wholes.size(); number++) {
            String whose = wholes.size() == 1 ? "" : ", of datagram " + number;
            all.addAll(cut(
                    wholes.get(number - 1),
                    t.draw("the sizes of the pieces, in eights of octets" + whose, AnyPacket.pieces())));
        }
        return all;
    }

    /** In any order. */
    static List<Ipv4Packet> shuffled(Trial t, List<Ipv4Packet> pieces) {
        return t.draw("the order of the pieces", Any.order(pieces.size())).stream()
                .map(pieces::get)
                .toList();
    }

    /** One of the pieces that are not the last lacks some octets at its end. */
    static List<Ipv4Packet> withOneTooShort(Trial t, List<Ipv4Packet> pieces) {
        List<Ipv4Packet> all = new ArrayList<>(pieces);
        int number = t.draw("the piece that is too short", AnyPacket.number(pieces.size() - 1));
        Ipv4Packet piece = pieces.get(number);
        int missing = 1 + t.draw("it lacks one octet and", AnyPacket.number(BLOCK - 1));
        Octets rest = piece.payload().slice(0, piece.payload().length() - missing);
        all.set(number, piece.withFragment(piece.fragmentOffset(), true, rest));
        return all;
    }

    /** In two pieces, as equal as the blocks of eight octets permit. */
    static List<Ipv4Packet> halves(Ipv4Packet whole) {
        return cut(whole, List.of(whole.payload().length() / 2 / BLOCK));
    }

    /** A datagram of 65536 octets more: what a count of 16 bits takes for its end is the end of {@code whole}. */
    static List<Ipv4Packet> tooLong(Ipv4Packet whole) {
        Octets payload = whole.payload().plus(Octets.wrap(new byte[1 << 16]));
        List<Integer> sizes = Collections.nCopies(LAST_OFFSET / FILLING, FILLING / BLOCK);
        List<Ipv4Packet> pieces = new ArrayList<>();
        int at = 0;
        for (int size : sizes) {
            pieces.add(whole.withFragment(at, true, payload.slice(at, at + size * BLOCK)));
            at += size * BLOCK;
        }
        pieces.add(whole.withFragment(at, true, payload.slice(at, LAST_OFFSET)));
        pieces.add(whole.withFragment(LAST_OFFSET, false, payload.from(LAST_OFFSET)));
        return pieces;
    }

    /** Each piece ends within 65535 octets, and so does the last with the header that it has; with that of the first it does not. */
    static List<Ipv4Packet> tooLongWith(List<Ipv4Option> options, Ipv4Packet whole) {
        int room = (1 << 16) - 1 - Ipv4Packet.MIN_HEADER;
        Octets payload = whole.payload().plus(Octets.wrap(new byte[room])).slice(0, room);
        int pieces = room / FILLING;
        List<Ipv4Packet> all = new ArrayList<>(cut(
                whole.withFragment(0, false, payload.with(UdpField.LENGTH, room)),
                Collections.nCopies(pieces, FILLING / BLOCK)));
        all.set(0, all.get(0).withOptions(options));
        return all;
    }

    /** Cuts a packet into pieces of so many blocks of eight octets, and a last one: at least two if there are nine octets. */
    private static List<Ipv4Packet> cut(Ipv4Packet whole, List<Integer> sizes) {
        Octets payload = whole.payload();
        List<Ipv4Packet> pieces = new ArrayList<>();
        int at = 0;
        for (int size : sizes) {
            int end = at + Math.min(size, (payload.length() - at - 1) / BLOCK) * BLOCK;
            if (end > at) {
                pieces.add(whole.withFragment(at, true, payload.slice(at, end)));
                at = end;
            }
        }
        pieces.add(whole.withFragment(at, false, payload.from(at)));
        return pieces;
    }
}
