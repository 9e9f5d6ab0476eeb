package dev.plumbline.reference.ip;

import dev.plumbline.ip.Ecn;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.wire.Octets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fragments of one datagram that have come so far: a buffer, and a table of the blocks of eight octets that are filled (RFC
 * 791 section 3.2, "An Example Reassembly Procedure").
 *
 * <p>Fragments may overlap as long as they agree. If they do not, somebody may be trying to smuggle something past a filter:
 * then the datagram and whatever still comes of it are lost, as RFC 5722 section 4 wants it for IPv6. RFC 791 section 3.2 would
 * let the later fragment win.
 */
public class PartialDatagram {
    private static final int BLOCK = 8;

    /** A mark must not get lost, and must not be set where somebody does not know of it (RFC 3168 section 5.3). */
    private static final Set<Ecn> INCOMPATIBLE = EnumSet.of(Ecn.CE, Ecn.NOT_ECT);

    private final Set<Ecn> codepoints = EnumSet.noneOf(Ecn.class);
    private final BitSet filled = new BitSet();
    private byte[] data = new byte[0];
    private int end = Integer.MAX_VALUE;
    private @Nullable Datagram first;
    private boolean spoiled;

    /** With nothing in it. */
    protected PartialDatagram() {}

    /** Takes one of its fragments. */
    @Keeps({"IPL-3", "RFC1122/REASSEMBLY-OVERLAP", "RFC791/OVERLAP", "RFC3168/5.3-NOT-ECT"})
    protected void add(Datagram fragment) {
        codepoints.add(fragment.packet().ecn());
        if (spoiled || contradicts(fragment.packet()) || codepoints.containsAll(INCOMPATIBLE)) {
            spoil();
        } else {
            fill(fragment);
        }
    }

    /** All of it, if nothing is missing. */
    protected Optional<Datagram> whole() {
        boolean complete = first != null && filled.nextClearBit(0) * BLOCK >= end;
        if (first == null || !complete || first.packet().headerLength() + end > 65535) {
            return Optional.empty();
        }
        // The header is that of fragment zero: the others may lack options.
        Ipv4Packet packet = first.packet()
                .withFragment(0, false, Octets.wrap(Arrays.copyOf(data, end)))
                .withEcn(ecn(first.packet().ecn()));
        return Optional.of(new Datagram(packet, packet.encode(), first.toOneHost()));
    }

    /** Fragment zero, if it has come. */
    Optional<Datagram> first() {
        return Optional.ofNullable(first);
    }

    private boolean contradicts(Ipv4Packet packet) {
        int from = packet.fragmentOffset();
        int to = packet.fragmentEnd();
        boolean anotherEnd =
                packet.moreFragments() ? to >= end : to < data.length || (end != Integer.MAX_VALUE && end != to);
        return anotherEnd || differs(packet.payload(), from);
    }

    private boolean differs(Octets part, int from) {
        for (int i = 0; i < part.length(); i++) {
            if (filled.get((from + i) / BLOCK) && data[from + i] != (byte) part.u8(i)) {
                return true;
            }
        }
        return false;
    }

    /** A mark on one piece counts for the whole, unless another piece says that nobody would understand it (RFC 3168 section 5.3). */
    @Keeps({"RFC3168/5.3-CE", "RFC3168/5.3-SAME"})
    protected Ecn ecn(Ecn ofFirst) {
        return codepoints.contains(Ecn.CE) ? Ecn.CE : ofFirst;
    }

    @Keeps("RFC1122/EMTU-R")
    private void fill(Datagram fragment) {
        Ipv4Packet packet = fragment.packet();
        int from = packet.fragmentOffset();
        int to = packet.fragmentEnd();
        data = Arrays.copyOf(data, Math.max(data.length, to));
        packet.payload().copyTo(data, from);
        filled.set(from / BLOCK, (to + BLOCK - 1) / BLOCK);
        end = packet.moreFragments() ? end : to;
        first = from == 0 ? fragment : first;
    }

    private void spoil() {
        spoiled = true;
        first = null;
        data = new byte[0];
        filled.clear();
    }
}
