package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.TcpError;
import java.time.Duration;

/**
 * Whether the peer of an idle connection is still there (RFC 9293 section 3.8.4): who is asked for it sends segments that the peer
 * must answer, and gives up when it has answered none of several.
 */
public class KeepAlive {
    /** How long a connection is idle before its peer is asked, if the user does not say (RFC 9293 section 3.8.4, MUST-28). */
    @Keeps("RFC9293/MUST-28")
    protected static final Duration IDLE = Duration.ofHours(2);
    /** How long the peer has for its answer. */
    protected static final Duration PATIENCE = Duration.ofSeconds(75);

    private Duration lastHeard = Duration.ZERO;
    private int unanswered;

    /** Something came from the peer. */
    @Keeps("RFC9293/MUST-26")
    protected void heard(Duration now) {
        lastHeard = now;
        unanswered = 0;
    }

    /** Whether the peer is to be asked once the connection has been idle for long: not by default, nor while data is under way. */
    @Keeps({"RFC9293/MUST-24", "RFC9293/MUST-25", "RFC9293/MUST-26"})
    protected boolean isWanted(Tcb tcb) {
        boolean open = switch (tcb.state) {
            case ESTABLISHED, CLOSE_WAIT, FIN_WAIT_2 -> true;
            case CLOSED, LISTEN, SYN_SENT, SYN_RECEIVED, FIN_WAIT_1, CLOSING, LAST_ACK, TIME_WAIT -> false;
        };
        return tcb.wishes.keepAlive && open && !tcb.isOutstanding();
    }

    /** How long until then, from now on. */
    Duration delay(Tcb tcb, Duration now) {
        Duration idle = idle(tcb);
        if (unanswered > 0) {
            return idle.compareTo(PATIENCE) < 0 ? idle : PATIENCE;
        }
        Duration rest = lastHeard.plus(idle).minus(now);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /** How long a connection is idle before that. */
    @Keeps("RFC9293/MUST-27")
    protected Duration idle(Tcb tcb) {
        return tcb.wishes.keepAliveInterval.orElse(IDLE);
    }

    /** How many questions may get lost before the connection is given up. */
    protected int most() {
        return 9;
    }

    /** The time has come, unless something has come meanwhile. That one question gets no answer means nothing. */
    @Keeps("RFC9293/MUST-29")
    protected void expired(Turn turn, Sender sender) {
        boolean idle = delay(turn.tcb, turn.now).isZero() || unanswered > 0;
        if (!idle || !isWanted(turn.tcb)) {
            return;
        }
        if (unanswered == most()) {
            turn.fail(TcpError.TIMED_OUT);
        } else {
            unanswered++;
            sender.keepAlive(turn);
        }
    }
}
