package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.faults.Seams.tcp;
import static dev.plumbline.faults.Seams.udp;
import static dev.plumbline.faults.Seams.udpIn;
import static dev.plumbline.faults.Seams.udpOut;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.tcp.ConnectionTable;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.udp.UdpCodec;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Stacks that take one application for another: the rows PORT-1 to PORT-5 of the lesson. */
final class PortFaults {
    private static final int EPHEMERAL = 49152;

    private PortFaults() {}

    static List<Fault> all() {
        return Stream.of(finding(), fourNames(), sharing(), answering(), numbers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> finding() {
        return List.of(
                fault(
                                "by-source-port",
                                "The application is looked up by the sender's port.",
                                udpIn(PortFaults::exchanged))
                        .killedBy("PORT-1", "PORT-3")
                        .saying("the application with port 8080 received [] instead of")
                        .dependingOn("the peer's port"),
                fault(
                                "first-come",
                                "What comes for a port that nobody has is given to the first application.",
                                host -> {
                                    List<Port> open = new ArrayList<>();
                                    return opened(udpIn(u -> toFirst(u, open)).apply(host), open);
                                })
                        .killedBy("PORT-1")
                        .saying("an application received something, although none of them has the port"),
                fault("port-twice", "A port that is in use is given to whoever asks next.", around(PortTwice::new))
                        .killedBy("PORT-1")
                        .saying("two applications share one port"));
    }

    private static List<Fault> fourNames() {
        return List.of(
                fault(
                                "wrong-port",
                                "The answer to a SYN has source and destination port as the SYN had them.",
                                segmentsOut(s -> isSynAck(s) ? exchanged(s) : s))
                        .killedBy("PORT-2", "HS-2", "PORT-5")
                        .saying("the right two the wrong way round", "an answer swaps them"),
                fault(
                                "no-source-port",
                                "UDP datagrams leave with source port 0.",
                                udpOut(u -> new UdpDatagram(Port.ANY, u.destinationPort(), u.payload())))
                        .killedBy("PORT-2", "UDP-2", "PORT-4")
                        .saying("it comes from", ":0 instead of", "0 means any port"));
    }

    private static List<Fault> sharing() {
        return List.of(
                fault(
                                "port-only",
                                "A connection is found by its own port alone.",
                                tcp(foundBy((local, remote) -> local.port())))
                        .killedBy("PORT-3")
                        .saying("the second client", "while the first one is connected to the same port"),
                fault(
                                "ports-only",
                                "A connection is found by the two ports, whatever the addresses.",
                                tcp(foundBy((local, remote) -> List.of(local.port(), remote.port()))))
                        .killedBy("PORT-3")
                        .saying("the second client", "while the first one is connected to the same port"),
                fault(
                                "one-mailbox",
                                "All applications look into one mailbox: the newest one gets what is for any of them.",
                                around(OneMailbox::new))
                        .killedBy("PORT-3", "PORT-1")
                        .saying("the application with port 10010 received [\"a\", \"a\", \"a\"] instead of [\"a\"]"));
    }

    private static List<Fault> answering() {
        return List.of(
                fault(
                                "to-own-number",
                                "An answer goes to the port with the number of the one that was asked.",
                                udpOut(u -> new UdpDatagram(u.sourcePort(), u.sourcePort(), u.payload())))
                        .killedBy("PORT-4", "PORT-2")
                        .saying(":10010 instead of 200.200.200.3:80"),
                fault(
                                "from-new-port",
                                "A server answers from a port that it takes for this one client.",
                                udpOut(u -> new UdpDatagram(
                                        new Port(EPHEMERAL + u.destinationPort().number() % 1000),
                                        u.destinationPort(),
                                        u.payload())))
                        .killedBy("PORT-4", "PORT-2")
                        .saying("it comes from 100.100.100.1:49232 instead of 100.100.100.1:10010"),
                fault(
                                "no-answer-from-server",
                                "Datagrams from well-known ports are not let through.",
                                udp(accepting(u -> u.sourcePort().number() == 0
                                        || !u.sourcePort().isWellKnown())))
                        .killedBy("PORT-4")
                        .saying("the application receives the answer, and nothing else", "it received []"));
    }

    private static List<Fault> numbers() {
        return List.of(
                fault(
                                "signed-port",
                                "Ports are read as signed numbers: those from 32768 on are negative, and nobody's.",
                                udp(accepting(u -> u.destinationPort().number() <= Short.MAX_VALUE)))
                        .killedBy("PORT-5", "PORT-1")
                        .saying("nothing", "the endpoint's port = 32768")
                        .dependingOn("the endpoint's port"),
                fault("low-client-port", "Ports for clients are given out from 1 on.", around(LowClientPort::new))
                        .killedBy("PORT-5")
                        .saying("the well-known port 1"),
                fault(
                                "one-client-port",
                                "All clients that name no port get the same one.",
                                around(stack -> new ChangedStack(stack) {
                                    @Override
                                    public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
                                        Port own = local.equals(Port.ANY) ? new Port(EPHEMERAL) : local;
                                        return super.connect(own, remote, handler);
                                    }
                                }))
                        .killedBy("PORT-5")
                        .saying("the stack refused a call of its application: CONNECTION_EXISTS"),
                fault("well-known-refused", "No application may have a port below 1024.", around(WellKnownRefused::new))
                        .killedBy("PORT-5")
                        .saying("the stack refused a call of its application", "port 20 is not for everybody")
                        .dependingOn("the endpoint's port"));
    }

    private static boolean isSynAck(TcpSegment segment) {
        return segment.has(TcpFlag.SYN) && segment.has(TcpFlag.ACK);
    }

    private static TcpSegment exchanged(TcpSegment s) {
        return new TcpSegment(
                /* sourcePort= */ s.destinationPort(),
                /* destinationPort= */ s.sourcePort(),
                s.seq(),
                s.ack(),
                s.flags(),
                s.window(),
                s.urgentPointer(),
                s.options(),
                s.payload());
    }

    private static UdpDatagram exchanged(UdpDatagram u) {
        return new UdpDatagram(
                /* sourcePort= */ u.destinationPort(), /* destinationPort= */ u.sourcePort(), u.payload());
    }

    private static UdpDatagram toFirst(UdpDatagram u, List<Port> open) {
        boolean isKnown = open.isEmpty() || open.contains(u.destinationPort());
        return isKnown ? u : new UdpDatagram(u.sourcePort(), open.get(0), u.payload());
    }

    /** A stack that notes which ports are opened. */
    private static Stack opened(Stack stack, List<Port> open) {
        return new ChangedStack(stack) {
            @Override
            public UdpSocket openUdp(Port port, UdpHandler handler) {
                open.add(port);
                return super.openUdp(port, handler);
            }
        };
    }

    private static TcpParts foundBy(BiFunction<SocketAddress, SocketAddress, Object> key) {
        return new TcpParts() {
            @Override
            public <C> ConnectionTable<C> connectionTable() {
                return new ConnectionTable<>() {
                    @Override
                    protected Object key(SocketAddress local, SocketAddress remote) {
                        return key.apply(local, remote);
                    }
                };
            }
        };
    }

    private static UdpCodec accepting(Predicate<UdpDatagram> some) {
        return new UdpCodec() {
            @Override
            public Decoded<UdpDatagram> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
                Decoded<UdpDatagram> decoded = super.decode(octets, source, destination);
                return decoded.value().filter(some.negate()).isPresent()
                        ? Decoded.malformed("UDP header", "a port that it does not like", 0)
                        : decoded;
            }
        };
    }

