package com.example.stack;

import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.Timer;
import java.nio.ByteBuffer;
import java.time.Duration;

/** The sending half of a connection: what waits to be sent or acknowledged, the peer's window, and the timer. */
final class Sender {
    /** How many octets wait at most. */
    private static final int BUFFER = 65535;

    private static final int DEFAULT_MSS = 536;
    private static final Duration FIRST_TIMEOUT = Duration.ofSeconds(1);
    /** With timeouts that double from one second, the last attempt ends after four minutes. */
    private static final int MOST_ATTEMPTS = 8;

    private static final int MOST_DOUBLINGS = 7;
    private static final int DUPLICATES_THAT_TELL_A_LOSS = 3;

    private final Connection connection;
    private final Tcp tcp;
    private final int iss;
    private final Bytes waiting = new Bytes();
    private int una;
    private int nxt;
    private int window;
    private int windowSeq;
    private int windowAck;
    private int mss = DEFAULT_MSS;
    private int congestionWindow;
    private int threshold = Integer.MAX_VALUE;
    private int duplicates;
    private int doublings;
    private int attempts;
    private boolean finSent;
    private boolean wasFull;
    private Timer timer;

    Sender(Connection connection, Tcp tcp) {
        this.connection = connection;
        this.tcp = tcp;
        this.iss = tcp.ip().host().random().nextInt();
        this.una = iss;
        this.nxt = iss;
    }

    int next() {
        return nxt;
    }

    int mss() {
        return mss;
    }

    /** Takes as much as there is room for. */
    int add(byte[] data) {
        int taken = Math.min(data.length, BUFFER - waiting.count());
        waiting.add(ByteBuffer.wrap(data, 0, taken));
        wasFull |= taken < data.length;
        return taken;
    }

    /** Whether the application, which found no room, is to be told that there is some again. */
    boolean tellsWritable() {
        boolean tell = wasFull && waiting.count() < BUFFER;
        wasFull &= !tell;
        return tell;
    }

    /** The SYN, with ACK once the peer's has come. */
    void sendSyn(boolean withAck) {
        int offer = tcp.ip().largestPayload() - Segment.HEADER;
        connection.transmit(iss, withAck ? Segment.SYN | Segment.ACK : Segment.SYN, offer, ByteBuffer.allocate(0));
        nxt = iss + 1;
        if (timer == null) {
            startTimer();
        }
    }

    /** What the peer's SYN says about sending to it. */
    void heedSyn(Segment syn) {
        int fits = tcp.ip().largestPayload() - Segment.HEADER;
        mss = Math.min(fits, syn.mss() > 0 ? syn.mss() : DEFAULT_MSS);
        congestionWindow = mss > 1095 ? 3 * mss : 4 * mss; // RFC 5681 section 3.1
        takeWindow(syn);
    }

    /** The peer has our SYN. */
    void synAcknowledged() {
        una = iss + 1;
        heard();
        stopTimer();
    }

    private void heard() {
        attempts = 0;
        doublings = 0;
        duplicates = 0;
    }

    boolean isNew(int ack) {
        return Seq.before(una, ack) && Seq.atOrBefore(ack, nxt);
    }

    /** Whether it acknowledges what was never sent. */
    boolean isTooHigh(int ack) {
        return Seq.before(nxt, ack);
    }

    /** Whether the FIN, too, has arrived. */
    boolean isAllAcknowledged() {
        return finSent && una == nxt;
    }

    void acknowledged(int ack) {
        boolean finToo = finSent && ack == nxt;
        int octets = ack - una;
        waiting.drop(finToo ? octets - 1 : octets);
        una = ack;
        boolean hadLost = doublings > 0 || duplicates >= DUPLICATES_THAT_TELL_A_LOSS;
        heard();
        grow(octets);
        stopTimer();
        if (hadLost && inFlight() > 0) {
            sendAgain(); // the peer may have dropped what came behind the loss, too
        }
        if (una != nxt) {
            startTimer();
        }
    }

