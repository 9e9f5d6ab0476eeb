package dev.plumbline.model;

import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One of the states that a connection may be in (RFC 9293 section 3.3.2), with all that its future depends on.
 *
 * @param state the state; CLOSE has led on even where the FIN has to wait for data (section 3.10.4)
 * @param passive whether a reset leads back to LISTEN
 * @param listening whether there is a listener
 * @param snd what it sends
 * @param rcv what it receives
 * @param debts what it has to answer
 * @param known what its application knows
 * @param timing when things happened
 * @param before the TIME-WAIT that it came out of, to which it goes back if its SYN was an old one (section 3.6.1, MAY-2)
 */
record Tcb(
        TcpState state,
        boolean passive,
        boolean listening,
        Sending snd,
        Receiving rcv,
        Debts debts,
        Known known,
        Timing timing,
        Optional<Tcb> before) {
    /** Without a connection. */
    static Tcb without(boolean listening) {
        return new Tcb(
                listening ? TcpState.LISTEN : TcpState.CLOSED,
                false,
                listening,
                Sending.NOTHING,
                Receiving.NOTHING,
                Debts.NONE,
                Known.NOTHING,
                Timing.at(Duration.ZERO),
                Optional.empty());
    }

    Tcb in(TcpState next) {
        return new Tcb(next, passive, listening, snd, rcv, debts, known, timing, before);
    }

    Tcb with(Sending next) {
        return new Tcb(state, passive, listening, next, rcv, debts, known, timing, before);
    }

    Tcb with(Receiving next) {
        return new Tcb(state, passive, listening, snd, next, debts, known, timing, before);
    }

    Tcb with(Debts next) {
        return new Tcb(state, passive, listening, snd, rcv, next, known, timing, before);
    }

    Tcb with(Known next) {
        return new Tcb(state, passive, listening, snd, rcv, debts, next, timing, before);
    }

    Tcb with(Timing next) {
        return new Tcb(state, passive, listening, snd, rcv, debts, known, next, before);
    }

    /** Its application reads nothing, so the window is what the segment says, and no larger. */
    Tcb withItsWindow(TcpSegment segment) {
        boolean current = segment.has(TcpFlag.ACK) && segment.ack().equals(rcv.nxt());
        return current && isSynchronized() ? with(rcv.loosened(false)) : this;
    }

    /** The TCB is deleted; a listener goes on listening. What it has sent may still be on its way. */
    Tcb gone() {
        return new Tcb(
                listening ? TcpState.LISTEN : TcpState.CLOSED,
                false,
                listening,
                snd,
                rcv,
                debts.ofTheGone(),
                known,
                timing,
                Optional.empty());
    }

    /** There is nothing to go back to. */
    Tcb withoutBefore() {
        return new Tcb(state, passive, listening, snd, rcv, debts, known, timing, Optional.empty());
    }

    /** What it may go back to when it fails. */
    List<Tcb> resumed() {
        return state == TcpState.SYN_RECEIVED
                ? before.map(old -> old.with(debts.ofTheGone())).stream().toList()
                : List.of();
    }

    /** The same, and why; of a connection that was never there a server hears nothing. */
    Tcb failed(TcpError... errors) {
        boolean heard = !passive || state != TcpState.SYN_RECEIVED;
        return heard ? with(known.of(Set.of(errors))).gone() : gone();
    }

    /** A connection that a peer asks for. */
    Tcb askedFor(Receiving from, Duration now) {
        return new Tcb(
                TcpState.SYN_RECEIVED,
                true,
                listening,
                snd.another(),
                from,
                debts.ofTheGone().owingSynAck(now),
                known,
                Timing.at(now),
                Optional.of(this).filter(old -> old.state == TcpState.TIME_WAIT));
    }

    /** The handshake is complete. */
    Tcb established() {
        Known anew = passive ? Known.NOTHING : known;
        // Who has closed already may be told of it or not.
        return snd.closing()
                ? in(TcpState.FIN_WAIT_1).with(anew.ofConnection().ofItsOwnDeed())
                : in(TcpState.ESTABLISHED).with(anew.ofConnection());
    }

    /** Whether the peer's numbers are known. */
    boolean isSynchronized() {
        return switch (state) {
            case CLOSED, LISTEN, SYN_SENT -> false;
            default -> true;
        };
    }

    /** Whether something is under way that the peer has to acknowledge. */
    boolean isUnderWay() {
        return (isSynchronized() || state == TcpState.SYN_SENT) && snd.isUnderWay();
    }

    /** In words, and what it may do or must. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        debts.synAck().ifPresent(since -> words.add(state == TcpState.SYN_SENT ? "its SYN" : "its SYN and ACK"));
        String shut = rcv.isShut() ? " with a window of 0, for nothing may come in" : "";
        debts.ack().ifPresent(since -> words.add("an acknowledgment of " + rcv.nxt() + shut));
        debts.resets().forEach(reset -> words.add(reset.toString()));
        if (debts.ack().isEmpty() && debts.may() > 0 && isSynchronized()) {
            words.add("nothing or an acknowledgment of " + rcv.nxt() + shut);
        }
        if (isSynchronized() && snd.queued() > 0) {
            words.add("data from " + snd.nxt() + " on");
        } else if (snd.closing() && !snd.finSent() && isSynchronized()) {
            words.add("its FIN with number " + snd.nxt());
        }
        if (isUnderWay()) {
            words.add("again what is not acknowledged, from " + snd.una() + " on");
        }
        return state.name().replace('_', '-') + ": " + (words.isEmpty() ? "nothing" : String.join(", ", words));
    }
}
