package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.GridFaults.is;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.onHost;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.tcp.UserCalls;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.ForwardingHost;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.TcpStatus;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Stacks that do not do what their user asks, or not in every state (RFC 9293 sections 3.10.1 to 3.10.6). */
final class CallFaults {
    private CallFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "opens-twice",
                                "A connection that exists is opened again, as if it were another one.",
                                around(OpensTwice::new))
                        .killedBy("RFC9293/3.10.1-OPEN")
                        .saying("although it must refuse"),
                fault(
                                "sends-into-the-void",
                                "After CLOSE it takes data, and never sends it.",
                                calls(SendsIntoTheVoid::new))
                        .killedBy("RFC9293/3.10.2-SEND")
                        .saying("although it must refuse"),
                fault("close-again-aborts", "A second CLOSE aborts the connection.", calls(CloseAgainAborts::new))
                        .killedBy("RFC9293/3.10.4-CLOSE")
                        .saying("where there must be none"),
                fault(
                                "hangs-up-with-the-port",
                                "Who listens no more has no connections any more.",
                                around(HangsUp::new))
                        .killedBy("RFC9293/3.10.4-CLOSE")
                        .saying("where there must be none"),
                fault("room-told-once", "That there is room again it tells once.", around(RoomToldOnce::new))
                        .killedBy("RFC9293/3.10.2-SEND")
                        .saying("the peer receives exactly"),
                fault("aborts-in-silence", "ABORT forgets the connection without a word.", calls(AbortsInSilence::new))
                        .killedBy("RFC9293/3.10.5-ABORT")
                        .saying("the next of its own", "nothing"),
                fault(
                                "sends-for-the-dead",
                                "What an aborted connection had sent is sent once more.",
                                onHost(SendsForTheDead::new))
                        .killedBy("RFC9293/3.10.5-FLUSH")
                        .saying("for a connection that was over"),
                fault(
                                "always-established",
                                "STATUS says that every connection is established.",
                                around(AlwaysEstablished::new))
                        .killedBy("RFC9293/3.10.6-STATUS")
                        .saying("STATUS says ESTABLISHED"));
    }

    private static Function<Host, Stack> calls(Function<Sender, UserCalls> rules) {
        return tcp(new TcpParts() {
            @Override
            public UserCalls userCalls(Sender sender) {
                return rules.apply(sender);
            }
        });
    }

    /** Only the calls of that name are answered otherwise. */
    private static TcpConnection changed(TcpConnection connection, String name, InvocationHandler instead) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return method.getName().equals(name)
                        ? instead.invoke(connection, method, arguments)
                        : method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (TcpConnection) Proxy.newProxyInstance(
                TcpConnection.class.getClassLoader(), new Class<?>[] {TcpConnection.class}, handler);
    }

    private static final class OpensTwice extends ChangedStack {
        OpensTwice(Stack stack) {
            super(stack);
        }

        @Override
        public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
            try {
                return super.connect(local, remote, handler);
            } catch (CallRefused e) {
                return super.connect(Port.ANY, remote, handler);
            }
        }
    }

    private static final class AlwaysEstablished extends ChangedStack {
        AlwaysEstablished(Stack stack) {
            super(stack);
        }

        @Override
        public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
            return changed(
                    super.connect(local, remote, handler),
                    "status",
                    (connection, method, arguments) -> ((Optional<?>) method.invoke(connection, arguments))
                            .map(status -> established((TcpStatus) status)));
        }

        private static TcpStatus established(TcpStatus s) {
            return new TcpStatus(
                    TcpState.ESTABLISHED,
                    s.sndUna(),
                    s.sndNxt(),
                    s.sndWnd(),
                    s.rcvNxt(),
                    s.rcvWnd(),
                    s.retransmissionTimeout());
        }
    }

    /** A timer that nobody has stopped. */
    private static final class SendsForTheDead extends ForwardingHost {
        private Optional<Octets> last = Optional.empty();

        SendsForTheDead(Host host) {
            super(host);
        }

        @Override
        public void transmit(Link link, Octets datagram) {
            super.transmit(link, datagram);
            Optional<TcpSegment> segment = Ipv4Packet.decode(datagram).value().flatMap(SendsForTheDead::segment);
            if (segment.filter(s -> s.has(TcpFlag.RST)).isPresent()) {
                last.ifPresent(again -> after(Duration.ofSeconds(1), () -> super.transmit(link, again)));
            } else if (segment.filter(s -> s.len() > 0).isPresent()) {
                last = Optional.of(datagram);
            }
        }

        private static Optional<TcpSegment> segment(Ipv4Packet packet) {
            return TcpSegment.decode(packet.payload(), packet.source(), packet.destination())
                    .value();
        }
    }

    private static final class SendsIntoTheVoid extends UserCalls {
        SendsIntoTheVoid(Sender sender) {
            super(sender);
        }

        @Override
        public int send(Turn turn, Octets data) {
            boolean closed = is(
                    turn.tcb,
                    TcpState.FIN_WAIT_1,
                    TcpState.FIN_WAIT_2,
                    TcpState.CLOSING,
                    TcpState.LAST_ACK,
                    TcpState.TIME_WAIT);
            return closed ? data.length() : super.send(turn, data);
        }
    }

    private static final class CloseAgainAborts extends UserCalls {
        CloseAgainAborts(Sender sender) {
            super(sender);
        }

        @Override
        public void close(Turn turn) {
            if (is(turn.tcb, TcpState.FIN_WAIT_1, TcpState.FIN_WAIT_2)) {
                abort(turn);
            } else {
                super.close(turn);
            }
        }
    }

    private static final class HangsUp extends ChangedStack {
        HangsUp(Stack stack) {
            super(stack);
        }

        @Override
        public TcpListener listen(Port port, TcpAcceptor acceptor) {
            List<TcpConnection> accepted = new ArrayList<>();
            TcpListener listener = super.listen(port, connection -> {
                accepted.add(connection);
                return acceptor.accepted(connection);
            });
            return new TcpListener() {
                @Override
                public SocketAddress local() {
                    return listener.local();
                }

                @Override
                public void close() {
                    listener.close();
                    accepted.forEach(TcpConnection::close);
                }
            };
        }
    }

    private static final class RoomToldOnce extends OtherCalls {
        RoomToldOnce(Stack stack) {
            super(stack, connection -> connection);
        }

        @Override
        boolean tellsRoom(int before) {
            return before == 0;
        }
    }

    private static final class AbortsInSilence extends UserCalls {
        AbortsInSilence(Sender sender) {
            super(sender);
        }

        @Override
        public void abort(Turn turn) {
            turn.delete();
        }
    }
}
