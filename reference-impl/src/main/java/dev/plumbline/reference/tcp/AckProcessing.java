package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.Optional;

/** The fifth check in detail (RFC 9293 section 3.10.7.4): what an acknowledgment means in each state. */
public class AckProcessing {
    private final Sender sender;
    private final SackProcessing sacks;

    /** Rules that send through {@code sender}. */
    public AckProcessing(Sender sender) {
        this(sender, new SackProcessing(sender));
    }

    /** Rules that have selective acknowledgments dealt with by {@code sacks}. */
    public AckProcessing(Sender sender, SackProcessing sacks) {
        this.sender = sender;
        this.sacks = sacks;
    }

    /** Returns whether the segment goes on to the sixth check. */
    @Keeps("RFC9293/3.10.7.4-ACK")
    public boolean process(Turn turn, TcpSegment seg) {
        return switch (turn.tcb.state) {
            case SYN_RECEIVED -> inSynReceived(turn, seg);
            case ESTABLISHED, CLOSE_WAIT -> asInEstablished(turn, seg);
            case FIN_WAIT_1, FIN_WAIT_2 -> inFinWait(turn, seg);
            case CLOSING -> inClosing(turn, seg);
            case LAST_ACK -> inLastAck(turn, seg);
            case TIME_WAIT -> inTimeWait(turn, seg);
            case CLOSED, LISTEN, SYN_SENT -> throw new IllegalStateException("not a state of this check");
        };
    }

    /** The acknowledgment of this end's SYN completes the handshake. */
    private boolean inSynReceived(Turn turn, TcpSegment seg) {
        Tcb tcb = turn.tcb;
        if (!isNew(tcb, seg) || !isSent(tcb, seg)) {
            sender.resetFor(turn, seg);
            return false;
        }
        takeWindow(turn, seg);
        advance(turn, seg);
        enterEstablished(turn);
        return true;
    }

    /** Enters ESTABLISHED, and goes on at once if the user has closed already. */
    @Keeps("HS-5")
    static void enterEstablished(Turn turn) {
        Tcb tcb = turn.tcb;
        tcb.state = tcb.closeRequested ? TcpState.FIN_WAIT_1 : TcpState.ESTABLISHED;
        tcb.congestion.begin(tcb.sndMss, tcb.synRetransmitted);
        if (tcb.synRetransmitted) {
            tcb.rto.establishedAfterLostSyn();
        }
        turn.tell(Signal.ESTABLISHED);
    }

    private boolean asInEstablished(Turn turn, TcpSegment seg) {
        Tcb tcb = turn.tcb;
        if (!isSent(tcb, seg) || isTooOld(tcb, seg)) {
            sender.acknowledge(turn);
            return false;
        }
        tcb.notification.acknowledged(turn, seg);
        boolean isNew = isNew(tcb, seg);
        if (isNew) {
            advance(turn, seg);
        } else if (!tcb.sackPermitted && tcb.recovery.isDuplicate(tcb, seg) && tcb.recovery.duplicate(tcb)) {
            sender.retransmit(turn);
        }
        updateWindow(turn, seg);
        if (tcb.sackPermitted) {
            sacks.process(turn, SackReport.in(seg, isNew));
        }
        return true;
    }

    private boolean inFinWait(Turn turn, TcpSegment seg) {
        if (!asInEstablished(turn, seg)) {
            return false;
        }
        if (turn.tcb.isFinAcknowledged()) {
            turn.tcb.state = TcpState.FIN_WAIT_2;
        }
        return true;
    }

    private boolean inClosing(Turn turn, TcpSegment seg) {
        if (asInEstablished(turn, seg) && turn.tcb.isFinAcknowledged()) {
            SegmentArrives.enterTimeWait(turn);
        }
        return false;
    }

    private boolean inLastAck(Turn turn, TcpSegment seg) {
        if (asInEstablished(turn, seg) && turn.tcb.isFinAcknowledged()) {
            turn.delete();
            turn.tell(Signal.CLOSED);
        }
        return false;
    }

    /** Only the peer's FIN can arrive again; it lies left of the window, so the first check has dealt with it already. */
    private boolean inTimeWait(Turn turn, TcpSegment seg) {
        return asInEstablished(turn, seg);
    }

    @Keeps("RFC9293/3.4-MODULO")
    private static boolean isNew(Tcb tcb, TcpSegment seg) {
        return seg.ack().isAfter(tcb.sndUna);
    }

    /** Whether everything it acknowledges was sent. */
    private static boolean isSent(Tcb tcb, TcpSegment seg) {
        return seg.ack().isAtOrBefore(tcb.sndNxt);
    }

    /** Older than any acknowledgment that can still be under way: perhaps forged (RFC 5961 section 5.2, MAY-12). */
    @Keeps({"RFC9293/MAY-12", "RFC5961/5.2-LARGEST-WINDOW"})
    private static boolean isTooOld(Tcb tcb, TcpSegment seg) {
        return seg.ack().isBefore(tcb.sndUna.plus(-tcb.maxSndWnd));
    }

