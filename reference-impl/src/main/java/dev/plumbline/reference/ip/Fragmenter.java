package dev.plumbline.reference.ip;

import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a datagram, or a fragment of one, into pieces that fit a link (RFC 791 section 3.2, "Fragmentation"). */
public class Fragmenter {
    /**
     * The pieces in order; the datagram itself if it fits.
     *
     * @param mtu what the link takes, header included, in octets
     */
    @Keeps({"IP-3", "RFC791/FRAGMENTS"})
    public List<Ipv4Packet> fragment(Ipv4Packet packet, int mtu) {
        if (packet.totalLength() <= mtu) {
            return List.of(packet);
        }
        List<Ipv4Packet> pieces = new ArrayList<>();
        Octets payload = packet.payload();
        // Every piece has room for the first one's options: simpler than packing the others tighter, and as right.
        int size = (mtu - packet.headerLength()) / 8 * 8;
        for (int at = 0; at < payload.length(); at += size) {
            int end = Math.min(at + size, payload.length());
            boolean more = end < payload.length() || packet.moreFragments();
            Ipv4Packet piece = packet.withFragment(packet.fragmentOffset() + at, more, payload.slice(at, end));
            pieces.add(at == 0 ? piece : piece.withOptions(copied(packet.options())));
        }
        return pieces;
    }

    @Keeps("RFC791/COPIED-OPTIONS")
    private static List<Ipv4Option> copied(List<Ipv4Option> options) {
        return options.stream().filter(Ipv4Option::isCopied).toList();
    }
}
