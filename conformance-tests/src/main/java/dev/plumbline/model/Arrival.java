package dev.plumbline.model;

import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** SEGMENT ARRIVES (RFC 9293 section 3.10.7): what it may lead to, check by check. */
record Arrival(TcpSegment segment, Duration now) {
    /** A stack may leave out challenges for so long after one (RFC 5961 section 7). */
    private static final Duration THROTTLED = Duration.ofSeconds(6);
    /** As far back an acknowledgment is believed for certain (RFC 5961 section 5.2). */
    private static final int MAX_WINDOW = 65_535;

    List<Tcb> in(Tcb tcb) {
        return switch (tcb.state()) {
            case CLOSED -> List.of(stray(tcb));
            case LISTEN -> listen(tcb);
            case SYN_SENT -> synSent(tcb);
            default -> others(tcb);
        };
    }

    /** Section 3.10.7.1. */
    private Tcb stray(Tcb tcb) {
        return has(TcpFlag.RST) ? tcb : tcb.with(tcb.debts().owing(Debts.Reset.of(segment, now)));
    }

    /** Section 3.10.7.2. */
    private List<Tcb> listen(Tcb tcb) {
        if (has(TcpFlag.RST)) {
            return List.of(tcb);
        } else if (has(TcpFlag.ACK)) {
            return List.of(stray(tcb));
        }
        return has(TcpFlag.SYN) ? List.of(tcb.askedFor(Receiving.of(segment), now)) : List.of(tcb);
    }

    /** Section 3.10.7.3. */
    private List<Tcb> synSent(Tcb tcb) {
        if (has(TcpFlag.ACK) && !tcb.snd().isNews(segment.ack())) {
            return List.of(stray(tcb));
        } else if (has(TcpFlag.RST)) {
            return List.of(has(TcpFlag.ACK) ? tcb.failed(TcpError.REFUSED) : tcb);
        } else if (!has(TcpFlag.SYN)) {
            return List.of(tcb);
        }
        Tcb heard = tcb.with(Receiving.of(segment));
        return List.of(
                has(TcpFlag.ACK)
                        ? acknowledged(heard).established().with(heard.debts().owingAck(now))
                        : heard.in(TcpState.SYN_RECEIVED).with(heard.debts().owingSynAck(now)));
    }

    /** Section 3.10.7.4. */
    private List<Tcb> others(Tcb tcb) {
        List<Tcb> all = new ArrayList<>();
        if (!tcb.rcv().accepts(segment)) {
            all.addAll(unacceptable(tcb));
        }
        if (tcb.rcv().mayAccept(segment)) {
            all.addAll(acceptable(tcb));
        }
        return all.stream()
                .map(next ->
                        next.isSynchronized() ? next : next.with(next.timing().timeWait(now)))
                .toList();
    }

    /** First, the sequence number: it is wrong. */
    private List<Tcb> unacceptable(Tcb tcb) {
        if (has(TcpFlag.RST)) {
            return List.of(tcb);
        }
        List<Tcb> all = new ArrayList<>(challenged(tcb));
        if (has(TcpFlag.ACK) && isHeeded(tcb)) {
            // Some read the acknowledgment of what they do not take otherwise.
            all.addAll(challenged(acknowledged(tcb)));
        }
        if (tcb.state() == TcpState.SYN_RECEIVED && has(TcpFlag.SYN)) {
            // The peer has not heard the answer to its SYN, or the two have crossed (section 3.5).
            all.add(tcb.with(tcb.debts().owingSynAck(now)));
            all.add(tcb.with(tcb.debts().allowingAck()));
            if (has(TcpFlag.ACK) && tcb.snd().isNews(segment.ack())) {
                all.add(acknowledged(tcb).established().with(tcb.debts().allowingAck()));
            } else if (has(TcpFlag.ACK)) {
                all.add(stray(tcb));
            }
        }
        all.addAll(anew(tcb));
        return all;
    }

    private boolean isHeeded(Tcb tcb) {
        return tcb.state() != TcpState.SYN_RECEIVED && tcb.snd().isNews(segment.ack());
    }

    private List<Tcb> acceptable(Tcb tcb) {
        if (has(TcpFlag.RST)) {
            return reset(tcb);
        } else if (has(TcpFlag.SYN)) {
            return syn(tcb);
        } else if (!has(TcpFlag.ACK)) {
            return List.of(tcb);
        }
        return tcb.state() == TcpState.SYN_RECEIVED ? handshake(tcb) : ack(tcb);
    }

    /** Second, the RST bit. */
    private List<Tcb> reset(Tcb tcb) {
        List<Tcb> all = new ArrayList<>(List.of(resetBelieved(tcb)));
        all.addAll(tcb.resumed());
        if (!segment.seq().equals(tcb.rcv().nxt())) {
            all.addAll(challenged(tcb));
            if (segment.seq().isBefore(tcb.rcv().nxt())) {
                all.add(tcb);
            }
        } else if (tcb.state() == TcpState.TIME_WAIT) {
            // RFC 1337 section 3: it may be old.
            all.add(tcb);
        }
        return all;
    }

