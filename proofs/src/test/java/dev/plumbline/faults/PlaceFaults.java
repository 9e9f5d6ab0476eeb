package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.datagramsIn;
import static dev.plumbline.faults.Seams.ip;
import static dev.plumbline.faults.Seams.segmentsIn;
import static dev.plumbline.faults.Seams.tcp;
import static dev.plumbline.faults.Seams.udpIn;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.ip.Datagram;
import dev.plumbline.reference.ip.Reassembler;
import dev.plumbline.reference.ip.Reassembly;
import dev.plumbline.reference.tcp.ConnectionTable;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Stacks that run out of places, keep what is over, or are too easy to foretell. */
final class PlaceFaults {
    private static final int EPHEMERAL = 49152;
    private static final int EIGHT = 8;

    private PlaceFaults() {}

    static List<Fault> all() {
        return Stream.of(ports(), pieces(), places(), leftovers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> ports() {
        return List.of(
                fault(
                                "last-port-shared",
                                "When all ports are in use, the last one is given to everybody.",
                                around(LastShared::new))
                        .killedBy("RFC6056/3.3-NONE-LEFT")
                        .saying("the endpoint gave UDP port", "to two applications"),
                fault(
                                "ports-drawn-blind",
                                "A client's port is drawn, and nobody looks whether it is in use.",
                                host -> new DrawnBlind(ReferenceStack.on(host).boot(), host.random()))
                        .killedBy("RFC6056/3.3-NONE-LEFT")
                        .saying("CONNECTION_EXISTS"),
                fault("ports-in-a-row", "Clients get one port after the other.", around(InARow::new))
                        .killedBy("RFC6056/3.3-OBSCURE")
                        .saying("knows the next", "[49152, 49153, 49154, 49155, 49156]"),
                fault(
                                "port-zero-is-any",
                                "What comes for port 0 is given to whoever has opened a port first.",
                                host -> {
                                    List<Port> open = new ArrayList<>();
                                    Stack stack =
                                            udpIn(u -> fromZeroToFirst(u, open)).apply(host);
                                    return new ChangedStack(stack) {
                                        @Override
                                        public UdpSocket openUdp(Port port, UdpHandler handler) {
                                            open.add(port);
                                            return super.openUdp(port, handler);
                                        }
                                    };
                                })
                        .killedBy("RFC6335/PORT-ZERO")
                        .saying("an application received something"),
                fault(
                                "listens-on-zero",
                                "A server that leaves its port to the stack listens on port 0.",
                                around(ListensOnZero::new))
                        .killedBy("RFC6335/PORT-ZERO")
                        .saying("it has SYN", "it goes from port"));
    }

    private static List<Fault> pieces() {
        return List.of(
                fault(
                                "pieces-rounded-up",
                                "A piece that ends between two eights is filled up with zeros.",
                                datagramsIn(octets -> List.of(roundedUp(octets))))
                        .killedBy("RFC791/EIGHTS")
                        .saying("ends between two eights, so that octets are missing behind it"),
                fault(
                                "pieces-use-up-the-table",
                                "A datagram that is given up keeps its place in the table of those that wait for pieces.",
                                ip(ReassemblyFaults.reassembling(
                                        (clock, timedOut) -> new FullTable(new Reassembly(clock, timedOut)))))
                        .killedBy("RFC1122/REASSEMBLY-ROOM")
                        .saying("a datagram that comes in two pieces", "nothing of the kind"));
    }

    private static List<Fault> places() {
        return List.of(
                fault(
                                "newest-takes-oldest-place",
                                "When its table of 100 connections is full, a SYN takes the place of the oldest connection.",
                                tables(OldestGoes::new))
                        .killedBy("RFC4987/FLOOD")
                        .saying("the connection is not in ESTABLISHED"),
                fault(
                                "half-open-for-ever",
                                "Of 150 places for connections none is ever free again, and SYNs take them like others.",
                                places(150))
                        .killedBy("RFC4987/FLOOD", "RFC9293/3.4.1-MANY")
                        .saying("a client that asks every ten seconds gets its connection", "has no connection"),
                fault(
                                "thousand-connections",
                                "It counts the connections that there have been, and has places for a thousand.",
                                places(1000))
                        .killedBy("RFC9293/3.4.1-MANY")
                        .saying("the first 1000 of them did, and the next one got no further"));
    }

    private static List<Fault> leftovers() {
        return List.of(
                fault(
                                "pair-used-up",
                                "A connection that is over stays in the table, so that its two sockets cannot have another one.",
                                tables(NeverRemoves::new))
                        .killedBy("RFC9293/3.4.1-AGAIN")
                        .saying("CONNECTION_EXISTS"),
                fault(
                                "mss-of-the-port",
                                "What a peer's port has said of its MSS first counts in all connections with it.",
                                host -> segmentsIn(new FirstMss()).apply(host))
                        .killedBy("RFC9293/3.4.1-NOTHING-LEFT")
                        .saying("octets of options and data, but the peer takes only"));
    }

    private interface Tables {
        <C> ConnectionTable<C> make();
    }

    private static Function<Host, Stack> tables(Tables tables) {
        return tcp(new TcpParts() {
            @Override
            public <C> ConnectionTable<C> connectionTable() {
                return tables.make();
            }
        });
    }

    private static Function<Host, Stack> places(int count) {
        return tcp(new TcpParts() {
            @Override
            public <C> ConnectionTable<C> connectionTable() {
                return new Limited<>(count);
            }
        });
    }

    private static final class OldestGoes<C> extends ConnectionTable<C> {
        private static final int PLACES = 100;

        private final Deque<Runnable> leaving = new ArrayDeque<>();

        @Override
        public void put(SocketAddress local, SocketAddress remote, C connection) {
            if (leaving.size() == PLACES) {
                leaving.remove().run();
            }
            leaving.add(() -> super.remove(local, remote, connection));
            super.put(local, remote, connection);
        }
    }

    private static final class Limited<C> extends ConnectionTable<C> {
        private final int places;
        private int used;

        Limited(int places) {
            this.places = places;
        }

        @Override
        public void put(SocketAddress local, SocketAddress remote, C connection) {
            used++;
            if (used <= places) {
                super.put(local, remote, connection);
            }
        }
    }

    private static final class NeverRemoves<C> extends ConnectionTable<C> {
        @Override
        public void remove(SocketAddress local, SocketAddress remote, C connection) {
            // It stays.
        }
    }

    private static final class FirstMss implements UnaryOperator<TcpSegment> {
        private final Map<Port, List<TcpOption>> said = new HashMap<>();

        @Override
        public TcpSegment apply(TcpSegment segment) {
            if (!segment.has(TcpFlag.SYN)) {
                return segment;
            }
            List<TcpOption> first = said.computeIfAbsent(segment.sourcePort(), port -> segment.options());
            return segment.toBuilder().options(first).build();
        }
    }

    private static final class FullTable implements Reassembler {
        private static final int PLACES = 64;

        private final Reassembler right;
        private final Set<Object> known = new HashSet<>();

        FullTable(Reassembler right) {
            this.right = right;
        }

        @Override
        public Optional<Datagram> accept(Datagram fragment) {
            Ipv4Packet packet = fragment.packet();
            Object key = List.of(packet.source(), packet.protocol(), packet.identification());
            if (known.size() == PLACES && !known.contains(key)) {
                return Optional.empty();
            }
            known.add(key);
            Optional<Datagram> whole = right.accept(fragment);
            whole.ifPresent(made -> known.remove(key));
            return whole;
        }
    }

    private static final class DrawnBlind extends ChangedStack {
        private final RandomGenerator random;

        DrawnBlind(Stack stack, RandomGenerator random) {
            super(stack);
            this.random = random;
        }

        @Override
        public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
            Port drawn = new Port(EPHEMERAL + random.nextInt(EPHEMERAL / 3));
            return super.connect(local.equals(Port.ANY) ? drawn : local, remote, handler);
        }
    }

    static final class InARow extends ChangedStack {
        private int next = EPHEMERAL;

        InARow(Stack stack) {
            super(stack);
        }

        @Override
        public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
            return super.connect(local.equals(Port.ANY) ? new Port(next++) : local, remote, handler);
        }
    }

