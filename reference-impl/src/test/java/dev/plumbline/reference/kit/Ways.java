package dev.plumbline.reference.kit;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpState;

/**
 * A library of ways into each state of RFC 9293 section 3.3.2: states are reached by calls and segments, never set. After each,
 * nothing the stack has sent is unread, and {@link Bench#seq} and {@link Bench#expected} are what the peer knows.
 */
public enum Ways {
    /** Nothing is open. */
    CLOSED(TcpState.CLOSED) {
        @Override
        public Bench go(Bench bench) {
            return bench;
        }
    },
    /** A listener waits. */
    LISTEN(TcpState.LISTEN) {
        @Override
        public Bench go(Bench bench) {
            return bench.listen();
        }
    },
    /** The application connects. */
    SYN_SENT(TcpState.SYN_SENT) {
        @Override
        public Bench go(Bench bench) {
            bench.connect().next();
            return bench;
        }
    },
    /** A SYN came to a listener. */
    SYN_RECEIVED_PASSIVE(TcpState.SYN_RECEIVED) {
        @Override
        public Bench go(Bench bench) {
            LISTEN.go(bench).send(TcpFlag.SYN);
            bench.next();
            return bench;
        }
    },
    /** Both sides connect at the same time. */
    SYN_RECEIVED_ACTIVE(TcpState.SYN_RECEIVED) {
        @Override
        public Bench go(Bench bench) {
            SYN_SENT.go(bench).send(TcpFlag.SYN);
            bench.next();
            return bench;
        }
    },
    /** By an active OPEN. */
    ESTABLISHED(TcpState.ESTABLISHED) {
        @Override
        public Bench go(Bench bench) {
            SYN_SENT.go(bench).send(TcpFlag.SYN, TcpFlag.ACK);
            bench.next();
            return bench;
        }
    },
    /** By a passive OPEN. */
    ESTABLISHED_PASSIVE(TcpState.ESTABLISHED) {
        @Override
        public Bench go(Bench bench) {
            SYN_RECEIVED_PASSIVE.go(bench).send(TcpFlag.ACK);
            return bench;
        }
    },
    /** The application closes first. */
    FIN_WAIT_1(TcpState.FIN_WAIT_1) {
        @Override
        public Bench go(Bench bench) {
            ESTABLISHED.go(bench).connection().close();
            bench.next();
            return bench;
        }
    },
    /** Its FIN is acknowledged. */
    FIN_WAIT_2(TcpState.FIN_WAIT_2) {
        @Override
        public Bench go(Bench bench) {
            FIN_WAIT_1.go(bench).send(TcpFlag.ACK);
            return bench;
        }
    },
    /** The peer closes first. */
    CLOSE_WAIT(TcpState.CLOSE_WAIT) {
        @Override
        public Bench go(Bench bench) {
            ESTABLISHED.go(bench).send(TcpFlag.FIN, TcpFlag.ACK);
            bench.next();
            return bench;
        }
    },
    /** Both close at the same time. */
    CLOSING(TcpState.CLOSING) {
        @Override
        public Bench go(Bench bench) {
            ESTABLISHED.go(bench).connection().close();
            SeqNumber beforeFin = bench.expected;
            bench.next();
            SeqNumber afterFin = bench.expected;
            bench.expected = beforeFin;
            bench.send(TcpFlag.FIN, TcpFlag.ACK);
            bench.next();
            bench.expected = afterFin;
            return bench;
        }
    },
    /** The peer closes, then the application. */
    LAST_ACK(TcpState.LAST_ACK) {
        @Override
        public Bench go(Bench bench) {
            CLOSE_WAIT.go(bench).connection().close();
            bench.next();
            return bench;
        }
    },
    /** The application closes, then the peer. */
    TIME_WAIT(TcpState.TIME_WAIT) {
        @Override
        public Bench go(Bench bench) {
            FIN_WAIT_2.go(bench).send(TcpFlag.FIN, TcpFlag.ACK);
            bench.next();
            return bench;
        }
    };

    /** Where it leads. */
    public final TcpState state;

    Ways(TcpState state) {
        this.state = state;
    }

    /** What the application can see of it: of a listener's connection, nothing before it is established. */
    public TcpState visibleState() {
        return this == LISTEN || this == SYN_RECEIVED_PASSIVE ? TcpState.CLOSED : state;
    }

    /** Goes it. */
    public abstract Bench go(Bench bench);

    /** Goes it with the reference as it is. */
    public Bench go() {
        return go(new Bench());
    }
}
