package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.TcpError;

/** What happens when a timer runs out (RFC 9293 section 3.10.8). */
public class Timeouts {
    private final Sender sender;
    private final SackProcessing sacks;

    /** Timeouts that send through {@code sender}. */
    public Timeouts(Sender sender) {
        this(sender, new SackProcessing(sender));
    }

    /** Timeouts that have losses found by {@code sacks}. */
    public Timeouts(Sender sender, SackProcessing sacks) {
        this.sender = sender;
        this.sacks = sacks;
    }

    /** {@code timer} has run out. */
    public void expired(Turn turn, TimerKind timer) {
        turn.tcb.running.remove(timer);
        switch (timer) {
            case RETRANSMISSION -> retransmissionTimeout(turn);
            case REORDERING -> reorderingTimeout(turn);
            case LOSS_PROBE -> lossProbeTimeout(turn);
            case PROBE -> probeTimeout(turn);
            case OVERRIDE -> overrideTimeout(turn);
            case DELAYED_ACK -> sender.acknowledge(turn);
            case KEEP_ALIVE -> keepAliveTimeout(turn);
            case USER -> userTimeout(turn);
            case TIME_WAIT -> timeWaitTimeout(turn);
        }
    }

    /** USER TIMEOUT: R2 is reached, the connection is given up, with the reason that the network gave if it gave one. */
    @Keeps({"HS-6", "RFC9293/MUST-23", "RFC9293/3.10.8-USER"})
    protected void userTimeout(Turn turn) {
        turn.fail(turn.tcb.softError ? TcpError.UNREACHABLE : TcpError.TIMED_OUT);
    }

    /** RETRANSMISSION TIMEOUT: back off, and send the front of the queue again (RFC 6298 section 5, rules (5.4) to (5.6)). */
    @Keeps({"DEL-2", "RFC9293/3.10.8-RETRANSMISSION"})
    protected void retransmissionTimeout(Turn turn) {
        Tcb tcb = turn.tcb;
        if (tcb.notification.resume(tcb)) {
            sender.sendWhatMayBeSent(turn);
            return;
        }
        tcb.rto.backOff();
        if (tcb.isSynAcknowledged() && tcb.sackPermitted) {
            tcb.selective.timedOut(tcb);
            tcb.lossProbe.reset();
            turn.stop(TimerKind.REORDERING);
            tcb.rack.timedOut(tcb, turn.now);
        } else {
            if (tcb.isSynAcknowledged()) {
                tcb.recovery.timedOut(tcb);
            }
            sender.goBack(turn);
        }
        sender.retransmit(turn);
        tellOfTrouble(turn);
        sender.sendWhatMayBeSent(turn);
    }

    /** R1: with so many retransmissions of the same segment in a row the user is told (RFC 9293 section 3.8.3, SHLD-9 and SHLD-10). */
    @Keeps({"RFC9293/SHLD-9", "RFC9293/SHLD-10"})
    private void tellOfTrouble(Turn turn) {
        turn.tcb.retransmissions++;
        if (turn.tcb.retransmissions == r1()) {
            turn.report(Signal.RETRANSMISSIONS);
        }
    }

    /** R1, as a count. */
    protected int r1() {
        return 3;
    }

    /** The time for what is late is over (RFC 8985 section 6.2, step 5). */
    protected void reorderingTimeout(Turn turn) {
        sacks.detectLosses(turn);
        sender.sendWhatMayBeSent(turn);
    }

    /** Nothing was heard of what was sent last (RFC 8985 section 7.3). */
    protected void lossProbeTimeout(Turn turn) {
        sender.probeForLoss(turn);
        sender.sendWhatMayBeSent(turn);
    }

    /** The window is still closed (RFC 9293 section 3.8.6.1). The retransmission timeout is not backed off for that. */
    @Keeps({"RFC9293/MUST-36", "RFC9293/MUST-37", "RFC9293/MUST-35"})
    protected void probeTimeout(Turn turn) {
        sender.probe(turn);
        sender.sendWhatMayBeSent(turn);
    }

    /** The window has not become worth using (RFC 9293 section 3.8.6.2.1). */
    protected void overrideTimeout(Turn turn) {
        sender.sendDespiteSize(turn);
        sender.sendWhatMayBeSent(turn);
    }

    /** The connection may have been idle for long (RFC 9293 section 3.8.4). */
    protected void keepAliveTimeout(Turn turn) {
        turn.tcb.keepAlive.expired(turn, sender);
        sender.sendWhatMayBeSent(turn);
    }

    /** TIME-WAIT TIMEOUT: no segment of this connection can be left in the network. */
    @Keeps("RFC9293/3.10.8-TIME-WAIT")
    protected void timeWaitTimeout(Turn turn) {
        turn.delete();
        turn.tell(Signal.CLOSED);
    }
}
