package dev.plumbline.model;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The endpoint sends a segment: the states in which it may, as they are afterwards (RFC 9293 sections 3.5.2, 3.8 and 3.10). Who may
 * not, has none.
 *
 * @param segment what it sends
 * @param now when
 */
record Departure(TcpSegment segment, Duration now) {
    static final Duration ON_ITS_WAY = Duration.ofMillis(300);
    /** The override timeout is 0.1 to 1 s (section 3.8.6.2.1). */
    private static final Duration OVERRIDE = Duration.ofMillis(100);

    List<Tcb> from(Tcb tcb) {
        if (has(TcpFlag.RST)) {
            return reset(tcb);
        } else if (has(TcpFlag.SYN)) {
            return syn(tcb);
        }
        if (isStraggler(tcb)) {
            return List.of(tcb);
        }
        boolean speaks = has(TcpFlag.ACK) && tcb.isSynchronized() && tcb.snd().synSent();
        return speaks ? current(tcb).flatMap(this::saying).toList() : List.of();
    }

    /** It has left a moment before the connection was gone. */
    private boolean isStraggler(Tcb tcb) {
        boolean gone = tcb.state() == TcpState.CLOSED || tcb.state() == TcpState.LISTEN;
        boolean recent = now.minus(tcb.timing().entered()).compareTo(ON_ITS_WAY) < 0;
        return gone && recent && tcb.snd().synSent() && has(TcpFlag.ACK) && isAgain(tcb);
    }

    private List<Tcb> reset(Tcb tcb) {
        return tcb.debts().resets().stream()
                .filter(reset -> reset.is(segment))
                .map(reset -> tcb.with(tcb.debts().without(reset)))
                .limit(1)
                .toList();
    }

    private List<Tcb> syn(Tcb tcb) {
        boolean answer = has(TcpFlag.ACK);
        boolean inPlace = answer
                ? isUnheard(tcb) && acknowledgesTheSyn(tcb)
                : tcb.state() == TcpState.SYN_SENT || (mayCross(tcb) && tcb.state() == TcpState.SYN_RECEIVED);
        boolean bare = segment.payload().isEmpty() && !has(TcpFlag.FIN);
        if (!inPlace || !bare || !tcb.snd().mayBegin(segment.seq())) {
            return List.of();
        } else if (tcb.snd().synSent()) {
            return List.of(answered(tcb).with(tcb.timing().again(now)));
        }
        return List.of(answered(tcb)
                .with(tcb.snd().syn(segment.seq()))
                .with(tcb.timing().sent(now, true, false)));
    }

    /** Whether the peer may not know of its SYN; who closes at once is in FIN-WAIT-1 by then (section 3.10.4). */
    private boolean isUnheard(Tcb tcb) {
        Sending snd = tcb.snd();
        return tcb.state() == TcpState.SYN_RECEIVED
                || (snd.synSent() && (snd.una().equals(snd.iss()) || mayCross(tcb)));
    }

    /** What has left a moment ago may still be on its way through the host. */
    private boolean mayCross(Tcb tcb) {
        return now.minus(tcb.timing().began()).compareTo(ON_ITS_WAY) < 0;
    }

    private Tcb answered(Tcb tcb) {
        Tcb next = tcb.with(tcb.debts().synSent());
        return has(TcpFlag.ACK)
                ? next.with(tcb.rcv().told(segment)).with(next.debts().acknowledged(false))
                : next;
    }

    /** Text that came with the SYN may be acknowledged or not. */
    private boolean acknowledgesTheSyn(Tcb tcb) {
        boolean known = tcb.rcv().reach().stream().anyMatch(rcv -> rcv.nxt().equals(segment.ack()));
        return known || segment.ack().equals(tcb.rcv().irs().plus(1));
    }

