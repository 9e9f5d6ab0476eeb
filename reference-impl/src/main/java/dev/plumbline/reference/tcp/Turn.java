package dev.plumbline.reference.tcp;

import dev.plumbline.ip.Ecn;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One event being dealt with: the connection it happens to, the time, and what is to be done about it so far. */
public final class Turn {
    /** The connection's state. */
    public final Tcb tcb;

    /** The time of the event. */
    public final Duration now;

    /** What the datagram that has come in said of congestion, if the event is one. */
    public final Ecn ecn;

    /** What options its IP header has. */
    final List<Ipv4Option> options;

    private final List<Action> actions = new ArrayList<>();
    private boolean ofOldSyn;
    private boolean ackDue;
    private boolean duplicateAckDue;
    private boolean ackDelayable;

    /** Begins with nothing to be done. */
    public Turn(Tcb tcb, Duration now) {
        this(tcb, now, Ecn.NOT_ECT, List.of());
    }

    /** The same for a segment that arrives. */
    public Turn(Tcb tcb, Duration now, Ecn ecn, List<Ipv4Option> options) {
        this.tcb = tcb;
        this.now = now;
        this.ecn = ecn;
        this.options = options;
    }

    /** What is to be done, in order. */
    public List<Action> actions() {
        return List.copyOf(actions);
    }

    /** Only {@code rest} counts of a segment that has arrived; it may be the peer's SYN once more. */
    TcpSegment restOf(TcpSegment arrived, TcpSegment rest) {
        ofOldSyn = arrived.has(TcpFlag.SYN) && !rest.has(TcpFlag.SYN);
        return rest;
    }

    /** How many octets the peer offers in the segment that arrives; in one that came with a SYN they are not scaled (RFC 7323 section 2.2). */
    @Keeps("RFC7323/2.2-SYN")
    long windowIn(TcpSegment seg) {
        return ofOldSyn ? seg.window() : tcb.scaling.windowIn(seg);
    }

    /** Sends a segment. */
    public void transmit(TcpSegment unstamped) {
        TcpSegment segment = tcb.timestamps.stamped(unstamped, now);
        actions.add(tcb.notification.leaving(tcb, segment));
        if (segment.has(TcpFlag.ACK)) {
            ackDue = false;
            duplicateAckDue &= segment.len() > 0;
            ackDelayable = false;
            stop(TimerKind.DELAYED_ACK);
            tcb.rcvAdv = tcb.rcvNxt.plus(tcb.scaling.offeredIn(segment));
            tcb.timestamps.acknowledged(segment.ack());
            if (segment.option(TcpOption.Sack.class).isPresent()) {
                tcb.arrived.reported();
            }
        }
    }

    /** From now on the peer is owed an acknowledgment; one is enough, however often this is said (MUST-58). */
    @Keeps("RFC9293/MUST-58")
    public void oweAck() {
        ackDue = true;
    }

    /** The same, but no segment with text or FIN will do: that is no duplicate acknowledgment (RFC 5681 section 2). */
    @Keeps("RFC5681/ACK-AT-ONCE")
    public void oweDuplicateAck() {
        duplicateAckDue = true;
    }

    /** From now on the peer is owed an acknowledgment that may wait a little (RFC 9293 section 3.8.6.3). */
    public void delayAck() {
        ackDelayable = true;
    }

    boolean isAckDue() {
        return ackDue || duplicateAckDue;
    }

    boolean isAckDelayable() {
        return ackDelayable;
    }

    /** Lets a timer run, anew if it is running. */
    public void start(TimerKind timer, Duration delay) {
        tcb.running.add(timer);
        actions.add(new Action.StartTimer(timer, delay));
    }

    /** Lets a timer run unless it is running already. */
    public void startUnlessRunning(TimerKind timer, Duration delay) {
        if (!tcb.running.contains(timer)) {
            start(timer, delay);
        }
    }

    /** Stops a timer if it is running. */
    public void stop(TimerKind timer) {
        if (tcb.running.remove(timer)) {
            actions.add(new Action.StopTimer(timer));
        }
    }

    /** Tells the user of an event. */
    public void tell(Signal signal) {
        actions.add(new Action.Tell(signal));
    }

    /** ERROR_REPORT: tells the user of a trouble that may pass, if it wants to know (RFC 9293 section 3.9.1.8). */
    @Keeps({"RFC9293/MUST-47", "RFC9293/SHLD-20"})
    public void report(Signal trouble) {
        if (tcb.wishes.errorReports) {
            tell(trouble);
        }
    }

    /** Enters CLOSED and deletes the TCB. */
    @Keeps("RFC9293/3.10.5-FLUSH")
    public void delete() {
        for (TimerKind timer : TimerKind.values()) {
            stop(timer);
        }
        ackDue = false;
        duplicateAckDue = false;
        ackDelayable = false;
        tcb.state = TcpState.CLOSED;
        actions.add(new Action.Delete());
    }

    /** The same after an error: all queues are flushed, and the user is told. */
    public void fail(TcpError error) {
        delete();
        tcb.received.flush();
        actions.add(new Action.Fail(error));
    }
}
