package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.TcpSetting;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.wire.Octets;

/** What a user can ask of a connection (RFC 9293 sections 3.10.1 to 3.10.5). STATUS is {@link Tcb#status}. */
public class UserCalls {
    private final Sender sender;

    /** Calls that send through {@code sender}. */
    public UserCalls(Sender sender) {
        this.sender = sender;
    }

    /** An active OPEN (RFC 9293 section 3.10.1): the SYN leaves at once. */
    @Keeps({"HS-1", "RFC9293/3.10.1-OPEN"})
    public void open(Turn turn) {
        turn.tcb.state = TcpState.SYN_SENT;
        sender.syn(turn);
        sender.sendWhatMayBeSent(turn);
    }

    /**
     * SEND (RFC 9293 section 3.10.2): queues data, and sends what may be sent.
     *
     * @return how many octets were taken
     * @throws CallRefused if this end has closed, or the connection is gone
     */
    @Keeps("RFC9293/3.10.2-SEND")
    public int send(Turn turn, Octets data) {
        int taken = queue(turn, data);
        sender.sendWhatMayBeSent(turn);
        return taken;
    }

    /** SEND with the URGENT flag: SND.UP is behind what is queued now (RFC 9293 section 3.8.5, MUST-62). */
    @Keeps({"RFC9293/MUST-30", "RFC9293/MUST-62"})
    public int sendUrgent(Turn turn, Octets data) {
        int taken = queue(turn, data);
        if (taken > 0) {
            Tcb tcb = turn.tcb;
            tcb.urgentMark.urgentTo(tcb.sndUna.plus((tcb.isSynAcknowledged() ? 0 : 1) + tcb.sending.length()));
        }
        sender.sendWhatMayBeSent(turn);
        return taken;
    }

    /** How much of the peer's urgent data the user has not taken (RFC 9293 section 3.8.5). */
    public static int urgentLeft(Tcb tcb) {
        return tcb.received.urgentLeft();
    }

    private static int queue(Turn turn, Octets data) {
        Tcb tcb = turn.tcb;
        boolean open = switch (tcb.state) {
            case SYN_SENT, SYN_RECEIVED, ESTABLISHED, CLOSE_WAIT -> !tcb.closeRequested;
            case CLOSED, LISTEN, FIN_WAIT_1, FIN_WAIT_2, CLOSING, LAST_ACK, TIME_WAIT -> false;
        };
        if (!open) {
            throw new CallRefused(CallRefused.Reason.CONNECTION_CLOSING, "SEND in " + tcb.state);
        }
        int taken = Math.min(data.length(), Tcb.SEND_BUFFER - tcb.sending.length());
        tcb.sending.append(data.slice(0, taken));
        tcb.wantsRoom |= taken < data.length();
        return taken;
    }

    /** RECEIVE (RFC 9293 section 3.10.3): takes what has arrived, and opens the window again. */
    @Keeps("RFC9293/3.10.3-RECEIVE")
    public Octets receive(Turn turn, int max) {
        Tcb tcb = turn.tcb;
        Octets taken = tcb.received.take(max);
        if (tcb.received.unread() == 0) {
            tcb.toldReadable = false;
            tellPeerClosed(turn);
        }
        openWindow(turn);
        return taken;
    }

    /** The end of the stream is told once, after the last octet was taken. */
    static void tellPeerClosed(Turn turn) {
        Tcb tcb = turn.tcb;
        if (tcb.peerClosed && !tcb.toldPeerClosed && tcb.received.unread() == 0) {
            tcb.toldPeerClosed = true;
            turn.tell(Signal.PEER_CLOSED);
        }
    }

    /** Moves the window's right edge, and tells the peer if it may be waiting for that. */
    @Keeps("RFC9293/3.10.3-WINDOW")
    private void openWindow(Turn turn) {
        Tcb tcb = turn.tcb;
        int space = tcb.scaling.buffer() - tcb.received.unread();
        tcb.rcvWnd = tcb.whenToUpdateWindow.window(tcb, tcb.scaling.whole(space));
        if (mayReceive(tcb.state) && tcb.whenToUpdateWindow.isUpdateDue(tcb)) {
            sender.acknowledge(turn);
        }
    }

    /**
     * Any other wish (RFC 9293 section 3.9.1). What it lets go leaves at once.
     *
     * @throws CallRefused if the connection is gone
     */
    public void set(Turn turn, TcpSetting setting) {
        if (turn.tcb.state == TcpState.CLOSED) {
            throw new CallRefused(CallRefused.Reason.CONNECTION_CLOSING, "the connection is gone");
        }
        turn.tcb.wishes.heed(setting);
        // They may have to run for another time.
        turn.stop(TimerKind.KEEP_ALIVE);
        turn.stop(TimerKind.USER);
        sender.sendWhatMayBeSent(turn);
    }

    /** Whether the peer may still send data. */
    static boolean mayReceive(TcpState state) {
        return switch (state) {
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2 -> true;
            case CLOSED, LISTEN, SYN_SENT, SYN_RECEIVED, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT -> false;
        };
    }

    /** CLOSE (RFC 9293 section 3.10.4). A second one does nothing, which the RFC allows. */
    @Keeps("RFC9293/3.10.4-CLOSE")
    public void close(Turn turn) {
        Tcb tcb = turn.tcb;
        switch (tcb.state) {
            case LISTEN, SYN_SENT -> {
                turn.delete();
                turn.tell(Signal.CLOSED);
            }
            case SYN_RECEIVED -> {
                // With data queued, the call waits for ESTABLISHED.
                tcb.state = tcb.sending.length() == 0 ? TcpState.FIN_WAIT_1 : tcb.state;
                requestFin(turn);
            }
            case ESTABLISHED -> {
                tcb.state = TcpState.FIN_WAIT_1;
                requestFin(turn);
            }
            case CLOSE_WAIT -> requestFin(turn);
            case CLOSED, FIN_WAIT_1, FIN_WAIT_2, CLOSING, LAST_ACK, TIME_WAIT -> {}
        }
    }

    @Keeps("RFC9293/FIN-LAST")
    private void requestFin(Turn turn) {
        turn.tcb.closeRequested = true;
        sender.sendWhatMayBeSent(turn);
    }

    /** CLOSE of both directions: that data is lost by it is no secret (RFC 9293 section 3.6.1, MAY-1 and SHLD-3). */
    @Keeps({"RFC9293/MAY-1", "RFC9293/SHLD-3"})
    public void closeHalfDuplex(Turn turn) {
        turn.tcb.received.abandon();
        if (turn.tcb.received.unread() > 0) {
            abort(turn);
        } else {
            close(turn);
        }
    }

    /** ABORT (RFC 9293 section 3.10.5): the peer is told, unless it knows of no connection or both have closed. */
    @Keeps("RFC9293/3.10.5-ABORT")
    public void abort(Turn turn) {
        Tcb tcb = turn.tcb;
        if (tcb.state == TcpState.CLOSED) {
            return;
        }
        switch (tcb.state) {
            case SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT -> sender.reset(turn);
            case CLOSED, LISTEN, SYN_SENT, CLOSING, LAST_ACK, TIME_WAIT -> {}
        }
        turn.delete();
        tcb.received.flush();
    }
}