    /** Those in which it acknowledges RCV.NXT, or sends again a copy that it had kept. */
    private Stream<Tcb> current(Tcb tcb) {
        if (segment.len() > 0
                && (isAgain(tcb) || isCrossing(tcb))
                && segment.ack().isBefore(tcb.rcv().nxt())) {
            boolean known = segment.ack().isAfter(tcb.rcv().irs());
            // Who sends a stored copy makes up for its acknowledgment.
            return known ? Stream.of(tcb.with(tcb.debts().allowingAck())) : Stream.empty();
        }
        return tcb.rcv().reach().stream()
                .filter(rcv -> rcv.nxt().equals(segment.ack()))
                .flatMap(rcv -> Text.fin(tcb, moved(tcb, rcv), now))
                .map(each -> each.with(each.rcv().told(segment)));
    }

    /** What is to be acknowledged has come when this was on its way already. */
    private boolean isCrossing(Tcb tcb) {
        return tcb.debts()
                .ack()
                .filter(since -> now.minus(since).compareTo(ON_ITS_WAY) < 0)
                .isPresent();
    }

    /** What was held may be acknowledged when its turn has come. */
    private static Tcb moved(Tcb tcb, Receiving rcv) {
        boolean same = rcv.nxt().equals(tcb.rcv().nxt());
        return same ? tcb : tcb.with(rcv).with(tcb.debts().allowingAck());
    }

    private Stream<Tcb> saying(Tcb tcb) {
        if (segment.len() == 0) {
            boolean right = segment.seq().equals(tcb.snd().nxt()) && tcb.debts().allowAck();
            return right ? Stream.of(tcb.with(tcb.debts().acknowledged(true))) : Stream.empty();
        }
        Tcb answered =
                segment.ack().equals(tcb.rcv().nxt()) ? tcb.with(tcb.debts().acknowledged(false)) : tcb;
        return isAgain(tcb) ? again(answered) : news(answered);
    }

    private boolean isAgain(Tcb tcb) {
        return segment.end().isAtOrBefore(tcb.snd().nxt());
    }

    /** What is not acknowledged is sent again (section 3.8.1), a FIN only where it was. */
    private Stream<Tcb> again(Tcb tcb) {
        Sending snd = tcb.snd();
        boolean ofItsOwn = segment.seq().isAfter(snd.iss());
        boolean open = mayCross(tcb) || segment.end().isAfter(snd.una());
        boolean fin = snd.finSent() && segment.end().equals(snd.nxt());
        boolean right = ofItsOwn && open && (has(TcpFlag.FIN) ? fin : !fin);
        // A stored copy tells an old window, too, and is made up for by an acknowledgment.
        boolean copy = segment.windowEdge().isBefore(tcb.rcv().edge());
        Tcb told = copy ? tcb.with(tcb.debts().allowingAck()) : tcb;
        return right ? Stream.of(told.with(tcb.timing().again(now))) : Stream.empty();
    }

    /** SND.NXT moves on, over what the application has sent or over the FIN. */
    private Stream<Tcb> news(Tcb tcb) {
        Sending snd = tcb.snd();
        boolean fin = has(TcpFlag.FIN);
        SeqNumber end = segment.end();
        int data = end.minus(snd.nxt()) - (fin ? 1 : 0);
        boolean mayFin = snd.closing() && !snd.finSent() && data == snd.queued();
        boolean right = segment.seq().isAtOrBefore(snd.nxt())
                && segment.seq().isAfter(snd.iss())
                && data >= 0
                && data <= snd.queued()
                && (!fin || mayFin)
                && snd.mayReach(end)
                && (data == 0 || !isSilly(tcb))
                && (data == 0 || tcb.state() != TcpState.SYN_RECEIVED);
        return right
                ? Stream.of(tcb.with(snd.upTo(end, data, fin))
                        .with(tcb.timing().sent(now, !snd.isUnderWay(), snd.isShut())))
                : Stream.empty();
    }

    /** A crumb of the peer's window is not used at once (section 3.8.6.2.1, MUST-38). */
    private boolean isSilly(Tcb tcb) {
        return tcb.snd().isCrumb() && now.minus(tcb.timing().last()).compareTo(OVERRIDE) < 0;
    }

    private boolean has(TcpFlag flag) {
        return segment.has(flag);
    }
}
