package dev.plumbline.model;

import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All the states that one connection may be in, given everything that has been seen of it. Where RFC 9293 section 3.10 leaves a choice,
 * there are more of them; what the endpoint does leaves fewer, and if none is left it has done what it must not.
 */
public final class Possible {
    private static final int MANY = 2048;
    private static final int SHOWN = 4;

    private final Patience patience;
    private Set<Tcb> states = Set.of(Tcb.without(false));
    private boolean reading = true;
    private Duration paused = Duration.ZERO;
    private Duration begun = Duration.ZERO;
    private @Nullable Refuted refuted;
    /** Whether there are so many that nobody can tell any more what is right. */
    private boolean lost;

    /**
     * Of a connection that is not there.
     *
     * @param answer how long an answer may take
     */
    public Possible(Duration answer) {
        this.patience = new Patience(answer);
    }

    /** Something arrives at the endpoint. */
    public void arrives(TcpSegment segment, Duration now) {
        become(later(now, tcb -> new Arrival(segment, now).in(tcb).stream()));
    }

    /** The endpoint sends something. */
    public void sends(TcpSegment segment, Duration now) {
        Departure departure = new Departure(segment, now);
        begun = segment.has(TcpFlag.SYN) ? now : begun;
        boolean exact =
                !reading && paused.compareTo(begun) > 0 && now.minus(paused).compareTo(Departure.ON_ITS_WAY) > 0;
        Set<Tcb> next =
                later(now, tcb -> departure.from(tcb).stream().map(each -> exact ? each.withItsWindow(segment) : each));
        if (next.isEmpty() && !lost) {
            refute(states, "it sent " + words(segment), false);
        }
        become(next);
    }

    /** The application calls. */
    public void calls(UserCall call, int octets, Duration now) {
        if (call == UserCall.PAUSE || call == UserCall.RECEIVE) {
            reading = call == UserCall.RECEIVE;
            paused = now;
        }
        become(later(now, tcb -> call.made(tcb, octets, now)));
    }

    /** Time has passed: what was due has come, or will not come any more. */
    public void waits(Duration now) {
        Set<Tcb> before = later(now, Stream::of);
        Set<Tcb> next = before.stream()
                .filter(tcb -> patience.overdue(now, tcb).isEmpty())
                .map(tcb -> tcb.with(tcb.debts().settled(now)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (next.isEmpty() && !lost) {
            String due = before.stream()
                    .flatMap(tcb -> patience.overdue(now, tcb).stream())
                    .distinct()
                    .collect(Collectors.joining(", or "));
            refute(before, "it has not sent " + due, true);
        }
        become(next);
    }

    /** The application knows no more than this. */
    public void hears(Heard heard, Duration now) {
        Set<Tcb> next = later(now, tcb -> agreeing(tcb, heard, now));
        if (next.isEmpty() && !lost) {
            String allowed = shown(states.stream().map(this::knowing).distinct().toList());
            refuted = refuted == null ? new Refuted(allowed, "its application was told: " + heard, true) : refuted;
        }
        become(next);
    }

    /** What was wrong first, if anything was. */
    public Optional<Refuted> refuted() {
        return Optional.ofNullable(refuted);
    }

    /** The states that are left. */
    public Set<TcpState> states() {
        return states.stream().map(Tcb::state).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether there may be no connection any more, though its application has not been told yet. */
    public boolean mayBeGone() {
        return lost
                || states.stream().anyMatch(tcb -> tcb.state() == TcpState.CLOSED || tcb.state() == TcpState.LISTEN);
    }

    /** Those with the same connection that the application knows this of. */
    private Stream<Tcb> agreeing(Tcb tcb, Heard heard, Duration now) {
        Known known = tcb.known();
        if (known.silent()) {
            return Stream.of(tcb);
        }
        boolean errors = heard.error()
                .map(known.errors()::contains)
                .orElse(known.errors().isEmpty());
        boolean end = heard.ended() ? known.mayEnd() : !isOver(tcb) || !reading;
        if (!errors || heard.connected() != known.connected() || !end) {
            return Stream.empty();
        }
        boolean free = !known.connected() || !tcb.isSynchronized() || tcb.state() == TcpState.SYN_RECEIVED;
        return free
                ? Stream.of(tcb)
                : tcb.rcv().reach().stream()
                        .flatMap(rcv -> Text.fin(tcb, tcb.with(rcv), now))
                        .filter(each -> hasHeard(each, heard));
    }

    /** Both sides have closed, and nothing is left of the connection: CLOSE is answered (RFC 9293 section 3.10.7.4). */
    private static boolean isOver(Tcb tcb) {
        return !tcb.isSynchronized() && tcb.known().mayEnd();
    }

    /** Whoever does not read learns later. */
    private boolean hasHeard(Tcb tcb, Heard heard) {
        int octets = tcb.rcv().octets();
        boolean fin = tcb.known().peerClosed();
        return reading
                ? heard.received() == octets && heard.peerClosed() == fin
                : heard.received() <= octets && (!heard.peerClosed() || (fin && heard.received() == octets));
    }

    private String knowing(Tcb tcb) {
        Known known = tcb.known();
        return tcb.state().name().replace('_', '-') + ": "
                + (known.connected() ? "connected, " + tcb.rcv().octets() + " octets" : "no connection")
                + (known.peerClosed() ? ", the peer has closed" : "")
                + (isOver(tcb) ? ", the end" : "")
                + (known.errors().isEmpty() ? "" : ", " + known.errors());
    }

    private Set<Tcb> later(Duration now, Function<Tcb, Stream<Tcb>> next) {
        return states.stream()
                .flatMap(tcb -> patience.at(now, tcb))
                .distinct()
                .flatMap(next)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void become(Set<Tcb> next) {
        lost |= next.size() > MANY;
        if (!next.isEmpty()) {
            states = lost ? Set.of() : next;
        }
    }

    private void refute(Collection<Tcb> before, String came, boolean missing) {
        if (refuted == null) {
            refuted = new Refuted(
                    shown(before.stream().map(Tcb::toString).distinct().toList()), came, missing);
        }
    }

    private static String shown(Collection<String> all) {
        return all.stream().limit(SHOWN).collect(Collectors.joining("; or "))
                + (all.size() > SHOWN ? "; or " + (all.size() - SHOWN) + " more" : "");
    }

    /** A segment in words. */
    private static String words(TcpSegment segment) {
        int data = segment.payload().length();
        return segment.flags().names() + ", number " + segment.seq()
                + (segment.has(TcpFlag.ACK) ? ", acknowledging " + segment.ack() : "")
                + (data == 0 ? "" : ", " + data + (data == 1 ? " octet" : " octets"));
    }
}
