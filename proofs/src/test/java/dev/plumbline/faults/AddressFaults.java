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
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Stacks that do not know which address and port an application has asked for (RFC 9293 section 3.9.1.1). */
final class AddressFaults {
    private AddressFaults() {}

    static List<Fault> all() {
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
