package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the segments that a connection sends, and lets the timers run that they need (RFC 9293 sections 3.4 and 3.8).
 *
 * <p>The retransmission queue is no list of segments: it is the octets from SND.UNA on, cut anew whenever they are sent, so a
 * partial acknowledgment or a smaller window needs no special care (RFC 9293 section 3.4).
 */
public class Sender {
    /** R2, for SYNs as well as for data: five minutes are more than either needs (RFC 9293 section 3.8.3). */
    protected static final Duration USER_TIMEOUT = Duration.ofMinutes(5);

    private static final Duration MAXIMUM_PROBE_INTERVAL = Duration.ofSeconds(60);

    /** {@code <SEQ=ISS><CTL=SYN>}, and with an acknowledgment once the peer's SYN is here. */
    @Keeps({"HS-1", "RFC9293/SYN-AGAIN"})
    public void syn(Turn turn) {
        Tcb tcb = turn.tcb;
        boolean answer = tcb.state != TcpState.SYN_SENT;
        TcpSegment.Builder seg = answer ? acknowledging(tcb, tcb.iss, 0) : from(tcb, tcb.iss);
        seg.flag(TcpFlag.SYN).options(OwnSyn.options(tcb, answer));
        emit(turn, seg.window(tcb.scaling.fieldOfSyn(tcb.rcvWnd)).build());
    }

    /** {@code <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>}. */
    public void acknowledge(Turn turn) {
        turn.transmit(acknowledging(turn.tcb, turn.tcb.sndNxt, 0).build());
    }

    /** The same if the peer is owed one and nothing that was sent in this turn carried it; or soon, if it may wait. */
    public void acknowledgeIfDue(Turn turn) {
        if (turn.isAckDue()) {
            acknowledge(turn);
        } else if (turn.isAckDelayable()) {
            turn.startUnlessRunning(TimerKind.DELAYED_ACK, turn.tcb.whenToAcknowledge.delay());
        }
    }

    /** {@code <SEQ=SND.NXT-1><ACK=RCV.NXT><CTL=ACK>}: the peer has it, and must say so (RFC 9293 section 3.8.4, SHLD-12). */
    @Keeps("RFC9293/SHLD-12")
    public void keepAlive(Turn turn) {
        turn.transmit(acknowledging(turn.tcb, turn.tcb.sndNxt.plus(-1), 0).build());
    }

    /** {@code <SEQ=SEG.ACK><CTL=RST>}: what {@code seg} acknowledges was never sent. */
    public void resetFor(Turn turn, TcpSegment seg) {
        turn.transmit(from(turn.tcb, seg.ack()).flag(TcpFlag.RST).build());
    }

    /** {@code <SEQ=SND.NXT><CTL=RST>}: the user has aborted the connection. */
    public void reset(Turn turn) {
        turn.transmit(from(turn.tcb, turn.tcb.sndNxt).flag(TcpFlag.RST).build());
    }

    /** Sends whatever the state and the windows allow, and sees to the timers. To be called last in every turn. */
    public void sendWhatMayBeSent(Turn turn) {
        Tcb tcb = turn.tcb;
        if (maySendData(tcb)) {
            restartAfterIdle(turn);
            resendLost(turn);
            while (sendNext(turn, tcb.usableWindow(), false)) {
                // Each pass sends one segment.
            }
        }
        armTimers(turn);
    }

    /** RFC 5681 section 4.1. */
    protected void restartAfterIdle(Turn turn) {
        Tcb tcb = turn.tcb;
        if (!tcb.isOutstanding() && turn.now.minus(tcb.lastSent).compareTo(tcb.rto.value()) > 0) {
            tcb.congestion.restartAfterIdle(tcb.sndMss);
        }
    }

    /** Whether data and FIN may leave in this state. In SYN-SENT and SYN-RECEIVED they wait (RFC 9293 section 3.10.2). */
    @Keeps({"HS-4", "RFC9293/DATA-AFTER-SYN"})
    protected boolean maySendData(Tcb tcb) {
        return switch (tcb.state) {
            case CLOSED, LISTEN, SYN_SENT, SYN_RECEIVED, FIN_WAIT_2, TIME_WAIT -> false;
            case ESTABLISHED, CLOSE_WAIT, FIN_WAIT_1, CLOSING, LAST_ACK -> true;
        };
    }

    /**
     * Sends the segment that comes next.
     *
     * @param usable how many numbers the windows have left; negative if they have shrunk
     * @param despiteSize whether it leaves even if it is small
     * @return whether there was something to send, room for it, and no reason to wait
     */
    private boolean sendNext(Turn turn, int usable, boolean despiteSize) {
        Tcb tcb = turn.tcb;
        int octets = Math.min(tcb.octetsToSend(), Math.min(tcb.effectiveMss(), usable));
        boolean withFin = tcb.isFinToSend() && octets == tcb.octetsToSend() && usable > octets;
        // With the FIN nothing can follow that would fill the segment, so it does not wait either.
        boolean mayLeave = withFin || (octets > 0 && (despiteSize || tcb.whenToSendData.maySend(tcb, octets)));
        if (!mayLeave) {
            return false;
        }
        if (withFin) {
            tcb.fin = tcb.sndPtr.plus(octets);
            // In CLOSE-WAIT the FIN's departure changes the state (RFC 9293 section 3.10.4).
            tcb.state = tcb.state == TcpState.CLOSE_WAIT ? TcpState.LAST_ACK : tcb.state;
        }
        emit(turn, data(tcb, tcb.sndPtr, octets));
        return true;
    }

