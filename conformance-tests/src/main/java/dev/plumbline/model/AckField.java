package dev.plumbline.model;

import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The fifth check of SEGMENT ARRIVES (RFC 9293 section 3.10.7.4): what the ACK field and the window may lead to. */
record AckField(TcpSegment segment, Duration now) {
    /** Fifth, the ACK field, in SYN-RECEIVED. */
    List<Tcb> handshake(Tcb tcb) {
        if (tcb.snd().isNews(segment.ack())) {
            return new Text(segment, now).in(handshaken(tcb));
        }
        List<Tcb> all = new ArrayList<>(List.of(reply().stray(tcb)));
        if (segment.ack().isAfter(tcb.snd().nxt())) {
            all.addAll(reply().challenged(tcb));
        }
        return all;
    }

    /** The same in the synchronized states. */
    List<Tcb> synchronizedStates(Tcb tcb) {
        boolean late = tcb.state() == TcpState.LAST_ACK || tcb.state() == TcpState.TIME_WAIT;
        if (segment.ack().isAfter(tcb.snd().nxt())) {
            List<Tcb> all = new ArrayList<>(reply().challenged(tcb));
            if (late) {
                all.add(tcb);
            }
            return all;
        }
        List<Tcb> all = new ArrayList<>();
        // Older than the largest window: it may be forged (RFC 5961 section 5.2).
        if (segment.ack().isBefore(tcb.snd().una().plus(-tcb.snd().offer().largest()))
                || segment.ack().isBefore(tcb.snd().iss())) {
            all.addAll(reply().challenged(tcb));
        }
        Tcb next = acknowledged(tcb);
        all.addAll(next.isSynchronized() ? new Text(segment, now).in(next) : List.of(next));
        return all;
    }

    /** The endpoint's SYN is acknowledged: SND.WND counts from here on. */
    Tcb handshaken(Tcb tcb) {
        return acknowledged(
                tcb.with(tcb.snd().offered(Offer.first(segment, segment.ack()))).established());
    }

    /** What the peer has got, and how much more it takes. */
    Tcb acknowledged(Tcb tcb) {
        if (!tcb.snd().isSent(segment.ack())) {
            return tcb;
        } else if (!tcb.snd().isNews(segment.ack())) {
            return offered(tcb);
        }
        Tcb next = offered(tcb.with(tcb.snd().acknowledged(segment.ack())));
        next = next.with(tcb.timing().acknowledged(now, next.snd().isShut()));
        if (!next.snd().isFinAcknowledged()) {
            return next;
        }
        return switch (next.state()) {
            case FIN_WAIT_1 -> next.in(TcpState.FIN_WAIT_2);
            case CLOSING -> timeWait(next);
            case LAST_ACK -> next.with(next.known().ofEnd()).gone();
            default -> next;
        };
    }

    private Tcb offered(Tcb tcb) {
        Sending snd = tcb.snd();
        Sending next = snd.offered(snd.offer().heeding(segment, snd.una()));
        // What acknowledges less than was acknowledged before is no answer to a probe.
        boolean answer = !segment.ack().isBefore(snd.una());
        boolean hope = answer && next.isShut() && next.offer().isOf(segment);
        boolean reason =
                !snd.isUnderWay() && next.offer().room(snd.nxt()) != snd.offer().room(snd.nxt());
        return tcb.with(next).with(tcb.timing().told(now, hope, reason));
    }

    private Tcb timeWait(Tcb tcb) {
        return tcb.in(TcpState.TIME_WAIT)
                .with(tcb.known().ofEnd())
                .with(tcb.timing().timeWait(now));
    }

    private Reply reply() {
        return new Reply(segment, now);
    }
}
