package dev.plumbline.steps.tcp;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Connections that the endpoint closes first, one after another, in each way that leads to TIME-WAIT (RFC 9293 section 3.6). The peer's
 * FIN comes again once for each of them, each time later: who still knows the connection acknowledges it. A FIN that comes again makes
 * TIME-WAIT begin anew, so nobody can be asked twice.
 */
final class Lingering {
    private static final int FIRST_PORT = 30_000;
    private static final int NUMBERS_APART = 1 << 20;
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final Duration FIRST = Duration.ofSeconds(10);
    /** Each time so much later that two thirds of a time can be told from the whole. */
    private static final double LATER = 1.4;
    /** Up to nine minutes, for longer than twice the lifetime that the RFC takes a segment to have (RFC 9293 section 3.4.2). */
    private static final int TIMES = 13;

    private final Trial trial;
    private final List<Road> roads;
    private final List<Leaver> all = new ArrayList<>();
    private final Deque<Leaver> waiting;

    /** How a connection comes to TIME-WAIT. */
    private enum Road {
        FIN_WAIT_2("FIN-WAIT-2"),
        CLOSING("CLOSING"),
        FIN_WAIT_1("FIN-WAIT-1 alone"),
        /** The peer's FIN comes again at once, and TIME-WAIT begins anew (RFC 9293 section 3.10.7.4). */
        ANEW("FIN-WAIT-2, and the peer's FIN came again,");

        private final String words;

        Road(String words) {
            this.words = words;
        }
    }

    private Lingering(Trial trial, List<Road> roads) {
        this.trial = trial;
        this.roads = roads;
        int taken = Scene.connection(trial).local().port().number();
        for (int time = 0; time < TIMES; time++) {
            for (Road road : roads) {
                int port = FIRST_PORT + all.size();
                all.add(new Leaver(road, port >= taken ? port + 1 : port));
            }
        }
        waiting = new ArrayDeque<>(all);
    }

    /** All of them are in TIME-WAIT, each by one of the ways that lead there. */
    static Expectation begins(Trial t) {
        return begins(t, List.of(Road.FIN_WAIT_2, Road.CLOSING, Road.FIN_WAIT_1));
    }

    /** The same, but of every second one the peer's FIN has come again already. */
    static Expectation beginsAnew(Trial t) {
        return begins(t, List.of(Road.FIN_WAIT_2, Road.ANEW));
    }

    private static Expectation begins(Trial t, List<Road> roads) {
        Lingering lingering = t.put(new Lingering(t, roads));
        Scene.peer(t)
                .onArrival(packet ->
                        packet.tcp().ifPresent(segment -> lingering.all.forEach(leaver -> leaver.hears(segment))));
        lingering.openNext();
        return Becomes.becomesTrue(
                        lingering.all.size() + " connections, one after another, are opened and closed",
                        () -> lingering.all.stream().allMatch(leaver -> leaver.left),
                        () -> lingering.all.stream()
                                        .filter(leaver -> leaver.left)
                                        .count() + " of them were")
                .within(EndpointStream.SOONER_OR_LATER);
    }

    /** The FINs will come again. */
    static void ask(Trial t) {
        Lingering lingering = t.the(Lingering.class);
        for (int i = 0; i < lingering.all.size(); i++) {
            t.later(after(i / lingering.roads.size()), lingering.all.get(i)::ask);
        }
    }

    /** How long that takes. */
    static Duration duration() {
        return after(TIMES);
    }

    /** Throws a finding if one way leads to a shorter TIME-WAIT than another. */
    static void judge(Trial t) {
        Lingering lingering = t.the(Lingering.class);
        Comparator<Road> byTime = Comparator.comparing(lingering::remembered);
        Road shortest = lingering.roads.stream().min(byTime).orElseThrow();
        Road longest = lingering.roads.stream().max(byTime).orElseThrow();
        int least = lingering.remembered(shortest);
        int most = lingering.remembered(longest);
        Habit.require(
                most - least <= 1,
                "the endpoint's TIME-WAIT was shorter where it came by way of " + shortest.words + " than by way of "
                        + longest.words,
                "the same 2 MSL, whatever way leads there (RFC 9293 section 3.6.1, MUST-13), and all of it anew when the peer's"
                        + " FIN comes again (section 3.10.7.4); by way of " + longest.words
                        + " it knew a connection after "
                        + after(Math.max(0, most - 1)).toSeconds() + " s",
                "nothing known of one after " + after(least).toSeconds() + " s");
    }

    private int remembered(Road road) {
        return (int) all.stream()
                .filter(leaver -> leaver.road == road && leaver.remembered)
                .count();
    }

    private static Duration after(int time) {
        return Duration.ofMillis((long) (FIRST.toMillis() * Math.pow(LATER, time)));
    }

    private void openNext() {
        Leaver next = waiting.poll();
        if (next != null) {
            next.open();
        }
    }

    /** One of the connections, from its SYN to its end. */
    private final class Leaver {
        private final Road road;
        private final PeerConnection connection;
        private boolean accepted;
        private boolean closed;
        private boolean left;
        private boolean asked;
        private boolean remembered;

        Leaver(Road road, int port) {
            this.road = road;
            SocketAddress server = Scene.connection(trial).remote();
            SocketAddress client = Scene.peer(trial).at(Port.of(port));
            this.connection =
                    new PeerConnection(Scene.peer(trial), client, server, SeqNumber.of((long) NUMBERS_APART * port));
        }

        void open() {
            connection.send(connection.syn());
        }

        void hears(TcpSegment segment) {
            if (!segment.destinationPort().equals(connection.local().port()) || segment.has(TcpFlag.RST)) {
                return;
            }
            if (asked) {
                remembered = true;
            } else if (segment.has(TcpFlag.SYN)) {
                isAccepted(segment);
            } else if (segment.has(TcpFlag.FIN) && !closed) {
                closed = true;
                isClosed(segment);
            } else if (closed && !left && segment.ack().equals(connection.sndNxt())) {
                left = connection.sndNxt().isAfter(connection.iss().plus(1));
                if (left) {
                    leave();
                }
            }
        }

        private void isAccepted(TcpSegment synAck) {
            if (!accepted) {
                accepted = true;
                connection.synArrived(synAck);
                closeOnceThere();
            }
            connection.acknowledge();
        }

        private void closeOnceThere() {
            Optional<TcpApplication> server = trial.the(ServerApplication.class).connectionWith(connection.local());
            server.ifPresentOrElse(TcpApplication::close, () -> trial.later(A_MOMENT, this::closeOnceThere));
        }

        private void isClosed(TcpSegment fin) {
            if (road == Road.CLOSING) {
                sendFin();
                // It was under way when the endpoint's came, which is acknowledged only later.
                connection.finArrived(fin);
                return;
            }
            connection.finArrived(fin);
            if (road == Road.FIN_WAIT_2 || road == Road.ANEW) {
                connection.acknowledge();
                trial.later(A_MOMENT, this::sendFin);
            } else {
                sendFin();
            }
        }

        private void sendFin() {
            connection.send(connection.next().flag(TcpFlag.FIN).build());
        }

        private void leave() {
            if (road == Road.CLOSING) {
                connection.acknowledge();
            }
            if (road == Road.ANEW) {
                trial.later(A_MOMENT, this::sendFinAgain);
            }
            openNext();
        }

        void ask() {
            asked = true;
            sendFinAgain();
        }

        private void sendFinAgain() {
            connection.transmit(connection
                    .next()
                    .seq(connection.sndNxt().plus(-1))
                    .flag(TcpFlag.FIN)
                    .build());
        }
    }
}
