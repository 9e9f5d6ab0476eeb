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

/** SEGMENT ARRIVES (RFC 9293 section 3.10.7): what it may lead to, check by check. */
record Arrival(TcpSegment segment, Duration now) {
    List<Tcb> in(Tcb tcb) {
        return switch (tcb.state()) {
            case CLOSED -> List.of(reply().stray(tcb));
            case LISTEN -> listen(tcb);
            case SYN_SENT -> synSent(tcb);
            default -> others(tcb);
        };
    }

    /** Section 3.10.7.2. */
    private List<Tcb> listen(Tcb tcb) {
        if (has(TcpFlag.RST)) {
            return List.of(tcb);
        } else if (has(TcpFlag.ACK)) {
            return List.of(reply().stray(tcb));
        }
        return has(TcpFlag.SYN) ? List.of(tcb.askedFor(Receiving.of(segment), now)) : List.of(tcb);
    }

    /** Section 3.10.7.3. */
    private List<Tcb> synSent(Tcb tcb) {
        if (has(TcpFlag.ACK) && !tcb.snd().isNews(segment.ack())) {
            return List.of(reply().stray(tcb));
        } else if (has(TcpFlag.RST)) {
            return List.of(has(TcpFlag.ACK) ? tcb.failed(TcpError.REFUSED) : tcb);
        } else if (!has(TcpFlag.SYN)) {
            return List.of(tcb);
        }
        Tcb heard = tcb.with(Receiving.of(segment));
        return List.of(
                has(TcpFlag.ACK)
                        ? ack().handshaken(heard).with(heard.debts().owingAck(now))
                        : heard.with(tcb.snd()
                                        .offered(Offer.first(segment, tcb.snd().nxt())))
                                .in(TcpState.SYN_RECEIVED)
                                .with(heard.debts().owingSynAck(now)));
    }

    /** Section 3.10.7.4. */
    private List<Tcb> others(Tcb tcb) {
        List<Tcb> all = new ArrayList<>();
        if (has(TcpFlag.SYN) && segment.len() > 1) {
            // A SYN may be looked at by itself, wherever it lies (RFC 5961 section 4.2).
            all.addAll(new Arrival(bareSyn(), now).others(tcb));
        }
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
        List<Tcb> all = new ArrayList<>(reply().challenged(tcb));
        if (has(TcpFlag.ACK) && isHeeded(tcb)) {
            // With a window of zero valid ACKs count all the same (section 3.4).
            all.addAll(reply().challenged(ack().acknowledged(tcb)));
        }
        if (tcb.state() == TcpState.SYN_RECEIVED && has(TcpFlag.SYN)) {
            // The peer has not heard the answer to its SYN, or the two have crossed (section 3.5).
            all.add(tcb.with(tcb.debts().owingSynAck(now)));
            all.add(tcb.with(tcb.debts().allowingAck()));
            if (has(TcpFlag.ACK) && tcb.snd().isNews(segment.ack())) {
                all.add(ack().handshaken(tcb).with(tcb.debts().allowingAck()));
            } else if (has(TcpFlag.ACK)) {
                all.add(reply().stray(tcb));
            }
        }
        all.addAll(anew(tcb));
        return all;
    }

    private boolean isHeeded(Tcb tcb) {
        return tcb.state() != TcpState.SYN_RECEIVED
                && tcb.rcv().mayBeShut()
                && tcb.snd().isSent(segment.ack());
    }

    private List<Tcb> acceptable(Tcb tcb) {
        if (has(TcpFlag.RST)) {
            return reset(tcb);
        } else if (has(TcpFlag.SYN)) {
            return syn(tcb);
        } else if (!has(TcpFlag.ACK)) {
            return List.of(tcb);
        }
        return tcb.state() == TcpState.SYN_RECEIVED ? ack().handshake(tcb) : ack().synchronizedStates(tcb);
    }

    /** Second, the RST bit. */
    private List<Tcb> reset(Tcb tcb) {
        List<Tcb> all = new ArrayList<>(List.of(resetBelieved(tcb)));
        all.addAll(tcb.resumed());
        if (!segment.seq().equals(tcb.rcv().nxt())) {
            all.addAll(reply().challenged(tcb));
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
        boolean old = segment.seq().isBefore(tcb.rcv().nxt());
        if (tcb.state() == TcpState.SYN_RECEIVED && tcb.passive()) {
            // The same SYN again is no new one, whatever text comes with it.
            if (!segment.seq().equals(tcb.rcv().irs())) {
                all.add(tcb.gone());
                all.addAll(tcb.resumed());
            }
            all.addAll(old ? trimmed(tcb) : List.of());
            return all;
        }
        all.addAll(reply().challenged(tcb));
        Tcb over = resetBelieved(tcb);
        all.add(over.with(
                over.debts().owing(new Debts.Reset(Optional.of(now), Optional.empty(), Optional.empty(), false))));
        all.addAll(anew(tcb));
        if (old) {
            all.addAll(trimmed(tcb));
        }
        return all;
    }

    private TcpSegment bareSyn() {
        return segment.toBuilder()
                .payload(Octets.empty())
                .flags(segment.flags().without(TcpFlag.FIN))
                .build();
    }

    /** What lies left of the window is trimmed off before anything else, a SYN, too. */
    private List<Tcb> trimmed(Tcb tcb) {
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

    private AckField ack() {
        return new AckField(segment, now);
    }

    private Reply reply() {
        return new Reply(segment, now);
    }

    private boolean has(TcpFlag flag) {
        return segment.has(flag);
    }
}
