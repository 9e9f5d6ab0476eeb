package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;

/**
 * SEGMENT ARRIVES (RFC 9293 section 3.10.7): the ordered checks that every segment goes through, one method for each.
 *
 * <table>
 *   <caption>The rules</caption>
 *   <tr><td>section 3.10.7.1, CLOSED</td><td>{@link Resets#inAnswerTo}</td></tr>
 *   <tr><td>section 3.10.7.2, LISTEN</td><td>{@link ArrivalInListen}</td></tr>
 *   <tr><td>section 3.10.7.3, SYN-SENT</td><td>{@link ArrivalInSynSent}</td></tr>
 *   <tr><td>section 3.10.7.4, other states:</td><td></td></tr>
 *   <tr><td>first, the sequence number</td><td>{@link #firstCheckSequenceNumber}, {@link #isAcceptable}</td></tr>
 *   <tr><td>second, RST</td><td>{@link #secondCheckRst}</td></tr>
 *   <tr><td>third, security</td><td>absent: RFC 9293 section 3.10.7.4 needs IP security options, which hosts do not use</td></tr>
 *   <tr><td>fourth, SYN</td><td>{@link #fourthCheckSyn}</td></tr>
 *   <tr><td>fifth, ACK</td><td>{@link #fifthCheckAck}, in detail {@link AckProcessing}</td></tr>
 *   <tr><td>sixth, URG</td><td>{@link #sixthCheckUrg}</td></tr>
 *   <tr><td>seventh, the text</td><td>{@link #seventhProcessText}</td></tr>
 *   <tr><td>eighth, FIN</td><td>{@link #eighthCheckFin}</td></tr>
 * </table>
 *
 * <p>A check returns whether the segment goes on to the next one.
 */
public class SegmentArrives {
    /** MSL, the maximum segment lifetime: two minutes (RFC 9293 section 3.4.2). */
    public static final Duration MSL = Duration.ofMinutes(2);

    private final Sender sender;
    private final AckProcessing acks;
    private final ArrivalInListen listen;
    private final ArrivalInSynSent synSent;

    /** Rules that send through {@code sender}. */
    public SegmentArrives(Sender sender) {
        this(sender, new AckProcessing(sender));
    }

    /** Rules that have acknowledgments dealt with by {@code acks}. */
    public SegmentArrives(Sender sender, AckProcessing acks) {
        this.sender = sender;
        this.acks = acks;
        this.listen = new ArrivalInListen(sender);
        this.synSent = new ArrivalInSynSent(sender, acks);
    }

    /** Deals with a segment in whatever state the connection is, and sends what the segment made possible. */
    @Keeps("RFC9293/3.10-MODEL")
    public void segmentArrives(Turn turn, TcpSegment seg) {
        turn.tcb.keepAlive.heard(turn.now);
        switch (turn.tcb.state) {
            case CLOSED -> {
                return;
            }
            case LISTEN -> listen.segmentArrives(turn, seg);
            case SYN_SENT -> {
                if (synSent.segmentArrives(turn, seg)) {
                    fromSixthCheck(turn, seg);
                }
            }
            case SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT ->
                otherStates(turn, seg);
        }
        sender.sendWhatMayBeSent(turn);
        sender.acknowledgeIfDue(turn);
    }

    /** The checks of RFC 9293 section 3.10.7.4, in their order. */
    private void otherStates(Turn turn, TcpSegment arrived) {
        turn.tcb.notification.arrives(turn.tcb, arrived);
        TcpSegment seg = turn.restOf(arrived, withoutOldSyn(turn.tcb, ClosedWindow.withoutText(turn, arrived)));
        if (checkTimestamp(turn, seg)
                && firstCheckSequenceNumber(turn, seg)
                && secondCheckRst(turn, seg)
                && fourthCheckSyn(turn, seg)
                && fifthCheckAck(turn, seg)) {
            fromSixthCheck(turn, seg);
        }
    }

    private void fromSixthCheck(Turn turn, TcpSegment seg) {
        turn.tcb.notification.textArrives(turn, seg);
        if (HalfDuplexClose.resets(turn, seg, sender)) {
            return;
        }
        sixthCheckUrg(turn, seg);
        seventhProcessText(turn, seg);
        eighthCheckFin(turn, seg);
    }

