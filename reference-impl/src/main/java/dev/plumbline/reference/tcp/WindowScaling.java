package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.WindowScale;
import dev.plumbline.tcp.TcpSegment;
import java.util.List;
import java.util.Optional;

/**
 * The window scale of a connection (RFC 7323 section 2): both SYNs must have the option, or no window is scaled. What the header says
 * is in units of {@code 2^shift}; everything else here is in octets.
 */
public class WindowScaling {
    /** What a connection keeps for its user if it can say so. */
    protected static final int BUFFER = 4 * (Tcb.BUFFER + 1);

    private static final int MAX_SHIFT = 14;
    private static final int MOST_UNSCALED = 65535;

    private boolean active;
    private int sndShift;

    /** R: by how much this end's windows would be shifted; nothing if it does not scale windows. */
    protected Optional<Integer> offer() {
        return Optional.of(3);
    }

    /** What a SYN says of it: an answer has it only if the peer's SYN had (RFC 7323 section 2.2). */
    @Keeps("RFC7323/2.2-OFFER")
    List<WindowScale> onSyn(boolean answering) {
        return offer().filter(shift -> !answering || active).map(WindowScale::new).stream()
                .toList();
    }

    /** The peer's SYN has come (RFC 7323 section 2.3). */
    @Keeps({"RFC7323/2.2-BOTH", "RFC7323/2.2-IGNORED", "RFC7323/2.3-LIMIT"})
    protected void heard(TcpSegment syn) {
        Optional<WindowScale> peers = syn.option(WindowScale.class);
        active = peers.isPresent() && offer().isPresent();
        sndShift = active ? Math.min(MAX_SHIFT, peers.orElseThrow().shift()) : 0;
    }

    /** Whether both ends scale. */
    protected boolean isActive() {
        return active;
    }

    /** Rcv.Wind.Shift. */
    int rcvShift() {
        return active ? offer().orElse(0) : 0;
    }

    /** SND.WND: how many octets the peer offers in {@code seg} (RFC 7323 section 2.3). */
    @Keeps({"RFC7323/2.3-SCALED", "RFC7323/2.2-SYN"})
    protected long windowIn(TcpSegment seg) {
        return (long) seg.window() << (seg.has(TcpFlag.SYN) ? 0 : sndShift);
    }

    /** SEG.WND of a segment that offers so many octets, a SYN's apart (RFC 7323 section 2.3). */
    @Keeps("RFC7323/2.3-SCALED")
    public int field(int octets) {
        return Math.min(MOST_UNSCALED, octets >> rcvShift());
    }

    /** The same of a SYN, whose window is never scaled (RFC 7323 section 2.2). */
    @Keeps("RFC7323/2.2-SYN")
    protected int fieldOfSyn(int octets) {
        return Math.min(MOST_UNSCALED, octets);
    }

    /** How many octets this end offers in {@code seg}. */
    int offeredIn(TcpSegment seg) {
        return seg.window() << (seg.has(TcpFlag.SYN) ? 0 : rcvShift());
    }

    /** So much of {@code octets} as {@link #field} can say. */
    int whole(int octets) {
        return octets >> rcvShift() << rcvShift();
    }

    /** How much the connection keeps for its user. */
    int buffer() {
        return active ? BUFFER : Tcb.BUFFER;
    }
}
