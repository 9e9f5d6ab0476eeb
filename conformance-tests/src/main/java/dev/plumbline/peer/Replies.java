package dev.plumbline.peer;

import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import java.util.function.Consumer;

/** How a peer's end of a connection acknowledges by itself what arrives: at once and as a whole, if nobody has said otherwise. */
public final class Replies {
    private final PeerConnection connection;
    private final Incoming incoming;
    private boolean begun;
    private Consumer<Runnable> clock = Runnable::run;
    private int parts = 1;
    private boolean keepsEarly;
    /** From which octet on a router has marked them; none if it is 0. */
    private int marked;

    private boolean insists;

    private Runnable atFirstData = () -> {};

    Replies(PeerConnection connection, Incoming incoming) {
        this.connection = connection;
        this.incoming = incoming;
    }

    /** From now on it says nothing by itself. */
    public void end() {
        begun = false;
    }

    /** From now on each reply leaves when {@code later} has it run. */
    public void comeLate(Consumer<Runnable> later) {
        begun = true;
        clock = later;
    }

    /** From now on each segment is acknowledged in so many parts (RFC 5681 section 3.1 says what a sender has to make of that). */
    public void comeInParts(int count) {
        begun = true;
        parts = count;
    }

    /** Once so many octets have come, all of them tell of congestion until the endpoint says that it knows (RFC 3168 section 6.1.3). */
    public void tellOfCongestion(int octets) {
        begun = true;
        marked = octets;
    }

    /** From now on all of them tell of congestion, whatever the endpoint says. */
    public void insistOnCongestion() {
        begun = true;
        insists = true;
    }

    /** From now on what comes behind a gap is kept, though the gap was made on purpose. */
    public void keepEarly() {
        keepsEarly = true;
    }

    /** The same, but of the next segment that comes there only the front. */
    public void keepFrontOfNextEarly() {
        keepEarly();
        incoming.keepFrontOfNextEarly();
    }

    boolean keepsEarly() {
        return keepsEarly;
    }

    /** Has {@code action} run when data comes, once. */
    public void atFirstData(Runnable action) {
        atFirstData = action;
    }

    void begin() {
        begun = true;
    }

    /** Whether it answers a segment by itself. */
    boolean answer(TcpSegment segment) {
        if (!segment.payload().isEmpty()) {
            Runnable first = atFirstData;
            atFirstData = () -> {};
            first.run();
        }
        if (segment.has(TcpFlag.CWR)) {
            marked = 0;
        }
        return begun;
    }

    private boolean tellsOfCongestion() {
        return insists || (marked > 0 && connection.received().length() >= marked);
    }

    /** So many numbers were taken; the last reply covers all of them. */
    void reply(int taken) {
        int count = Math.min(parts, Math.max(1, taken));
        for (int missing = count - 1; missing >= 0; missing--) {
            TcpSegment.Builder reply = connection.next().ack(connection.rcvNxt().plus(-(long) taken * missing / count));
            TcpSegment segment = (tellsOfCongestion() ? reply.flag(TcpFlag.ECE) : reply).build();
            clock.accept(() -> connection.transmit(segment));
        }
    }
}