    /**
     * Only what is new of a segment counts, and the peer's SYN is old when it comes a second time: in a simultaneous open with the
     * acknowledgment of ours (the last step of RFC 9293 section 3.5, figure 7), or with text that reaches into the window (section
     * 3.10.7.4, first check). Taken for a new one, it would end the connection.
     */
    @Keeps({"RFC9293/MUST-10", "RFC9293/3.10.7.4-SYN"})
    protected TcpSegment withoutOldSyn(Tcb tcb, TcpSegment seg) {
        boolean old = seg.has(TcpFlag.SYN) && !seg.has(TcpFlag.RST) && seg.seq().equals(tcb.irs);
        boolean answersOurs = seg.has(TcpFlag.ACK) && !tcb.passive;
        if (!old || tcb.isSynAcknowledged() || !(answersOurs || seg.len() > 1)) {
            return seg;
        }
        return PeersSyn.behind(seg);
    }

    /** Before all others: PAWS drops what is older than what has come before (RFC 7323 section 5.3, R1). */
    @Keeps({"RFC7323/5.3-R1", "RFC7323/3.2-MISSING", "RFC7323/3.2-NO-ABORT"})
    protected boolean checkTimestamp(Turn turn, TcpSegment seg) {
        Timestamping timestamps = turn.tcb.timestamps;
        if (timestamps.isMissing(seg)) {
            return false;
        }
        if (timestamps.isOld(seg, turn.now)) {
            sender.acknowledge(turn);
            return false;
        }
        return true;
    }

    /** First: drops what lies outside the window, and tells its sender what is expected. */
    @Keeps({"RFC9293/3.10.7.4-SEQ", "RFC9293/MAY-6"})
    protected boolean firstCheckSequenceNumber(Turn turn, TcpSegment seg) {
        Tcb tcb = turn.tcb;
        if (isAcceptable(tcb, seg)) {
            tcb.timestamps.take(seg, turn.now);
            tcb.routing.take(turn);
            return true;
        }
        if (!seg.has(TcpFlag.RST)) {
            // In TIME-WAIT it is the peer's FIN: the acknowledgment was lost. It lies left of the window by now.
            restartTimeWait(turn, seg);
            ReceivedText.arrives(tcb, seg);
            sender.acknowledge(turn);
        }
        return false;
    }

    /** The four cases of RFC 9293 section 3.10.7.4, table 6. */
    protected boolean isAcceptable(Tcb tcb, TcpSegment seg) {
        if (seg.len() == 0 && tcb.rcvWnd == 0) {
            return seg.seq().equals(tcb.rcvNxt);
        }
        return seg.seq().isWithin(tcb.rcvNxt, tcb.rcvWnd)
                || (seg.len() > 0 && seg.end().plus(-1).isWithin(tcb.rcvNxt, tcb.rcvWnd));
    }

    /** Second: a reset counts only at RCV.NXT; elsewhere in the window it may be forged, and is challenged (RFC 5961 section 3.2). */
    @Keeps({"RFC9293/3.10.7.4-RST", "RFC5961/3.2-EXACT"})
    protected boolean secondCheckRst(Turn turn, TcpSegment seg) {
        Tcb tcb = turn.tcb;
        if (!seg.has(TcpFlag.RST)) {
            return true;
        }
        if (seg.seq().equals(tcb.rcvNxt)) {
            reset(turn);
        } else if (seg.seq().isWithin(tcb.rcvNxt, tcb.rcvWnd)) {
            turn.tcb.whenToAcknowledge.challenge(turn, sender);
        }
        return false;
    }

    @Keeps("RFC9293/MUST-11")
    private static void reset(Turn turn) {
        Tcb tcb = turn.tcb;
        switch (tcb.state) {
            case SYN_RECEIVED -> {
                if (tcb.passive) {
                    // Back to LISTEN: the listener has not stopped listening, so this TCB can go.
                    turn.delete();
                } else {
                    turn.fail(TcpError.REFUSED);
                }
            }
            // Of CLOSING and LAST-ACK RFC 9293 section 3.10.7.4 names no signal; but what the peer has not acknowledged
            // may be lost, and a reset must not be told as a good end (section 3.6, MUST-12).
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING, LAST_ACK -> turn.fail(TcpError.RESET);
            case TIME_WAIT -> {
                turn.delete();
                turn.tell(Signal.CLOSED);
            }
            case CLOSED, LISTEN, SYN_SENT ->
                throw new IllegalStateException("not a state of this section: " + tcb.state);
        }
    }

    /** Fourth: a SYN within a connection is an old duplicate, a lost peer or an attack, and is challenged (RFC 5961 section 4.2). */
    @Keeps("RFC9293/3.10.7.4-SYN")
    protected boolean fourthCheckSyn(Turn turn, TcpSegment seg) {
        if (!seg.has(TcpFlag.SYN)) {
            return true;
        }
        if (turn.tcb.state == TcpState.SYN_RECEIVED && turn.tcb.passive) {
            turn.delete();
        } else {
            turn.tcb.whenToAcknowledge.challenge(turn, sender);
        }
        return false;
    }

