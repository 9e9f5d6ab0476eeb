package dev.plumbline.steps.ip;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Pieces that come beside those which make a datagram whole, and have some of its octets once more (RFC 791 section 3.2). */
final class Overlaps {
    /** The same octets. */
    static final UnaryOperator<Octets> AGREEING = octets -> octets;

    /** Other octets, in a way that shows in the sum of the whole (RFC 1071 section 1) however many blocks of them are taken. */
    static final UnaryOperator<Octets> CONTRADICTING = Overlaps::oneMore;

    private static final int BLOCK = 8;
    /** What counts as zero in a sum of words, besides zero. */
    private static final int ZERO = 0xffff;

    private Overlaps() {}

    /** Pieces of each datagram, and one more that lies across the others, but not at the start and not at the end. */
    static List<Ipv4Packet> of(Trial t, List<Ipv4Packet> wholes, UnaryOperator<Octets> change) {
        List<Ipv4Packet> all = new ArrayList<>(Pieces.of(t, wholes));
        wholes.stream()
                .filter(whole -> whole.payload().length() > 2 * BLOCK)
                .forEach(whole -> all.add(across(t, whole, change)));
        return all;
    }

    private static Ipv4Packet across(Trial t, Ipv4Packet whole, UnaryOperator<Octets> change) {
        int blocks = (whole.payload().length() - 1) / BLOCK;
        int from = 1 + t.draw("the piece too many begins after one block and", AnyPacket.number(blocks - 1));
        int length = 1 + t.draw("it has one block and", AnyPacket.number(blocks - from));
        Octets octets = whole.payload().slice(from * BLOCK, (from + length) * BLOCK);
        return whole.withFragment(from * BLOCK, true, change.apply(octets));
    }

    /** Each word of 16 bits is the next one. That of 0xffff is 1, for in a sum it counts as 0. */
    private static Octets oneMore(Octets octets) {
        byte[] copy = octets.toByteArray();
        for (int i = 0; i < copy.length; i += 2) {
            int word = (octets.u16(i) + 1) % ZERO;
            copy[i] = (byte) (word >> 8);
            copy[i + 1] = (byte) word;
        }
        return Octets.wrap(copy);
    }
}
