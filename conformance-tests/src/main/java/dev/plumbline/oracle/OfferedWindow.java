package dev.plumbline.oracle;

import dev.plumbline.tcp.SeqNumber;
import org.jspecify.annotations.Nullable;

/**
 * How far a peer has let the other side send, in all that has arrived there. A segment that is older than the last one does not change
 * SND.WND, but what it acknowledges moves SND.UNA, and the window with it (RFC 9293 section 3.10.7.4, fifth check). Which window that
 * is, a segment outside the window leaves open: it is dropped before its own counts.
 */
final class OfferedWindow {
    private @Nullable SeqNumber edge;
    private @Nullable SeqNumber from;
    private long largest;

    /** A segment with this number acknowledges so much, and has such a window. */
    void heed(SeqNumber seq, SeqNumber ack, long offered) {
        boolean older = from != null && seq.isBefore(from);
        largest = Math.max(largest, offered);
        SeqNumber further = ack.plus(older ? largest : offered);
        edge = edge == null ? further : SeqNumber.later(edge, further);
        from = older ? from : seq;
    }

    /** The largest right edge, if there is any. */
    @Nullable
    SeqNumber edge() {
        return edge;
    }
}