    private static final class PortTwice extends ChangedStack {
        private final Map<Port, UdpSocket> sockets = new LinkedHashMap<>();

        PortTwice(Stack stack) {
            super(stack);
        }

        @Override
        public UdpSocket openUdp(Port port, UdpHandler handler) {
            UdpSocket earlier = sockets.get(port);
            if (earlier != null) {
                earlier.close();
            }
            UdpSocket socket = super.openUdp(port, handler);
            sockets.put(port, socket);
            return socket;
        }
    }

    private static final class OneMailbox extends ChangedStack {
        private UdpHandler newest = (source, data) -> {};

        OneMailbox(Stack stack) {
            super(stack);
        }

        @Override
        public UdpSocket openUdp(Port port, UdpHandler handler) {
            newest = handler;
            return super.openUdp(port, (source, data) -> newest.received(source, data));
        }
    }

    private static final class LowClientPort extends ChangedStack {
        private int next = 1;

        LowClientPort(Stack stack) {
            super(stack);
        }

        @Override
        public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
            return super.connect(local.equals(Port.ANY) ? new Port(next++) : local, remote, handler);
        }
    }

    private static final class WellKnownRefused extends ChangedStack {
        WellKnownRefused(Stack stack) {
            super(stack);
        }

        @Override
        public TcpListener listen(Port port, TcpAcceptor acceptor) {
            if (port.isWellKnown() && !port.equals(Port.ANY)) {
                throw new CallRefused(CallRefused.Reason.PORT_IN_USE, "port " + port + " is not for everybody");
            }
            return super.listen(port, acceptor);
        }
    }
}