    /** What it would take for port 0, it takes for the port that it says it has. */
    private static final class ListensOnZero extends ChangedStack {
        private Port chosen = Port.ANY;

        ListensOnZero(Stack stack) {
            super(stack);
        }

        @Override
        public TcpListener listen(Port port, TcpAcceptor acceptor) {
            TcpListener listener = super.listen(port, acceptor);
            chosen = port.equals(Port.ANY) ? listener.local().port() : chosen;
            return listener;
        }

        @Override
        public void receive(Link link, Octets datagram) {
            super.receive(
                    link,
                    Ipv4Packet.decode(datagram)
                            .value()
                            .filter(packet -> packet.protocol().equals(IpProtocol.TCP) && !packet.isFragment())
                            .flatMap(this::toChosen)
                            .orElse(datagram));
        }

        private Optional<Octets> toChosen(Ipv4Packet packet) {
            return TcpSegment.decode(packet.payload(), packet.source(), packet.destination())
                    .value()
                    .filter(segment -> segment.destinationPort().equals(Port.ANY))
                    .map(s -> new TcpSegment(
                            s.sourcePort(),
                            chosen,
                            s.seq(),
                            s.ack(),
                            s.flags(),
                            s.window(),
                            0,
                            s.options(),
                            s.payload()))
                    .map(s -> packet.withFragment(0, false, s.encode(packet.source(), packet.destination()))
                            .encode());
        }
    }

    private static UdpDatagram fromZeroToFirst(UdpDatagram u, List<Port> open) {
        boolean isFor = !u.destinationPort().equals(Port.ANY) || open.isEmpty();
        return isFor ? u : new UdpDatagram(u.sourcePort(), open.get(0), u.payload());
    }

    private static Octets roundedUp(Octets datagram) {
        return Ipv4Packet.decode(datagram)
                .value()
                .filter(Ipv4Packet::moreFragments)
                .map(piece -> piece.withFragment(piece.fragmentOffset(), true, filled(piece.payload()))
                        .encode())
                .orElse(datagram);
    }

    private static Octets filled(Octets payload) {
        return payload.plus(Octets.wrap(new byte[(EIGHT - payload.length() % EIGHT) % EIGHT]));
    }

    private static final class LastShared extends ChangedStack {
        private Optional<UdpSocket> last = Optional.empty();

        LastShared(Stack stack) {
            super(stack);
        }

        @Override
        public UdpSocket openUdp(Port port, UdpHandler handler) {
            try {
                UdpSocket socket = super.openUdp(port, handler);
                last = Optional.of(socket);
                return socket;
            } catch (CallRefused refused) {
                return last.filter(any -> port.equals(Port.ANY)).orElseThrow(() -> refused);
            }
        }
    }
}
