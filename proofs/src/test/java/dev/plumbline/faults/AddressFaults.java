package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.ForwardingHost;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stacks that do not know which address and port an application has asked for (RFC 9293 section 3.9.1.1). */
final class AddressFaults {
    private AddressFaults() {}

    static List<Fault> all() {
        return Stream.of(ofConnections(), ofDatagrams()).flatMap(List::stream).toList();
    }

    private static List<Fault> ofConnections() {
        return List.of(
                fault(
                                "port-of-a-connection-taken",
                                "Who connects from a port has it alone: nobody can listen there.",
                                around(PortTaken::new))
                        .killedBy("RFC9293/MUST-42")
                        .saying("the stack refused a call of its application", "PORT_IN_USE"),
                fault(
                                "bind-unheard-by-connect",
                                "Connections leave from the address of the link, whatever bind() was told.",
                                around(ConnectsFromAnywhere::new))
                        .killedBy("RFC9293/MUST-43")
                        .saying("the endpoint sent a segment with the local address", "has asked for"),
                fault(
                                "bind-unheard-by-listen",
                                "Of what bind() was told only the port is looked at.",
                                around(ListensEverywhere::new))
                        .killedBy("RFC9293/MUST-43")
                        .saying("a SYN and ACK came", "nobody waits there"),
                fault(
                                "answers-from-first-address",
                                "Segments leave with the first address of the interface, whatever the connection's own is.",
                                host -> ReferenceStack.on(new FirstAddress(host))
                                        .boot())
                        .killedBy("RFC9293/MUST-45")
                        .saying("the endpoint sent a segment of the connection to"));
    }

    private static List<Fault> ofDatagrams() {
        return List.of(
                fault(
                                "udp-without-destination",
                                "An application is told where a datagram comes from, and not at which address it has come.",
                                around(stack -> udpOf(
                                        stack,
                                        socket -> socket,
                                        handler -> (source, data) -> handler.received(source, data))))
                        .killedBy("RFC1122/4.1.3.5-DESTINATION")
                        .saying("it was told of a datagram, and not where that went"),
                fault(
                                "udp-destination-as-it-stands",
                                "The application is told the destination of the IP header, be it a broadcast address.",
                                AddressFaults::asItStands)
                        .killedBy("RFC1122/4.1.3.5-DESTINATION")
                        .saying("the application is told that the datagram went to one of", "it was told"),
                fault(
                                "udp-from-first-address",
                                "Datagrams leave from the first address, whatever the application has said.",
                                around(stack -> udpOf(stack, FromFirst::new, handler -> handler)))
                        .killedBy("RFC1122/4.1.3.5-SOURCE")
                        .saying("it comes from", "instead of"),
                fault(
                                "udp-source-said-once",
                                "The address that the application names is for the first datagram.",
                                around(stack -> udpOf(stack, FromFirstAfterwards::new, handler -> handler)))
                        .killedBy("RFC1122/4.1.3.5-SOURCE")
                        .saying("the peer receives each of the", "datagrams came from"));
    }

    private static Stack udpOf(Stack stack, UnaryOperator<UdpSocket> sockets, UnaryOperator<UdpHandler> handlers) {
        return new ChangedStack(stack) {
            @Override
            public UdpSocket openUdp(Port port, UdpHandler handler) {
                return sockets.apply(super.openUdp(port, handlers.apply(handler)));
            }
        };
    }

    /** It remembers the destination of what has come last. */
    private static Stack asItStands(Host host) {
        Ipv4Address[] last = new Ipv4Address[] {host.address()};
        Stack stack = udpOf(ReferenceStack.on(host).boot(), socket -> socket, handler -> new UdpHandler() {
            @Override
            public void received(SocketAddress source, Octets data) {
                handler.received(source, last[0], data);
            }
        });
        return new ChangedStack(stack) {
            @Override
            public void receive(Link link, Octets datagram) {
                last[0] = Ipv4Packet.decode(datagram)
                        .value()
                        .map(Ipv4Packet::destination)
                        .orElse(last[0]);
                super.receive(link, datagram);
            }
        };
    }

    private static final class FromFirst extends ChangedUdpSocket {
        FromFirst(UdpSocket socket) {
            super(socket);
        }

        @Override
        public void send(Ipv4Address source, SocketAddress destination, Octets data) {
            send(destination, data);
        }
    }

    private static final class FromFirstAfterwards extends ChangedUdpSocket {
        private boolean named;

        FromFirstAfterwards(UdpSocket socket) {
            super(socket);
        }

        @Override
        public void send(Ipv4Address source, SocketAddress destination, Octets data) {
            if (named) {
                super.send(destination, data);
            } else {
                super.send(source, destination, data);
            }
            named = true;
        }
    }

    private static final class PortTaken extends ChangedStack {
        private final Set<Port> taken = new HashSet<>();

        PortTaken(Stack stack) {
            super(stack);
        }

        @Override
        public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
            TcpConnection connection = super.connect(local, remote, handler);
            taken.add(connection.local().port());
            return connection;
        }

        @Override
        public TcpListener listen(Port port, TcpAcceptor acceptor) {
            if (taken.contains(port)) {
                throw new CallRefused(CallRefused.Reason.PORT_IN_USE, "TCP port " + port);
            }
            return super.listen(port, acceptor);
        }
    }

    private static final class ConnectsFromAnywhere extends ChangedStack {
        ConnectsFromAnywhere(Stack stack) {
            super(stack);
        }

        @Override
        public TcpConnection connect(SocketAddress local, SocketAddress remote, TcpHandler handler) {
            return super.connect(local.port(), remote, handler);
        }
    }

    private static final class ListensEverywhere extends ChangedStack {
        ListensEverywhere(Stack stack) {
            super(stack);
        }

        @Override
        public TcpListener listen(SocketAddress local, TcpAcceptor acceptor) {
            return super.listen(local.port(), acceptor);
        }
    }

    private static final class FirstAddress extends ForwardingHost {
        FirstAddress(Host host) {
            super(host);
        }

        @Override
        public void transmit(Link link, Octets datagram) {
            Ipv4Packet packet = Ipv4Packet.decode(datagram).orElseThrow();
            boolean changed =
                    packet.protocol().equals(IpProtocol.TCP) && moreAddresses().contains(packet.source());
            super.transmit(link, changed ? fromFirst(packet).encode() : datagram);
        }

        private Ipv4Packet fromFirst(Ipv4Packet packet) {
            TcpSegment segment = TcpSegment.decode(packet.payload(), packet.source(), packet.destination())
                    .orElseThrow();
            Octets payload = segment.encode(address(), packet.destination());
            return Ipv4Packet.of(address(), packet.destination(), IpProtocol.TCP, payload)
                    .withIdentification(packet.identification());
        }
    }

    /** An IP that takes another address than the first, where an application does not care (RFC 1122 section 3.3.4.3). */
    static final class LastAddress extends ChangedStack {
        private final List<Ipv4Address> more;

        LastAddress(Host host) {
            super(ReferenceStack.on(host).boot());
            more = host.moreAddresses();
        }

        @Override
        public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
            return more.isEmpty()
                    ? super.connect(local, remote, handler)
                    : super.connect(new SocketAddress(more.get(more.size() - 1), local), remote, handler);
        }
    }
}
