package dev.plumbline.steps.tcp;

import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.testbed.Words;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the segments say of data that has not reached the peer: that it never left, left in crumbs, or was lost and left only once. */
final class Shortfall {
    /** Fewer may be the end of a stream. */
    private static final int CRUMBS = 4;
    /** Who answers an acknowledgment does so sooner; a timeout is longer (RFC 6298 section 2, rule (2.4)). */
    private static final Duration A_WAIT = Duration.ofMillis(150);
    /** From here on a number of 16 bits is negative to who reads it with a sign. */
    private static final int NEGATIVE = 0x8000;

    private Shortfall() {}

    /** In words that go on after others; empty if nothing can be said. */
    static String of(Trial t) {
        return t.maybe(PeerConnection.class).isEmpty()
                ? ""
                : crumbs(t).or(() -> notSent(t)).orElse("");
    }

    /** One octet at a time, each after a wait, though there is room: what is meant to probe a closed window. */
    private static Optional<String> crumbs(Trial t) {
        List<Crossing> data =
                Crossing.sent(t).filter(c -> !c.segment().payload().isEmpty()).toList();
        List<Crossing> last = data.subList(Math.max(0, data.size() - CRUMBS), data.size());
        boolean slow = last.size() == CRUMBS
                && last.stream().allMatch(c -> c.segment().payload().length() == 1)
                && IntStream.range(1, CRUMBS)
                        .allMatch(i ->
                                last.get(i).at().minus(last.get(i - 1).at()).compareTo(A_WAIT) > 0);
        return offered(t)
                .filter(window -> slow && window > 1)
                .map(window ->
                        "; it sends one octet after each timeout, which is how a closed window is probed, but the"
                                + " peer's window is " + window
                                + (window >= NEGATIVE
                                        ? ": that would be " + (window - 2 * NEGATIVE) + " if it was read with a sign"
                                        : ""));
    }

    private static Optional<Integer> offered(Trial t) {
        return Crossing.all(t).stream()
                .filter(c -> !c.sent() && c.segment().has(TcpFlag.ACK))
                .reduce((earlier, later) -> later)
                .map(c -> c.segment().window());
    }

    /** The rest is not under way, for the peer has everything that has left. */
    private static Optional<String> notSent(Trial t) {
        int sent = EndpointStream.arrivedInOrder(t);
        int taken = Scene.connection(t).received().length();
        int all = Talk.of(t).endpointData().length();
        if (sent >= all || taken < sent) {
            return Optional.empty();
        }
        return Optional.of(
                sent == 0
                        ? "; it has sent none of them"
                        : "; it never sent the other " + Words.octets(all - sent)
                                + ", though all that it has sent is acknowledged" + partly(t));
    }

    /** An acknowledgment of a part of what was under way, if one has come. */
    private static String partly(Trial t) {
        SeqNumber next = EndpointStream.numberOf(t, 0);
        SeqNumber acknowledged = next;
        for (Crossing crossing : Crossing.all(t)) {
            SeqNumber ack = crossing.segment().ack();
            if (crossing.sent()) {
                next = SeqNumber.later(next, crossing.segment().end());
            } else if (crossing.segment().has(TcpFlag.ACK) && ack.isAfter(acknowledged)) {
                if (ack.isBefore(next)) {
                    return "; one acknowledgment, " + ack + ", covered only a part of what was under way: no more than"
                            + " this part leaves the queue";
                }
                acknowledged = ack;
            }
        }
        return "";
    }
}