    /** Sends the oldest segment that is not acknowledged again, no larger than the window (RFC 9293 section 3.8.6, SHLD-16). */
    @Keeps({"DEL-2", "RFC9293/SYN-AGAIN", "RFC9293/SHLD-16", "RFC9293/MUST-18"})
    public void retransmit(Turn turn) {
        Tcb tcb = turn.tcb;
        // Karn: the answer to a segment that was sent twice tells no time (RFC 9293 section 3.8.1, MUST-18).
        tcb.timedUpTo = null;
        if (!tcb.isSynAcknowledged()) {
            tcb.synRetransmitted = true;
            syn(turn);
        } else {
            long room = Math.max(1, tcb.sndWnd);
            int octets = (int) Math.min(tcb.octetsInFlight(), Math.min(tcb.roomForText(), room));
            emit(turn, data(tcb, tcb.sndUna, octets));
        }
    }

    /** What is known to be lost leaves again before anything new does (RFC 6675 section 4, NextSeg). */
    private void resendLost(Turn turn) {
        Tcb tcb = turn.tcb;
        SentSegment lost = tcb.scoreboard.firstLost();
        while (lost != null && tcb.roomInPipe() >= Math.min(lost.length(), tcb.sndMss) && resend(turn, lost)) {
            lost = tcb.scoreboard.firstLost();
        }
    }

    /** Sends a segment again, as much of it as the window allows; returns whether that is anything. */
    @Keeps({"RFC9293/SAME-OCTETS", "RFC9293/FIN-LAST"})
    boolean resend(Turn turn, SentSegment segment) {
        Tcb tcb = turn.tcb;
        long room = tcb.sndWnd - segment.seq.minus(tcb.sndUna);
        int numbers = (int) Math.min(segment.length(), Math.min(tcb.roomForText(), room));
        if (numbers <= 0) {
            return false;
        }
        tcb.timedUpTo = null;
        boolean withFin = segment.seq.plus(numbers - 1).equals(tcb.fin);
        emit(turn, data(tcb, segment.seq, withFin ? numbers - 1 : numbers));
        return true;
    }

    /**
     * Sends one segment more, whatever the network may carry: a new one, or else the last one that is missing (RFC 8985 section 7.3). The
     * retransmission timer starts anew.
     */
    public void probeForLoss(Turn turn) {
        Tcb tcb = turn.tcb;
        boolean isNew = sendNext(turn, (int) tcb.sndWnd - tcb.flight(), true);
        SentSegment last = tcb.scoreboard.lastMissing();
        if (isNew || (last != null && resend(turn, last))) {
            tcb.lossProbe.sent(tcb, !isNew);
        }
        turn.stop(TimerKind.RETRANSMISSION);
    }

    /** Takes all that is under way for lost: it leaves again, as the windows allow (RFC 5681 section 3.1, after a timeout). */
    public void goBack(Turn turn) {
        Tcb tcb = turn.tcb;
        tcb.timedUpTo = null;
        if (tcb.sackPermitted) {
            tcb.scoreboard.allLost();
        } else {
            tcb.sndPtr = tcb.sndUna;
        }
    }

    /** Asks whether a closed window is still closed, with one octet more than it allows (RFC 9293 section 3.8.6.1). */
    @Keeps({"RFC9293/MUST-36", "RFC9293/3.8.6.1-TAKEN", "RFC9293/3.8.6.1-FIN"})
    public void probe(Turn turn) {
        turn.tcb.probes++;
        if (turn.tcb.isOutstanding()) {
            retransmit(turn);
        } else {
            sendNext(turn, 1, true);
        }
    }

    /** Uses a window that was not worth using (RFC 9293 section 3.8.6.2.1, case 4). */
    public void sendDespiteSize(Turn turn) {
        sendNext(turn, turn.tcb.usableWindow(), true);
    }

    /** The segment with {@code octets} octets of data from {@code seq} on, and with the FIN if that is what comes next. */
    @Keeps("RFC9293/MUST-61")
    protected TcpSegment data(Tcb tcb, SeqNumber seq, int octets) {
        int behindFront = Math.max(0, seq.minus(tcb.sndUna) - (tcb.isSynAcknowledged() ? 0 : 1));
        TcpSegment.Builder seg = acknowledging(tcb, seq, octets).payload(tcb.sending.peek(behindFront, octets));
        if (octets > 0 && behindFront + octets == tcb.sending.length()) {
            seg.flag(TcpFlag.PSH);
        }
        if (seq.plus(octets).equals(tcb.fin)) {
            seg.flag(TcpFlag.FIN);
        }
        return seg.build();
    }