    /** Twice as much each round trip, and above the threshold a segment more (RFC 5681 section 3.1). */
    private void grow(int acknowledged) {
        congestionWindow += congestionWindow < threshold
                ? Math.min(acknowledged, mss)
                : Math.max(1, mss * mss / congestionWindow);
    }

    /** The third acknowledgment that says the same tells of a loss (RFC 5681 section 3.2). */
    void heedDuplicate(Segment segment) {
        boolean saysNothingNew = segment.ack() == una && segment.length() == 0 && segment.window() == window;
        if (saysNothingNew && inFlight() > 0 && ++duplicates == DUPLICATES_THAT_TELL_A_LOSS) {
            threshold = Math.max(inFlight() / 2, 2 * mss);
            congestionWindow = threshold;
            sendAgain();
        }
    }

    /** The window of the newest segment counts (RFC 9293 section 3.10.7.4). */
    void heedWindow(Segment segment) {
        boolean newer = Seq.before(windowSeq, segment.seq())
                || (windowSeq == segment.seq() && Seq.atOrBefore(windowAck, segment.ack()));
        if (Seq.atOrBefore(una, segment.ack()) && newer) {
            boolean opens = window == 0 && segment.window() > 0;
            takeWindow(segment);
            if (opens && inFlight() > 0) {
                sendAgain();
            }
        }
        if (window == 0) {
            attempts = 0; // who answers is there, and may keep its window closed for as long as it likes
        }
    }

    private void takeWindow(Segment segment) {
        window = segment.window();
        windowSeq = segment.seq();
        windowAck = segment.ack();
    }

    /**
     * Sends what the peer's window has room for.
     *
     * @return whether everything is sent
     */
    boolean sendData() {
        int sent = inFlight();
        int allowed = Math.min(waiting.count(), Math.min(window, congestionWindow));
        while (sent < allowed) {
            int length = Math.min(mss, allowed - sent);
            sendText(sent, length);
            sent += length;
            nxt += length;
        }
        if (timer == null && waiting.count() > 0) {
            startTimer();
        }
        return sent == waiting.count();
    }

    void sendFin() {
        connection.transmit(nxt, Segment.FIN | Segment.ACK, 0, ByteBuffer.allocate(0));
        nxt++;
        finSent = true;
        if (timer == null) {
            startTimer();
        }
    }

    private int inFlight() {
        return nxt - una - (finSent ? 1 : 0);
    }

    private void sendText(int from, int length) {
        ByteBuffer text = ByteBuffer.wrap(waiting.copy(from, length));
        connection.transmit(una + from, Segment.ACK | Segment.PSH, 0, text);
    }

    private void startTimer() {
        timer = tcp.ip().host().after(FIRST_TIMEOUT.multipliedBy(1L << doublings), this::timeout);
    }

    void stopTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** Nobody has acknowledged the first octet in time: it is sent again, and the next wait is twice as long. */
    private void timeout() {
        timer = null;
        if (++attempts >= MOST_ATTEMPTS) {
            connection.fail(TcpError.TIMED_OUT);
            return;
        }
        doublings = Math.min(doublings + 1, MOST_DOUBLINGS);
        threshold = Math.max(inFlight() / 2, 2 * mss);
        congestionWindow = mss;
        if (una == iss) {
            connection.sendSyn();
        } else if (waiting.count() > 0) {
            sendAgain();
        } else if (finSent) {
            connection.transmit(nxt - 1, Segment.FIN | Segment.ACK, 0, ByteBuffer.allocate(0));
        }
        if (timer == null) {
            startTimer();
        }
    }

    /** The first segment; a single octet if the peer's window is closed. */
    private void sendAgain() {
        int sent = inFlight();
        int length = Math.max(1, Math.min(mss, Math.min(sent, window)));
        sendText(0, length);
        if (sent == 0) {
            nxt += length;
        }
    }
}