    private static Tcb resetBelieved(Tcb tcb) {
        return switch (tcb.state()) {
            case SYN_RECEIVED -> tcb.failed(TcpError.REFUSED, TcpError.RESET);
            case CLOSING, LAST_ACK, TIME_WAIT ->
                tcb.with(tcb.known().ofItsOwnDeed()).gone();
            default -> tcb.failed(TcpError.RESET);
        };
    }

    /** Fourth, the SYN bit. */
    private List<Tcb> syn(Tcb tcb) {
        List<Tcb> all = new ArrayList<>();
        if (tcb.state() == TcpState.SYN_RECEIVED && tcb.passive()) {
            all.add(tcb.gone());
            all.addAll(tcb.resumed());
            all.addAll(trimmed(tcb));
            return all;
        }
        all.addAll(challenged(tcb));
        Tcb over = resetBelieved(tcb);
        all.add(over.with(
                over.debts().owing(new Debts.Reset(Optional.of(now), Optional.empty(), Optional.empty(), false))));
        all.addAll(anew(tcb));
        all.addAll(trimmed(tcb));
        return all;
    }

    /** What lies left of the window is trimmed off before anything else, a SYN, too. */
    private List<Tcb> trimmed(Tcb tcb) {
        if (!segment.seq().isBefore(tcb.rcv().nxt())) {
            return List.of();
        }
        TcpSegment rest = segment.toBuilder()
                .flags(segment.flags().without(TcpFlag.SYN))
                .seq(segment.seq().plus(1))
                .build();
        List<Tcb> all = new ArrayList<>(new Arrival(rest, now).acceptable(tcb));
        if (!rest.payload().isEmpty()) {
            // Text that comes with a SYN may be left to be sent again.
            TcpSegment bare = rest.toBuilder().payload(Octets.empty()).build();
            new Arrival(bare, now)
                    .acceptable(tcb)
                    .forEach(each -> all.add(each.with(each.debts().allowingAck())));
        }
        return all;
    }

    /** In TIME-WAIT a SYN may begin another connection (section 3.6.1, MAY-2). */
    private List<Tcb> anew(Tcb tcb) {
        boolean begins = tcb.state() == TcpState.TIME_WAIT
                && tcb.listening()
                && has(TcpFlag.SYN)
                && !has(TcpFlag.ACK)
                && segment.seq().isAtOrAfter(tcb.rcv().nxt());
        return begins ? List.of(tcb.askedFor(Receiving.of(segment), now)) : List.of();
    }

    /** Fifth, the ACK field, in SYN-RECEIVED. */
    private List<Tcb> handshake(Tcb tcb) {
        if (tcb.snd().isNews(segment.ack())) {
            return new Text(segment, now).in(acknowledged(tcb.established()));
        }
        List<Tcb> all = new ArrayList<>(List.of(stray(tcb)));
        if (segment.ack().isAfter(tcb.snd().nxt())) {
            all.addAll(challenged(tcb));
        }
        return all;
    }

    /** The same in the synchronized states. */
    private List<Tcb> ack(Tcb tcb) {
        boolean late = tcb.state() == TcpState.LAST_ACK || tcb.state() == TcpState.TIME_WAIT;
        if (segment.ack().isAfter(tcb.snd().nxt())) {
            List<Tcb> all = new ArrayList<>(challenged(tcb));
            if (late) {
                all.add(tcb);
            }
            return all;
        }
        List<Tcb> all = new ArrayList<>();
        if (segment.ack().isBefore(tcb.snd().una().plus(-MAX_WINDOW))
                || segment.ack().isBefore(tcb.snd().iss())) {
            all.addAll(challenged(tcb));
        }
        Tcb next = acknowledged(tcb);
        all.addAll(next.isSynchronized() ? new Text(segment, now).in(next) : List.of(next));
        return all;
    }

    private Tcb acknowledged(Tcb tcb) {
        if (!tcb.snd().isNews(segment.ack())) {
            return tcb;
        }
        Tcb next = tcb.with(tcb.snd().acknowledged(segment.ack()))
                .with(tcb.timing().acknowledged(now));
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

    private Tcb timeWait(Tcb tcb) {
        return tcb.in(TcpState.TIME_WAIT)
                .with(tcb.known().ofEnd())
                .with(tcb.timing().timeWait(now));
    }

    /** {@code <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>}, unless there has been such an answer just now. */
    private List<Tcb> challenged(Tcb tcb) {
        if (tcb.state() == TcpState.CLOSED || tcb.state() == TcpState.LISTEN) {
            return List.of(tcb);
        }
        Tcb again = tcb.state() == TcpState.TIME_WAIT ? tcb.with(tcb.timing().timeWait(now)) : tcb;
        boolean throttled = tcb.debts()
                .challenged()
                .filter(last -> now.minus(last).compareTo(THROTTLED) < 0)
                .isPresent();
        Debts debts = tcb.debts();
        return Stream.of(tcb, again)
                .distinct()
                .map(each -> each.with(
                        (throttled ? debts.allowingAck().allowingAck() : debts.owingAck(now)).challengedAt(now)))
                .toList();
    }

    private boolean has(TcpFlag flag) {
        return segment.has(flag);
    }
}
