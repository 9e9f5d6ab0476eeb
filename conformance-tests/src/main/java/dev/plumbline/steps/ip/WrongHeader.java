package dev.plumbline.steps.ip;

import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.util.List;

/** One field of the IP header says what cannot be; all others are right, the checksum included (RFC 1122 section 3.2.1). */
enum WrongHeader {
    /** RFC 1122 section 3.2.1.1. */
    VERSION("its IP version is ") {
        @Override
        Octets done(Trial t, Octets packet) {
            return with(packet, Ipv4Field.VERSION, t.draw("the version", AnyPacket.otherVersion()));
        }
    },
    /** RFC 1122 section 3.2.1.2. */
    CHECKSUM("its header checksum is wrong by ") {
        @Override
        Octets done(Trial t, Octets packet) {
            long right = packet.get(Ipv4Field.HEADER_CHECKSUM);
            int off = 1 + t.draw("the header checksum is too high by one and", AnyPacket.number(ALL_ONES - 1));
            return packet.with(Ipv4Field.HEADER_CHECKSUM, (right + off) % ALL_ONES);
        }
    },
    /** RFC 791 section 3.1: five words at least, and no more than there are. */
    HEADER_LENGTH("its header length is ") {
        @Override
        Octets done(Trial t, Octets packet) {
            int words = t.draw("the header length in words", AnyPacket.wrongHeaderLength(packet.length()));
            return with(packet, Ipv4Field.IHL, words);
        }
    },
    /** RFC 791 section 3.1: header and data, and no more than there is. */
    TOTAL_LENGTH("its total length is ") {
        @Override
        Octets done(Trial t, Octets packet) {
            int length = t.draw("the total length", AnyPacket.wrongTotalLength(packet.length()));
            return with(packet, Ipv4Field.TOTAL_LENGTH, length);
        }
    };

    /** In one's complement it is another zero. */
    private static final int ALL_ONES = 0xffff;

    /** For experiments (RFC 4727 section 4). */
    private static final int UNKNOWN_OPTION = 30;

    private final String wrong;

    WrongHeader(String wrong) {
        this.wrong = wrong;
    }

    Wrapped in(Trial t, Ipv4Packet packet) {
        Octets bad = done(t, packet.encode());
        return Wrapped.wrong(bad, wrong + told(bad));
    }

    /** The header has one option of a type that nobody knows, two words long, and its length is what nobody can follow. */
    static Octets withOptionLength(Ipv4Packet packet, int length) {
        Octets whole = packet.withOptions(List.of(new Ipv4Option(UNKNOWN_OPTION, Octets.of(1, 2, 3, 4, 5, 6))))
                .encode();
        byte[] octets = whole.toByteArray();
        octets[Ipv4Packet.MIN_HEADER + 1] = (byte) length;
        return with(Octets.wrap(octets), Ipv4Field.VERSION, 4);
    }

    /** The header is right, and ends in so many words of zeros: behind the end of the options everything is padding. */
    static Octets withZeros(Ipv4Packet packet, int words) {
        int header = packet.headerLength();
        Octets whole = packet.encode();
        Octets longer = whole.slice(0, header)
                .plus(Octets.wrap(new byte[Integer.BYTES * words]))
                .plus(whole.from(header));
        return with(
                longer.with(Ipv4Field.IHL, header / Integer.BYTES + words), Ipv4Field.TOTAL_LENGTH, longer.length());
    }

    abstract Octets done(Trial t, Octets packet);

    private String told(Octets bad) {
        return switch (this) {
            case VERSION -> bad.get(Ipv4Field.VERSION) + ", not 4";
            case CHECKSUM -> "some bits";
            case HEADER_LENGTH -> bad.get(Ipv4Field.IHL) + " words of a packet of " + bad.length() + " octets";
            case TOTAL_LENGTH -> bad.get(Ipv4Field.TOTAL_LENGTH) + ", but " + bad.length() + " octets are there";
        };
    }

    /** With the checksum of whoever reads the header as long as it says, or as long as it must be. */
    private static Octets with(Octets packet, Ipv4Field field, long value) {
        Octets changed = packet.with(field, value).with(Ipv4Field.HEADER_CHECKSUM, 0);
        int header = (int) Math.max(Ipv4Packet.MIN_HEADER, changed.get(Ipv4Field.IHL) * 4);
        Octets covered = changed.slice(0, Math.min(header, changed.length()));
        return changed.with(Ipv4Field.HEADER_CHECKSUM, InternetChecksum.of(covered));
    }
}
