package dev.plumbline.model;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import java.util.ArrayList;
import java.util.List;

/**
 * The endpoint's receive variables (RFC 9293 section 3.3.1).
 *
 * @param irs IRS
 * @param nxt RCV.NXT
 * @param edge the right edge of the window, as far as it has been told
 * @param loose whether the window may have moved on without a word, as the application takes data when it likes
 * @param early what came before its turn, and may be held or not (SHLD-31)
 * @param fin whether the peer's FIN is taken
 */
record Receiving(SeqNumber irs, SeqNumber nxt, SeqNumber edge, boolean loose, List<Early> early, boolean fin) {
    /** More than a window without scale can have. */
    private static final int WIDEST = 65_535;

    /** Of a connection that knows no peer. */
    static final Receiving NOTHING =
            new Receiving(SeqNumber.ZERO, SeqNumber.ZERO, SeqNumber.ZERO, false, List.of(), false);

    /** A piece of the peer's stream, its end counted without the FIN. */
    record Early(SeqNumber from, SeqNumber end, boolean fin) {}

    /** The peer's SYN has come; what it carries may be kept or left to be sent again (section 3.10.7.2). */
    static Receiving of(TcpSegment syn) {
        SeqNumber first = syn.seq().plus(1);
        Receiving begun = new Receiving(syn.seq(), first, first, true, List.of(), false);
        return syn.payload().isEmpty()
                ? begun
                : begun.holding(first, first.plus(syn.payload().length()), false);
    }

    /** How many octets of the peer's text are taken. */
    int octets() {
        return nxt.minus(irs) - 1 - (fin ? 1 : 0);
    }

    /** The first check of section 3.10.7.4, by the window that has been told. */
    boolean accepts(TcpSegment segment) {
        return accepts(segment, edge.minus(nxt));
    }

    /** The same by the largest window that there may be. */
    boolean mayAccept(TcpSegment segment) {
        return accepts(segment) || (loose && accepts(segment, WIDEST));
    }

    /** Whether it has told that there is no room. */
    boolean mayBeShut() {
        return edge.isAtOrBefore(nxt);
    }

    /** Whether there certainly is none. */
    boolean isShut() {
        return !loose && !fin && edge.equals(nxt);
    }

    private boolean accepts(TcpSegment segment, int window) {
        int length = segment.len();
        int room = Math.max(0, window);
        if (length == 0) {
            return room == 0 ? segment.seq().equals(nxt) : segment.seq().isWithin(nxt, room);
        }
        return room > 0
                && (segment.seq().isWithin(nxt, room) || segment.end().plus(-1).isWithin(nxt, room));
    }

    /** Text and FIN of an acceptable segment: what may be left behind, the most that may be taken first. */
    List<Receiving> take(TcpSegment segment) {
        SeqNumber from = segment.seq();
        SeqNumber end = from.plus(segment.payload().length());
        boolean withFin = segment.has(TcpFlag.FIN);
        if (from.isAfter(nxt)) {
            return List.of(holding(from, end, withFin));
        }
        List<Receiving> all = new ArrayList<>();
        boolean fits = segment.end().isAtOrBefore(edge);
        if (fits || loose) {
            all.add(upTo(SeqNumber.later(nxt, end), withFin));
        }
        if (!fits) {
            // What goes beyond the window may be cut off, or be left altogether.
            all.add(upTo(SeqNumber.later(nxt, edge.isBefore(end) ? edge : end), false));
            all.add(this);
        }
        return all;
    }

    /** Everything that RCV.NXT may be, if what came early is held as far as it is needed. */
    List<Receiving> reach() {
        List<Receiving> all = new ArrayList<>(List.of(this));
        for (int i = 0; i < all.size(); i++) {
            Receiving at = all.get(i);
            for (Early piece : at.early) {
                boolean next = piece.from().isAtOrBefore(at.nxt) && (piece.end().isAfter(at.nxt) || piece.fin());
                Receiving further = at.upTo(SeqNumber.later(at.nxt, piece.end()), piece.fin());
                if (next && !at.fin && !all.contains(further)) {
                    all.add(further);
                }
            }
        }
        return all;
    }

    private Receiving upTo(SeqNumber end, boolean withFin) {
        SeqNumber next = withFin ? end.plus(1) : end;
        List<Early> left = early.stream()
                .filter(piece -> piece.end().isAfter(next) || (piece.fin() && !withFin))
                .toList();
        return new Receiving(irs, next, SeqNumber.later(edge, next), loose, withFin ? List.of() : left, fin || withFin);
    }

    private Receiving holding(SeqNumber from, SeqNumber end, boolean withFin) {
        List<Early> more = new ArrayList<>(early);
        Early piece = new Early(from, end, withFin);
        if (!more.contains(piece)) {
            more.add(piece);
        }
        return new Receiving(irs, nxt, edge, loose, more, fin);
    }

    /** The endpoint has told its window. */
    Receiving told(TcpSegment segment) {
        SeqNumber told = segment.windowEdge();
        return new Receiving(irs, nxt, SeqNumber.later(edge, told), loose, early, fin);
    }

    /** The application takes data when it likes, or at once. */
    Receiving loosened(boolean to) {
        return new Receiving(irs, nxt, edge, to, early, fin);
    }
}
