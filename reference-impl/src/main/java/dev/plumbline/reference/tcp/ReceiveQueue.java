package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.wire.Octets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has arrived: octets in order that the user has not taken yet, and pieces beyond a gap (RFC 9293 section 3.10.7.4,
 * SHLD-31).
 *
 * <p>Places are counted from the first octet of the stream in 64 bits, so that nothing wraps; callers say how far <em>ahead</em>
 * of RCV.NXT something lies.
 */
public class ReceiveQueue {
    private static final long NO_FIN = -1;

    private final OctetQueue inOrder = new OctetQueue();
    /** By the place of their first octet; never overlapping, never empty. */
    private final TreeMap<Long, Octets> pieces = new TreeMap<>();

    private long next;
    private long fin = NO_FIN;
    private long urgent;
    private boolean abandoned;

    /** How many octets wait for the user. */
    public int unread() {
        return inOrder.length();
    }

    /** Nobody will take anything any more. */
    void abandon() {
        abandoned = true;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    /** Takes up to {@code max} octets for the user. */
    public Octets take(int max) {
        int count = Math.min(max, inOrder.length());
        Octets taken = inOrder.peek(0, count);
        inOrder.drop(count);
        return taken;
    }

    /** Keeps {@code data} whose first octet is {@code ahead} of RCV.NXT, 0 or more; what is there already is not replaced. */
    @Keeps("RFC9293/SHLD-31")
    public void hold(int ahead, Octets data) {
        long at = next + ahead;
        long end = at + data.length();
        Map.Entry<Long, Octets> before = pieces.floorEntry(at);
        if (before != null) {
            at = Math.max(at, before.getKey() + before.getValue().length());
        }
        long first = next + ahead;
        while (at < end) {
            Map.Entry<Long, Octets> after = pieces.ceilingEntry(at);
            long gapEnd = after == null ? end : Math.min(end, after.getKey());
            if (at < gapEnd) {
                pieces.put(at, data.slice((int) (at - first), (int) (gapEnd - first)));
            }
            at = after == null ? end : after.getKey() + after.getValue().length();
        }
    }

    /** Remembers that the peer's FIN stands {@code ahead} of RCV.NXT. */
    public void holdFin(int ahead) {
        fin = next + ahead;
    }

    /**
     * Remembers that the peer's data is urgent up to what stands {@code ahead} of RCV.NXT: RCV.UP, which never goes back.
     *
     * @return whether that is news for the user
     */
    @Keeps({"RFC9293/MUST-30", "RFC9293/3.8.5-ROBUST"})
    public boolean holdUrgent(int ahead) {
        boolean advances = next + ahead > urgent;
        urgent = Math.max(urgent, next + ahead);
        return advances && urgentLeft() > 0;
    }

    /** How many octets from the next one that the user takes are urgent, here or not (RFC 9293 section 3.8.5, MUST-33). */
    @Keeps("RFC9293/MUST-33")
    public int urgentLeft() {
        return (int) Math.max(0, urgent - (next - unread()));
    }

    /** Whether the peer's FIN is the next thing in the stream. */
    public boolean isFinNext() {
        return fin == next;
    }

    /** Whether something is here already, text or FIN, that comes after something missing. */
    public boolean hasGap() {
        return !pieces.isEmpty() || fin > next;
    }

    /** Moves what is contiguous now to the user's side; returns how many octets: RCV.NXT advances by as many. */
    @Keeps("DEL-3")
    public int advance() {
        long from = next;
        for (Octets piece = pieces.remove(next); piece != null; piece = pieces.remove(next)) {
            inOrder.append(piece);
            next += piece.length();
        }
        return (int) (next - from);
    }

    /** Forgets everything (RFC 9293 section 3.10.7.4, second check: all queues are flushed). */
    public void flush() {
        pieces.clear();
        inOrder.drop(inOrder.length());
    }
}
