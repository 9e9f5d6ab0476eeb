package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.timeouts;

import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.tcp.Timeouts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;

/** Other choices of a TCP towards its applications (RFC 9293 sections 3.9.1 and 3.10.1 to 3.10.6). */
final class CallFreedoms {
    private static final Duration LATE = Duration.ofMillis(300);

    private CallFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                        "close-again-refused",
                        "Who closes again is told that the connection is closing (RFC 9293 section 3.10.4).",
                        around(stack -> new OtherCalls(stack, ClosesOnce::new))),
                freedom(
                        "crumbs",
                        "RECEIVE gives five octets at most: it may give less than was asked for (RFC 9293 section 3.9.1.3).",
                        around(stack -> new OtherCalls(stack, Crumbs::new))),
                freedom(
                        "tells-late",
                        "An application hears of things a third of a second later (RFC 9293 section 3.9.1).",
                        CallFreedoms::tellingLate),
                freedom(
                        "acts-late",
                        "What SEND and CLOSE ask for is done at its next round, a fifth of a second later (RFC 9293 section 3.9.1).",
                        host -> new OtherCalls(ReferenceStack.on(host).boot(), c -> new ActsLate(host, c))),
                freedom(
                        "gives-up-with-a-reset",
                        "When it gives up, it tells the other side (RFC 9293 section 3.8.3 says only: close the connection).",
                        timeouts(sender -> new Timeouts(sender) {
                            @Override
                            protected void userTimeout(Turn turn) {
                                if (turn.tcb.state != TcpState.SYN_SENT) {
                                    sender.reset(turn);
                                }
                                super.userTimeout(turn);
                            }
                        })));
    }

    private static Stack tellingLate(Host host) {
        return new OtherCalls(ReferenceStack.on(host).boot(), connection -> connection) {
            @Override
            void tell(Runnable news) {
                host.after(LATE, news);
            }
        };
    }

    private static final class ClosesOnce extends OtherCalls.Calls {
        private boolean closed;

        ClosesOnce(TcpConnection connection) {
            super(connection);
        }

        @Override
        public void close() {
            if (closed) {
                throw new CallRefused(CallRefused.Reason.CONNECTION_CLOSING, "CLOSE again");
            }
            closed = true;
            super.close();
        }
    }

    private static final class Crumbs extends OtherCalls.Calls {
        Crumbs(TcpConnection connection) {
            super(connection);
        }

        @Override
        public Octets receive(int max) {
            return super.receive(Math.min(max, 5));
        }
    }

    /** SEND answers at once whether the connection takes data; a lot of data goes the usual way. */
    private static final class ActsLate extends OtherCalls.Calls {
        private static final Duration ROUND = Duration.ofMillis(200);
        private static final int LITTLE = 2000;

        private final Host host;
        private boolean closed;
        private boolean aborted;

        ActsLate(Host host, TcpConnection connection) {
            super(connection);
            this.host = host;
        }

        @Override
        public int send(Octets data) {
            if (closed) {
                throw new CallRefused(CallRefused.Reason.CONNECTION_CLOSING, "SEND after CLOSE");
            }
            if (data.length() > LITTLE) {
                return super.send(data);
            }
            super.send(Octets.empty());
            later(() -> super.send(data));
            return data.length();
        }

        @Override
        public int sendUrgent(Octets data) {
            later(() -> super.sendUrgent(data));
            return data.length();
        }

        @Override
        public void close() {
            closed = true;
            later(super::close);
        }

        @Override
        public void closeHalfDuplex() {
            closed = true;
            later(super::closeHalfDuplex);
        }

        @Override
        public void abort() {
            aborted = true;
            super.abort();
        }

        private void later(Runnable action) {
            host.after(ROUND, () -> {
                try {
                    if (!aborted) {
                        action.run();
                    }
                } catch (CallRefused gone) {
                    // The connection has ended meanwhile, and the application was told.
                }
            });
        }
    }
}