    /** Moves SND.UNA: what is acknowledged leaves the retransmission queue, and the timers begin anew. */
    @Keeps("RFC2018/8-KEEP")
    protected void advance(Turn turn, TcpSegment seg) {
        Tcb tcb = turn.tcb;
        int octets = seg.ack().minus(tcb.sndUna) - (tcb.isSynAcknowledged() ? 0 : 1);
        boolean finToo = tcb.fin != null && seg.ack().isAfter(tcb.fin);
        int data = octets - (finToo && !tcb.isFinAcknowledged() ? 1 : 0);
        tcb.sending.drop(data);
        tcb.acknowledged(seg.ack());
        tcb.sndPtr = SeqNumber.later(tcb.sndPtr, tcb.sndUna);
        tcb.softError = false;
        tcb.retransmissions = 0;
        measureRoundTrip(turn, seg);
        boolean restartsTimer = tcb.sackPermitted ? recoverSelectively(turn, data) : recover(turn, data);
        if (restartsTimer) {
            turn.stop(TimerKind.RETRANSMISSION);
        }
        turn.stop(TimerKind.USER);
        tellOfRoom(turn);
    }

    /** Returns whether the retransmission timer begins anew. */
    private boolean recover(Turn turn, int data) {
        Tcb tcb = turn.tcb;
        if (tcb.recovery.acknowledged(tcb, data)) {
            sender.retransmit(turn);
        }
        return tcb.recovery.restartsTimer();
    }

    /** The same with selective acknowledgments: it always does (RFC 6298 section 5, rule (5.3)). */
    private static boolean recoverSelectively(Turn turn, int data) {
        Tcb tcb = turn.tcb;
        tcb.rack.reordering().acknowledged(tcb.sndUna);
        if (tcb.selective.acknowledged(tcb, data)) {
            tcb.rack.reordering().recovered();
        }
        return true;
    }

    /** Not for every octet, or a user in a hurry would send in as many small pieces. */
    private static void tellOfRoom(Turn turn) {
        Tcb tcb = turn.tcb;
        if (tcb.wantsRoom && tcb.sending.length() <= Tcb.SEND_BUFFER / 2) {
            tcb.wantsRoom = false;
            turn.tell(Signal.WRITABLE);
        }
    }

    /** The time from sending to acknowledgment, once a window (RFC 6298 section 3, RFC 7323 section 4.2). */
    private static void measureRoundTrip(Turn turn, TcpSegment seg) {
        Tcb tcb = turn.tcb;
        (tcb.timestamps.isActive() ? roundTripByTimestamps(turn, seg) : roundTripByClock(turn)).ifPresent(took -> {
            tcb.rto.measured(took);
            tcb.rack.measured(took, turn.now);
            tcb.lossProbe.roundTripMeasured();
        });
    }

    /** Of one segment that was sent once. */
    private static Optional<Duration> roundTripByClock(Turn turn) {
        Tcb tcb = turn.tcb;
        SeqNumber timed = tcb.timedUpTo;
        if (timed == null || tcb.sndUna.isBefore(timed)) {
            return Optional.empty();
        }
        tcb.timedUpTo = null;
        return Optional.of(turn.now.minus(tcb.timedAt));
    }

    /** Of what has arrived, whether it was sent once or more often (RFC 7323 section 4.1). */
    private static Optional<Duration> roundTripByTimestamps(Turn turn, TcpSegment seg) {
        Tcb tcb = turn.tcb;
        if (!tcb.sndUna.isAfter(tcb.measuredUpTo)) {
            return Optional.empty();
        }
        tcb.measuredUpTo = tcb.sndNxt;
        return tcb.timestamps.roundTrip(seg, turn.now);
    }

    /** Updates the send window, unless the segment is older than the one that did so last. */
    @Keeps({"RFC9293/3.10.7.4-WINDOW", "RFC9293/SHLD-17"})
    protected void updateWindow(Turn turn, TcpSegment seg) {
        Tcb tcb = turn.tcb;
        boolean newer =
                tcb.sndWl1.isBefore(seg.seq()) || (tcb.sndWl1.equals(seg.seq()) && tcb.sndWl2.isAtOrBefore(seg.ack()));
        if (tcb.sndUna.isAfter(seg.ack()) || !newer) {
            return;
        }
        boolean opens = tcb.sndWnd == 0 && turn.windowIn(seg) > 0;
        takeWindow(turn, seg);
        if (opens && tcb.isOutstanding()) {
            // What was sent into the closed window was refused, or it would be acknowledged: now there is room for it.
            sender.goBack(turn);
        }
        if (tcb.sndWnd == 0) {
            // The peer is there, its window may stay closed as long as it likes (RFC 9293 section 3.8.6.1, MUST-37).
            turn.stop(TimerKind.USER);
        }
    }

    /** SND.WND, SND.WL1 and SND.WL2 from {@code seg}. */
    static void takeWindow(Turn turn, TcpSegment seg) {
        Tcb tcb = turn.tcb;
        tcb.sndWnd = turn.windowIn(seg);
        tcb.sndWl1 = seg.seq();
        tcb.sndWl2 = seg.ack();
        tcb.maxSndWnd = Math.max(tcb.maxSndWnd, tcb.sndWnd);
    }
}
