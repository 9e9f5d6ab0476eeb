package dev.plumbline.model;

import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.stream.Stream;

/** What an application asks of its TCP (RFC 9293 sections 3.10.1 to 3.10.5), as far as a connection changes by it. */
public enum UserCall {
    /** Passive OPEN. */
    LISTEN {
        @Override
        Stream<Tcb> made(Tcb tcb, int octets, Duration now) {
            return Stream.of(Tcb.without(true));
        }
    },
    /** Active OPEN. */
    OPEN {
        @Override
        Stream<Tcb> made(Tcb tcb, int octets, Duration now) {
            Tcb fresh = Tcb.without(false);
            return Stream.of(fresh.in(TcpState.SYN_SENT)
                    .with(fresh.debts().owingSynAck(now))
                    .with(Timing.at(now)));
        }
    },
    /** SEND. */
    SEND {
        @Override
        Stream<Tcb> made(Tcb tcb, int octets, Duration now) {
            return switch (tcb.state()) {
                case SYN_SENT, SYN_RECEIVED, ESTABLISHED, CLOSE_WAIT ->
                    Stream.of(tcb.with(tcb.snd().queue(octets)).with(asked(tcb, now)));
                default -> Stream.of(tcb);
            };
        }
    },
    /** The application takes no data. */
    PAUSE {
        @Override
        Stream<Tcb> made(Tcb tcb, int octets, Duration now) {
            return Stream.of(tcb.with(tcb.rcv().loosened(true)));
        }
    },
    /** RECEIVE: it takes all there is; the peer may be told of the room, and must be if it knows of none (section 3.10.3). */
    RECEIVE {
        @Override
        Stream<Tcb> made(Tcb tcb, int octets, Duration now) {
            boolean mayReceive = switch (tcb.state()) {
                case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2 -> true;
                default -> false;
            };
            Debts debts = tcb.debts().allowingAck().allowingAck();
            return Stream.of(tcb.with(tcb.rcv().loosened(true))
                    .with(mayReceive && tcb.rcv().isShut() ? debts.owingAck(now) : debts));
        }
    },
    /** CLOSE. */
    CLOSE {
        @Override
        Stream<Tcb> made(Tcb tcb, int octets, Duration now) {
            Tcb closing = tcb.with(tcb.snd().close()).with(asked(tcb, now));
            return switch (tcb.state()) {
                case SYN_SENT -> Stream.of(tcb.with(tcb.known().ofItsOwnDeed()).gone());
                case SYN_RECEIVED -> {
                    // At once, or not before the connection is established.
                    Tcb atOnce =
                            closing.in(TcpState.FIN_WAIT_1).with(closing.known().ofItsOwnDeed());
                    yield Stream.of(closing, atOnce);
                }
                case ESTABLISHED -> Stream.of(closing.in(TcpState.FIN_WAIT_1));
                case CLOSE_WAIT -> Stream.of(closing.in(TcpState.LAST_ACK));
                default -> Stream.of(tcb);
            };
        }
    },
    /** ABORT. */
    ABORT {
        @Override
        Stream<Tcb> made(Tcb tcb, int octets, Duration now) {
            // What has left a moment before may still be on its way.
            Tcb gone = tcb.with(tcb.known().ofItsOwnDeed())
                    .with(tcb.timing().timeWait(now))
                    .gone();
            return switch (tcb.state()) {
                case CLOSED, LISTEN -> Stream.of(tcb);
                case SYN_SENT -> Stream.of(gone);
                case SYN_RECEIVED -> Stream.of(tcb.passive() ? unopened(tcb) : aborted(tcb, gone, now));
                case CLOSING, LAST_ACK, TIME_WAIT ->
                    Stream.of(gone.with(gone.debts().owing(Debts.Reset.optional())));
                default -> Stream.of(aborted(tcb, gone, now));
            };
        }

        /** The application has only the connection that was there before (section 3.6.1, MAY-2). */
        private static Tcb unopened(Tcb tcb) {
            return tcb.with(tcb.known().ofItsOwnDeed()).withoutBefore();
        }

        private static Tcb aborted(Tcb tcb, Tcb gone, Duration now) {
            return gone.with(gone.debts().owing(Debts.Reset.last(tcb.snd().nxt(), now)));
        }
    };

    /** What comes of it. */
    abstract Stream<Tcb> made(Tcb tcb, int octets, Duration now);

    private static Timing asked(Tcb tcb, Duration now) {
        return tcb.snd().isUnderWay() ? tcb.timing() : tcb.timing().asked(now);
    }
}
