package dev.plumbline.reference.udp;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.ip.Datagram;
import dev.plumbline.reference.ip.IpLayer;
import dev.plumbline.reference.ip.UpperLayer;
import dev.plumbline.reference.transport.EphemeralPorts;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.IpMarks;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpService;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.HashMap;
import java.util.Map;

/** UDP: which application has which port (RFC 768, RFC 1122 section 4.1). */
@Keeps("UDP-1")
public final class UdpLayer implements UdpService, UpperLayer {
    private final IpLayer ip;
    private final UdpCodec codec;
    private final Map<Port, OpenPort> ports = new HashMap<>();

    /** A UDP over {@code ip} with no port open. */
    public UdpLayer(IpLayer ip, UdpCodec codec) {
        this.ip = ip;
        this.codec = codec;
    }

    @Override
    public UdpSocket openUdp(Port port, UdpHandler handler) {
        if (ports.containsKey(port)) {
            throw new CallRefused(CallRefused.Reason.PORT_IN_USE, "UDP port " + port);
        }
        Port chosen = port.equals(Port.ANY) ? EphemeralPorts.choose(ip.random(), ports::containsKey) : port;
        OpenPort socket = new OpenPort(this, new SocketAddress(ip.address(), chosen), handler);
        ports.put(chosen, socket);
        return socket;
    }

    @Override
    public void receive(Datagram datagram) {
        Ipv4Address source = datagram.packet().source();
        codec.decode(datagram.packet().payload(), source, datagram.packet().destination())
                .value()
                .ifPresent(udp -> deliver(datagram, udp));
    }

    @Keeps({"LAY-3", "UDP-4", "PORT-1"})
    private void deliver(Datagram datagram, UdpDatagram udp) {
        OpenPort socket = ports.get(udp.destinationPort());
        if (socket == null) {
            ip.errors().portUnreachable(datagram);
        } else {
            SocketAddress source = new SocketAddress(datagram.packet().source(), udp.sourcePort());
            socket.handler().received(source, specificDestination(datagram), udp.payload());
        }
    }

    /** What is for many hosts counts as for the address of the link by which it came; a host has one link (RFC 1122 section 3.2.1.3). */
    @Keeps("RFC1122/4.1.3.5-DESTINATION")
    private Ipv4Address specificDestination(Datagram datagram) {
        return datagram.toOneHost() ? datagram.packet().destination() : ip.address();
    }

    /** The error belongs to the application with the port that the lost datagram came from (RFC 1122 section 4.1.3.3). */
    @Keeps("RFC1122/4.1.3.3-ERRORS")
    @Override
    public void icmpError(IcmpMessage error, Ipv4Address source, Ipv4Address destination, Octets start) {
        OpenPort socket = ports.get(new Port(start.u16(0)));
        if (socket != null) {
            socket.handler().unreachable(new SocketAddress(destination, new Port(start.u16(2))));
        }
    }

    @Keeps({"LAY-2", "UDP-3", "RFC768/LARGEST"})
    void send(SocketAddress from, SocketAddress to, Octets data) {
        if (!ip.isHost(to.address()) || to.port().equals(Port.ANY)) {
            throw new CallRefused(CallRefused.Reason.INVALID_DESTINATION, to.toString());
        }
        if (!ip.addresses().contains(from.address())) {
            throw new CallRefused(
                    CallRefused.Reason.INVALID_DESTINATION, from.address() + " is none of the host's addresses");
        }
        if (data.length() > UdpDatagram.MAX_PAYLOAD) {
            throw new CallRefused(CallRefused.Reason.TOO_LARGE, data.length() + " octets");
        }
        UdpDatagram udp = new UdpDatagram(from.port(), to.port(), data);
        ip.transmit(
                IpProtocol.UDP,
                from.address(),
                to.address(),
                IpMarks.USUAL,
                codec.encode(udp, from.address(), to.address()));
    }

    void close(OpenPort socket) {
        ports.remove(socket.local().port(), socket);
    }

    boolean isOpen(OpenPort socket) {
        return ports.get(socket.local().port()) == socket;
    }
}