    /** Sends a segment that takes up sequence numbers, new ones or old. */
    private static void emit(Turn turn, TcpSegment seg) {
        Tcb tcb = turn.tcb;
        boolean isNew = seg.end().isAfter(tcb.sndNxt);
        if (isNew && tcb.timedUpTo == null) {
            tcb.timedUpTo = seg.end();
            tcb.timedAt = turn.now;
        }
        tcb.sndNxt = SeqNumber.later(tcb.sndNxt, seg.end());
        tcb.sndPtr = SeqNumber.later(tcb.sndPtr, seg.end());
        tcb.lastSent = turn.now;
        if (tcb.sackPermitted && !seg.has(TcpFlag.SYN)) {
            tcb.scoreboard.transmitted(seg.seq(), seg.end(), turn.now);
        }
        turn.stop(TimerKind.LOSS_PROBE);
        turn.transmit(seg);
    }

    /** With the blocks that are here beyond a gap, as many as there is room for (RFC 2018 section 4). */
    @Keeps({"RFC9293/ACK-ALWAYS", "RFC2018/4-ALWAYS"})
    private TcpSegment.Builder acknowledging(Tcb tcb, SeqNumber seq, int octets) {
        List<TcpOption.Block> blocks = tcb.blocksBeside(octets);
        List<TcpOption> options = blocks.isEmpty() ? List.of() : List.of(new TcpOption.Sack(blocks));
        return tcb.urgentMark.on(
                from(tcb, seq).ack(ackNumber(tcb)).window(window(tcb)).options(options), seq);
    }

    /** What the acknowledgment field says: the next number expected. */
    @Keeps({"RFC9293/ACK-RECEIVED", "RFC9293/ACK-FORWARD"})
    protected SeqNumber ackNumber(Tcb tcb) {
        return tcb.rcvNxt;
    }

    /** What the window field says. */
    @Keeps("RFC7323/2.3-SCALED")
    protected int window(Tcb tcb) {
        return tcb.scaling.field(tcb.rcvWnd);
    }

    private static TcpSegment.Builder from(Tcb tcb, SeqNumber seq) {
        return TcpSegment.between(tcb.local.port(), tcb.remote.port()).seq(seq);
    }

    /**
     * Lets run what must run and nothing else: the one place that decides (RFC 6298 section 5, rules (5.1) to (5.3)). While the window is
     * closed, probes take the place of retransmissions.
     */
    @Keeps({"RFC9293/MUST-21", "RFC9293/MUST-23", "RFC9293/SHLD-11", "RFC6298/ANEW", "RFC6298/GOES-ON"})
    protected void armTimers(Turn turn) {
        Tcb tcb = turn.tcb;
        boolean waitsForWindow = isWindowClosed(tcb) && (tcb.isOutstanding() || tcb.isSomethingUnsent());
        boolean waitsForRoom = maySendData(tcb) && !waitsForWindow && tcb.flight() == 0 && tcb.octetsToSend() > 0;
        boolean waitsForAck = !waitsForWindow && tcb.waitsForTimer() && tcb.state != TcpState.CLOSED;
        tcb.probes = waitsForWindow ? tcb.probes : 0;
        run(turn, TimerKind.PROBE, waitsForWindow ? probeInterval(tcb) : null);
        run(turn, TimerKind.OVERRIDE, waitsForRoom ? tcb.whenToSendData.override() : null);
        run(turn, TimerKind.RETRANSMISSION, waitsForAck ? tcb.rto.value() : null);
        run(turn, TimerKind.LOSS_PROBE, waitsForAck && tcb.lossProbe.isDue(tcb) ? tcb.lossProbe.timeout(tcb) : null);
        run(turn, TimerKind.KEEP_ALIVE, tcb.keepAlive.isWanted(tcb) ? tcb.keepAlive.delay(tcb, turn.now) : null);
        run(turn, TimerKind.USER, waitsForWindow || waitsForAck ? tcb.wishes.userTimeout.orElse(USER_TIMEOUT) : null);
    }

    private static void run(Turn turn, TimerKind timer, @Nullable Duration delay) {
        if (delay == null) {
            turn.stop(timer);
        } else {
            turn.startUnlessRunning(timer, delay);
        }
    }

    private boolean isWindowClosed(Tcb tcb) {
        return tcb.sndWnd == 0 && tcb.isSynAcknowledged() && maySendData(tcb);
    }

    /** The first probe after the retransmission timeout, then ever more rarely (RFC 9293 section 3.8.6.1, SHLD-29 and 30). */
    @Keeps({"RFC9293/SHLD-29", "RFC9293/SHLD-30"})
    protected Duration probeInterval(Tcb tcb) {
        Duration interval = tcb.rto.value().multipliedBy(1L << Math.min(tcb.probes, 6));
        return interval.compareTo(MAXIMUM_PROBE_INTERVAL) > 0 ? MAXIMUM_PROBE_INTERVAL : interval;
    }
}
