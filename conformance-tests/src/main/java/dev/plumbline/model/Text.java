package dev.plumbline.model;

import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The last checks of SEGMENT ARRIVES (RFC 9293 section 3.10.7.4): what becomes of text and FIN that have passed all others. */
record Text(TcpSegment segment, Duration now) {
    /** Seventh and eighth, the text and the FIN. */
    List<Tcb> in(Tcb tcb) {
        boolean takes = switch (tcb.state()) {
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2 -> true;
            default -> false;
        };
        if (segment.len() == 0 || !takes) {
            boolean plain =
                    segment.len() == 0 && segment.seq().equals(tcb.rcv().nxt()) && tcb.state() != TcpState.TIME_WAIT;
            return List.of(plain ? tcb : tcb.with(tcb.debts().allowingAck()));
        }
        return tcb.rcv().reach().stream()
                .flatMap(held -> fin(tcb, tcb.with(held), now))
                .flatMap(this::taken)
                .toList();
    }

    private Stream<Tcb> taken(Tcb tcb) {
        boolean old = segment.end().isAtOrBefore(tcb.rcv().nxt());
        return old || tcb.rcv().fin()
                ? Stream.of(tcb.with(tcb.debts().owingAck(now)))
                : tcb.rcv().take(segment).stream().flatMap(rcv -> taken(tcb, rcv));
    }

    private Stream<Tcb> taken(Tcb tcb, Receiving rcv) {
        boolean early = segment.seq().isAfter(tcb.rcv().nxt());
        Tcb next = tcb.with(rcv)
                .with(early ? tcb.debts().allowingAck() : tcb.debts().owingAck(now));
        return fin(tcb, next, now);
    }

    /** Where the peer's FIN leads, if it is taken now. */
    static Stream<Tcb> fin(Tcb before, Tcb next, Duration now) {
        if (before.rcv().fin() || !next.rcv().fin()) {
            return Stream.of(next);
        }
        Tcb told = next.with(next.known().ofFin()).with(next.debts().owingAck(now));
        return switch (before.state()) {
            case FIN_WAIT_1 ->
                // Where the own FIN has not left, nobody can tell the two apart.
                before.snd().finSent()
                        ? Stream.of(told.in(TcpState.CLOSING))
                        : Stream.of(told.in(TcpState.CLOSING), told.in(TcpState.LAST_ACK));
            case FIN_WAIT_2 ->
                Stream.of(told.in(TcpState.TIME_WAIT)
                        .with(told.known().ofEnd())
                        .with(told.timing().timeWait(now)));
            default -> Stream.of(told.in(TcpState.CLOSE_WAIT));
        };
    }
}
