package dev.plumbline.peer;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.Block;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.GrowingOctets;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/** What a peer takes of the endpoint's stream: RCV.NXT and RCV.WND of RFC 9293 section 3.3.1, and the data up to there. */
final class Incoming {
    private static final int WINDOW = 65535;
    /** More than any window of full segments; who sends more sends crumbs. */
    private static final int MOST_EARLY = 64;

    private final List<TcpSegment> early = new ArrayList<>();
    private SeqNumber next = SeqNumber.ZERO;
    private int window = WINDOW;
    private boolean filling;
    private boolean takesProbes;
    private boolean cutsEarly;
    private final GrowingOctets received = new GrowingOctets();

    /** RCV.NXT. */
    SeqNumber next() {
        return next;
    }

    /** RCV.WND. */
    int window() {
        return window;
    }

    /** All that was taken. */
    Octets received() {
        return received.octets();
    }

    /** The number that comes next is this one, whatever it was. */
    void goOnAt(SeqNumber number) {
        next = number;
    }

    /** From now on the window is as large as this, whatever is taken. */
    void offer(int octets) {
        window = octets;
        filling = false;
    }

    /** From now on what is taken fills the window, whose right edge stays where it is. */
    void fillUp() {
        filling = true;
    }

    /** From now on it takes an octet of each segment for which its window has no room, as the window may be that of a moment ago. */
    void takeProbes() {
        takesProbes = true;
    }

    /** Of the next segment that comes too early it keeps the front half. */
    void keepFrontOfNextEarly() {
        cutsEarly = true;
    }

    /** Data that came next. */
    void take(Octets data) {
        received.add(data);
        next = next.plus(data.length());
    }

    /**
     * Takes a segment as far as the window goes, and then what had come too early for it (RFC 9293 section 3.10.7.4, SHLD-31).
     *
     * @param keeps whether what comes too early is kept
     */
    void take(TcpSegment segment, boolean keeps) {
        boolean cut =
                cutsEarly && segment.seq().isAfter(next) && segment.payload().length() > 1;
        cutsEarly &= !cut;
        early.add(cut ? front(segment) : segment);
        while (early.removeIf(this::takes)) {}
        early.removeIf(each -> !keeps
                || early.size() > MOST_EARLY
                || !each.end().isAfter(next)
                || each.end().minus(next) > window);
    }

    private static TcpSegment front(TcpSegment segment) {
        return segment.toBuilder()
                .flags(segment.flags().without(TcpFlag.FIN))
                .payload(segment.payload().slice(0, segment.payload().length() / 2))
                .build();
    }

    /** What has come too early and is kept, the latest first, what touches joined (RFC 2018 sections 3 and 4). */
    List<Block> held() {
        List<Block> held = new ArrayList<>();
        for (TcpSegment segment : early) {
            Block block = new Block(segment.seq(), segment.end());
            for (Block other : List.copyOf(held)) {
                if (other.left().isAtOrBefore(block.right()) && other.right().isAtOrAfter(block.left())) {
                    boolean before = other.left().isBefore(block.left());
                    block = new Block(
                            before ? other.left() : block.left(), SeqNumber.later(other.right(), block.right()));
                    held.remove(other);
                }
            }
            held.add(0, block);
        }
        return held;
    }

    /** Whether it has anything new, and this could be taken. */
    private boolean takes(TcpSegment segment) {
        int seen = next.minus(segment.seq());
        int fresh = segment.payload().length() - seen;
        boolean fin = segment.has(TcpFlag.FIN) && segment.end().isAfter(next);
        int room = takesProbes ? Math.max(1, window) : window;
        if (seen < 0 || fresh < 0 || fresh > room || (fresh == 0 && !fin)) {
            return false;
        }
        take(segment.payload().from(seen));
        window = Math.max(0, window - (filling ? fresh : 0));
        next = fin ? segment.end() : next;
        return true;
    }
}
