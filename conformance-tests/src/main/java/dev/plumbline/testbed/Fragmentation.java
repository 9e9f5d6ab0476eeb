package dev.plumbline.testbed;

import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/** What a router does to a packet on its way (RFC 791 section 3.2, RFC 1812 section 5.3.1). */
public final class Fragmentation {
    private static final int TIME_TO_LIVE = 8;
    private static final int CHECKSUM = 10;

    private Fragmentation() {}

    /** The same octets but for a Time to Live that is one less, and the header checksum. */
    static Octets aged(Ipv4Packet packet, Octets datagram) {
        byte[] copy = datagram.toByteArray();
        copy[TIME_TO_LIVE]--;
        copy[CHECKSUM] = 0;
        copy[CHECKSUM + 1] = 0;
        int checksum = InternetChecksum.finish(InternetChecksum.sum(copy, 0, packet.headerLength()));
        copy[CHECKSUM] = (byte) (checksum >>> 8);
        copy[CHECKSUM + 1] = (byte) checksum;
        return Octets.wrap(copy);
    }

    /** Cuts a packet, which may be a fragment already, into fragments of at most {@code mtu} octets. */
    public static List<Ipv4Packet> split(Ipv4Packet packet, int mtu) {
        List<Ipv4Packet> fragments = new ArrayList<>();
        Octets rest = packet.payload();
        Ipv4Packet shape = packet;
        int offset = packet.fragmentOffset();
        while (shape.headerLength() + rest.length() > mtu) {
            int size = (mtu - shape.headerLength()) / 8 * 8;
            fragments.add(shape.withFragment(offset, true, rest.slice(0, size)));
            rest = rest.from(size);
            offset += size;
            shape = packet.withOptions(
                    packet.options().stream().filter(Ipv4Option::isCopied).toList());
        }
        fragments.add(shape.withFragment(offset, packet.moreFragments(), rest));
        return fragments;
    }
}
