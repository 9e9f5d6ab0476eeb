package dev.plumbline.model;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;

/**
 * The peer's window, as the endpoint has to know it (RFC 9293 sections 3.3.1 and 3.10.7.4, fifth check).
 *
 * @param window SND.WND
 * @param wl1 SND.WL1
 * @param wl2 SND.WL2
 * @param edge the right edge of all that has been offered: a peer should not take it back (section 3.8.6, SHLD-14)
 * @param largest the largest window so far
 */
record Offer(int window, SeqNumber wl1, SeqNumber wl2, SeqNumber edge, int largest) {
    private static final int CRUMBS = 16;
    private static final int SMALLEST_MSS = 536;

    /** Of a peer that has said nothing. */
    static final Offer NONE = new Offer(0, SeqNumber.ZERO, SeqNumber.ZERO, SeqNumber.ZERO, 0);

    /** The first one: {@code nxt} is what the segment acknowledges, or would. */
    static Offer first(TcpSegment segment, SeqNumber nxt) {
        SeqNumber edge = nxt.plus(segment.window());
        return new Offer(segment.window(), segment.seq(), nxt, edge, segment.window());
    }

    /** What the segment makes of it: an older one changes nothing. */
    Offer heeding(TcpSegment segment, SeqNumber una) {
        boolean newer = wl1.isBefore(segment.seq()) || (wl1.equals(segment.seq()) && wl2.isAtOrBefore(segment.ack()));
        if (segment.ack().isBefore(una) || !newer) {
            return new Offer(window, wl1, wl2, SeqNumber.later(edge, una.plus(window)), largest);
        }
        SeqNumber further = SeqNumber.later(edge, segment.windowEdge());
        return new Offer(segment.window(), segment.seq(), segment.ack(), further, Math.max(largest, segment.window()));
    }

    /** Whether this segment has said so last. */
    boolean isOf(TcpSegment segment) {
        return wl1.equals(segment.seq()) && wl2.equals(segment.ack());
    }

    /** How many numbers may certainly leave from {@code nxt} on; negative if it has shrunk. */
    int room(SeqNumber nxt) {
        return wl2.plus(window).minus(nxt);
    }

    /** Whether everything up to there has been offered. */
    boolean covers(SeqNumber end) {
        return end.isAtOrBefore(edge);
    }

    /** Whether there is less room than a segment takes and than is worth using (section 3.8.6.2.1): what part is, is the sender's choice. */
    boolean isCrumb() {
        return window < Math.min(SMALLEST_MSS, largest / CRUMBS);
    }
}