    /** Fifth: what the peer has got, and how much more it takes. */
    @Keeps("RFC9293/3.10.7.4-ACK")
    protected boolean fifthCheckAck(Turn turn, TcpSegment seg) {
        return seg.has(TcpFlag.ACK) && acks.process(turn, seg);
    }

    /** Sixth: urgent data is delivered in line; the user is told of it, and again if it goes further (MUST-32). */
    @Keeps({"RFC9293/3.10.7.4-URG", "RFC9293/MUST-32", "RFC9293/3.1-URGENT-POINTER"})
    protected void sixthCheckUrg(Turn turn, TcpSegment seg) {
        if (seg.has(TcpFlag.URG) && UserCalls.mayReceive(turn.tcb.state)) {
            SeqNumber firstNotUrgent = seg.seq().plus(seg.urgentPointer());
            if (turn.tcb.received.holdUrgent(firstNotUrgent.minus(turn.tcb.rcvNxt))) {
                turn.tell(Signal.URGENT);
            }
        }
    }

    /** Seventh: keeps the text that lies within the window, and moves RCV.NXT over what is complete. */
    @Keeps({"RFC9293/3.10.7.4-TEXT", "RFC9293/MUST-59"})
    protected void seventhProcessText(Turn turn, TcpSegment seg) {
        Tcb tcb = turn.tcb;
        if (!UserCalls.mayReceive(tcb.state)) {
            return;
        }
        boolean hadGap = tcb.received.hasGap();
        ReceivedText.hold(tcb, seg);
        int octets = tcb.received.advance();
        acknowledgeText(turn, seg, octets, hadGap);
        tcb.rcvNxt = tcb.rcvNxt.plus(octets);
        tcb.rcvWnd -= octets;
        if (octets > 0 && !tcb.toldReadable) {
            tcb.toldReadable = true;
            turn.tell(Signal.READABLE);
        }
    }

    /**
     * Text beyond a gap is answered at once and by itself, so that the peer notices the gap; text that fills one at once, so that
     * the peer goes on; any other may wait for company (RFC 5681 section 4.2).
     *
     * @param octets how many there are now without a gap
     */
    @Keeps({"DEL-1", "ORD-2", "RFC9293/MAY-13", "RFC5681/GAP-FILLED"})
    protected void acknowledgeText(Turn turn, TcpSegment seg, int octets, boolean hadGap) {
        boolean beyondGap = seg.len() > 0 && seg.seq().isAfter(turn.tcb.rcvNxt);
        if (beyondGap) {
            turn.oweDuplicateAck();
        } else if (octets > 0 && !hadGap && turn.tcb.whenToAcknowledge.mayWait(turn.tcb)) {
            turn.delayAck();
        } else if (octets > 0 || !seg.payload().isEmpty()) {
            turn.oweAck();
        }
    }

    /** Eighth: the peer's FIN, once everything before it is here. */
    @Keeps("RFC9293/3.10.7.4-FIN")
    protected void eighthCheckFin(Turn turn, TcpSegment seg) {
        Tcb tcb = turn.tcb;
        if (seg.has(TcpFlag.FIN)) {
            turn.oweAck();
            restartTimeWait(turn, seg);
        }
        if (!tcb.received.isFinNext() || !UserCalls.mayReceive(tcb.state)) {
            return;
        }
        tcb.rcvNxt = tcb.rcvNxt.plus(1);
        turn.oweAck();
        tcb.peerClosed = true;
        UserCalls.tellPeerClosed(turn);
        if (tcb.state == TcpState.ESTABLISHED) {
            tcb.state = TcpState.CLOSE_WAIT;
        } else if (tcb.isFinAcknowledged()) {
            enterTimeWait(turn);
        } else {
            tcb.state = TcpState.CLOSING;
        }
    }

    private static void restartTimeWait(Turn turn, TcpSegment seg) {
        if (turn.tcb.state == TcpState.TIME_WAIT && seg.has(TcpFlag.FIN)) {
            enterTimeWait(turn);
        }
    }

    /** Starts the time-wait timer, and turns the other timers off. */
    @Keeps({"RFC9293/MUST-13", "RFC9293/3.10.7.4-TIME-WAIT"})
    static void enterTimeWait(Turn turn) {
        turn.tcb.state = TcpState.TIME_WAIT;
        turn.start(TimerKind.TIME_WAIT, MSL.multipliedBy(2));
    }
}
