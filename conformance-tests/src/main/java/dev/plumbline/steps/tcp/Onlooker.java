package dev.plumbline.steps.tcp;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import org.jspecify.annotations.Nullable;

/** What the peer of a chain knows: from this it takes its numbers, whatever the connection is by now. */
final class Onlooker {
    private static final int NO_WINDOW = 1000;
    /** Of whoever says nothing (RFC 9293 section 3.7.1, MUST-15). */
    private static final int DEFAULT_MSS = 536;

    private SeqNumber iss;
    private SeqNumber left;
    private SeqNumber edge;
    private @Nullable SeqNumber irs;
    private SeqNumber top = SeqNumber.ZERO;
    private SeqNumber acknowledged = SeqNumber.ZERO;
    private boolean finSeen;
    private @Nullable TcpSegment lastSyn;
    private int mss = DEFAULT_MSS;
    private boolean deaf;
    /** The end of what the endpoint may hold of the peer's text, and the peer's FIN, if it has been sent. */
    private SeqNumber highest;

    private @Nullable SeqNumber fin;

    Onlooker(SeqNumber iss) {
        this.iss = iss;
        this.left = iss;
        this.highest = iss;
        this.edge = iss.plus(NO_WINDOW);
    }

    /** The next segment is lost on its way to the peer. */
    void lose() {
        deaf = true;
    }

    /** The endpoint's SYN, if it has been heard. */
    @Nullable
    SeqNumber irs() {
        return irs;
    }

    /** The same segment, as far as it does not contradict what the peer has said before: a stream has one end, and nothing beyond. */
    TcpSegment consistent(TcpSegment segment) {
        SeqNumber end = fin;
        boolean pending = end != null && end.isAtOrAfter(left);
        TcpSegment text = segment;
        if (segment.has(TcpFlag.SYN)) {
            return segment;
        }
        if (pending && end != null) {
            int fits = Math.max(0, end.minus(segment.seq()));
            text = segment.toBuilder()
                    .payload(segment.payload()
                            .slice(0, Math.min(fits, segment.payload().length())))
                    .build();
        }
        SeqNumber behind = text.seq().plus(text.payload().length());
        boolean contradicts = pending ? !behind.equals(end) : behind.isBefore(highest);
        return contradicts
                ? text.toBuilder().flags(text.flags().without(TcpFlag.FIN)).build()
                : text;
    }

    private void note(TcpSegment segment) {
        SeqNumber behind = segment.seq().plus(segment.payload().length());
        boolean held = segment.seq().isAtOrAfter(left.plus(-NO_WINDOW))
                && segment.seq().isBefore(edge);
        if (held && !segment.has(TcpFlag.SYN)) {
            highest = SeqNumber.later(highest, behind.isAfter(edge) ? edge : behind);
        }
        if (held && segment.has(TcpFlag.FIN) && behind.isAtOrAfter(left)) {
            fin = behind;
        }
    }

    /** The peer has sent it. */
    void sent(TcpSegment segment) {
        if (segment.has(TcpFlag.SYN)) {
            lastSyn = segment;
        }
        note(segment);
        if (segment.has(TcpFlag.ACK) && segment.ack().isAtOrBefore(top)) {
            acknowledged = SeqNumber.later(acknowledged, segment.ack());
        }
    }

    /** The endpoint has sent it; what is lost counts for nothing. */
    void heard(TcpSegment segment) {
        boolean lost = deaf;
        deaf = false;
        if (segment.has(TcpFlag.RST)) {
            return;
        }
        if (segment.has(TcpFlag.SYN)) {
            syn(segment);
        } else if (segment.has(TcpFlag.ACK)) {
            TcpSegment own = lastSyn;
            boolean begins = left.equals(iss)
                    && own != null
                    && segment.ack().isWithin(own.seq().plus(1), own.len());
            iss = begins && own != null ? own.seq() : iss;
            left = begins ? segment.ack() : SeqNumber.later(left, segment.ack());
        }
        if (segment.has(TcpFlag.ACK)) {
            edge = SeqNumber.later(edge, segment.windowEdge());
        }
        if (!lost && segment.seq().isAtOrBefore(top) && segment.end().isAfter(top)) {
            top = segment.end();
            finSeen = segment.has(TcpFlag.FIN);
        }
    }

    private void syn(TcpSegment segment) {
        mss = segment.option(TcpOption.MaximumSegmentSize.class)
                .map(TcpOption.MaximumSegmentSize::octets)
                .orElse(DEFAULT_MSS);
        boolean isNew = !segment.seq().equals(irs);
        if (isNew) {
            irs = segment.seq();
            top = segment.end();
            acknowledged = segment.seq();
            finSeen = false;
        }
        TcpSegment own = lastSyn;
        if (segment.has(TcpFlag.ACK) && own != null && segment.ack().isAfter(own.seq())) {
            // What took the place of a connection in TIME-WAIT and gave way to it again may begin twice with the same
            // number.
            boolean another = isNew
                    || left.equals(iss)
                    || (!own.seq().equals(iss) && segment.ack().equals(own.seq().plus(1)));
            if (another) {
                highest = segment.ack();
                fin = null;
                iss = own.seq();
            }
            left = another ? segment.ack() : SeqNumber.later(left, segment.ack());
            edge = another ? segment.windowEdge() : edge;
        }
    }

    /** How much the endpoint takes. */
    int room() {
        return irs == null ? 0 : edge.minus(left);
    }

    /** The text that the endpoint expects next, as much as one segment may carry. */
    TcpSegment text(TcpSegment.Builder segment) {
        return consistent(segment.seq(left)
                .ack(top)
                .payload(PeersText.octets(left.minus(first()), Math.min(mss, room())))
                .build());
    }

    /** The number of the peer's first octet. */
    SeqNumber first() {
        return iss.plus(1);
    }

    /** The first number of a segment that takes up so many. */
    SeqNumber number(Place place, int distance, int length) {
        int least = Math.max(1, length);
        int room = Math.max(1, edge.minus(left));
        return switch (place) {
            case LEFT -> left.plus(-least - (long) distance + 1);
            case ACROSS_LEFT -> left.plus(-Math.min(distance, Math.max(1, least - 1)));
            case INSIDE -> left.plus(Math.min(distance, Math.max(1, room - least)));
            case LAST_OCTET -> edge.plus(-least);
            case ACROSS_RIGHT -> edge.plus(-Math.min(distance, Math.max(1, least - 1)));
            case RIGHT -> left.plus(room).plus(distance - 1L);
            case WHERE_THE_SYN_WAS -> iss;
            default -> left;
        };
    }

    /** The number that it acknowledges. */
    SeqNumber number(Acknowledging acknowledging, int distance) {
        return switch (acknowledging) {
            case NOTHING_NEW -> acknowledged;
            case NEVER_SENT -> top.plus(distance);
            case BEFORE -> SeqNumber.later(acknowledged.plus(-distance), irs == null ? acknowledged : irs);
            case ALL_BUT_FIN -> finSeen ? top.plus(-1) : top;
            case NOT_EVEN_SYN -> irs == null ? top : irs;
            default -> top;
        };
    }
}
