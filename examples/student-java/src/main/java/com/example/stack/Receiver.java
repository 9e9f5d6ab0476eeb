package com.example.stack;

import dev.plumbline.wire.Octets;
import java.nio.ByteBuffer;

/** The receiving half of a connection: what has come in order, and what the application was told of it. */
final class Receiver {
    private static final int BUFFER = 65535;

    private final Bytes received = new Bytes();
    private int irs;
    private int nxt;
    private boolean finReceived;
    private boolean readableTold;
    private boolean endTold;

    /** The peer starts to count here. */
    void heedSyn(Segment syn) {
        irs = syn.seq();
        nxt = irs + 1;
    }

    int next() {
        return nxt;
    }

    int window() {
        return BUFFER - received.count();
    }

    boolean isTheSameSyn(Segment segment) {
        return segment.has(Segment.SYN) && segment.seq() == irs;
    }

    /** Whether the segment's first or last octet, or its place if it has none, lies in the window. */
    boolean isAcceptable(Segment segment) {
        int length = segment.length();
        if (length == 0) {
            return segment.seq() == nxt || isInWindow(segment.seq());
        }
        return isInWindow(segment.seq()) || isInWindow(segment.seq() + length - 1);
    }

    private boolean isInWindow(int seq) {
        return Seq.atOrBefore(nxt, seq) && Seq.before(seq, nxt + window());
    }

    /**
     * Takes what is next; what comes too early is dropped, and its sender sends it again.
     *
     * @return how many octets were taken
     */
    int take(Segment segment) {
        int known = nxt - segment.seq();
        ByteBuffer data = segment.data();
        if (finReceived || known < 0 || known > data.remaining()) {
            return 0;
        }
        int taken = Math.min(data.remaining() - known, window());
        received.add(data.slice(known, taken));
        nxt += taken;
        return taken;
    }

    /** Whether the segment's FIN is the next thing in order; if so it is taken. */
    boolean takeFin(Segment segment) {
        if (finReceived || !segment.has(Segment.FIN) || segment.seq() + segment.data().remaining() != nxt) {
            return false;
        }
        nxt++;
        finReceived = true;
        return true;
    }

    boolean finReceived() {
        return finReceived;
    }

    /** Whether the application is to be told that there is something: once, until it has found nothing. */
    boolean tellsReadable() {
        boolean tell = !readableTold && received.count() > 0;
        readableTold |= tell;
        return tell;
    }

    /** Whether the application is to be told that there will be no more: once, when it has taken everything. */
    boolean tellsEnd() {
        boolean tell = finReceived && !endTold && received.count() == 0;
        endTold |= tell;
        return tell;
    }

    Octets read(int max) {
        int count = Math.min(max, received.count());
        Octets data = Octets.wrap(received.copy(0, count));
        received.drop(count);
        readableTold &= received.count() > 0;
        return data;
    }
}
