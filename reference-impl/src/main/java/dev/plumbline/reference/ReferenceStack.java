package dev.plumbline.reference;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;
import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.dns.AuthoritativeServer;
import dev.plumbline.reference.dns.ResolverParts;
import dev.plumbline.reference.dns.ServedZone;
import dev.plumbline.reference.dns.StubResolver;
import dev.plumbline.reference.dns.Zone;
import dev.plumbline.reference.ip.Datagram;
import dev.plumbline.reference.ip.IpLayer;
import dev.plumbline.reference.ip.IpParts;
import dev.plumbline.reference.ip.UpperLayer;
import dev.plumbline.reference.tcp.ReferenceTcp;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.udp.UdpCodec;
import dev.plumbline.reference.udp.UdpLayer;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.IpHost;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.NameServer;
import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpLayer;
import dev.plumbline.spi.TcpLayerProvider;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.function.Function;

/**
 * One host's stack (RFC 1122 section 1.1.3): IP with ICMP, UDP and a TCP above it, and above them the Domain Name
 * System. The TCP need not be the reference's: a course's "TCP week" hands in that layer alone.
 */
@Keeps("LAY-1")
public final class ReferenceStack implements Stack {
    private final SwitchableHost host;
    private final IpLayer ip;
    private final UdpLayer udp;
    private final TcpLayer tcp;
    private final Function<Zone, AuthoritativeServer> nameServer;
    private final StubResolver resolver;

    private ReferenceStack(Builder parts) {
        host = new SwitchableHost(parts.host);
        ip = new IpLayer(host, parts.ip);
        udp = new UdpLayer(ip, parts.udpCodec);
        tcp = parts.tcp.apply(ip);
        nameServer = parts.nameServer;
        ip.carry(IpProtocol.UDP, udp);
        ip.carry(IpProtocol.TCP, new TcpOverIp(tcp));
        resolver = new StubResolver(host, udp, tcp, parts.resolver);
    }

    /** Starts putting a stack together for {@code host}. */
    public static Builder on(Host host) {
        return new Builder(host);
    }

    @Override
    public void receive(Link link, Octets datagram) {
        if (host.isOn()) {
            ip.receive(datagram);
        }
    }

    @Override
    public UdpSocket openUdp(Port port, UdpHandler handler) {
        return udp.openUdp(port, handler);
    }

    @Override
    public TcpListener listen(Port port, TcpAcceptor acceptor) {
        return tcp.listen(port, acceptor);
    }

    @Override
    public TcpListener listen(SocketAddress local, TcpAcceptor acceptor) {
        return tcp.listen(local, acceptor);
    }

    @Override
    public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
        requireHost(remote);
        return tcp.connect(local, remote, handler);
    }

    @Override
    public TcpConnection connect(SocketAddress local, SocketAddress remote, TcpHandler handler) {
        requireHost(remote);
        return tcp.connect(local, remote, handler);
    }

    @Override
    public TcpConnection connect(Port local, List<Ipv4Address> gateways, SocketAddress remote, TcpHandler handler) {
        requireHost(remote);
        return tcp.connect(local, gateways, remote, handler);
    }

    /** IP alone knows the links' directed broadcasts; the TCP above checks the rest (RFC 9293 section 3.9.1.1, MUST-46). */
    private void requireHost(SocketAddress remote) {
        if (!ip.isHost(remote.address())) {
            throw new CallRefused(CallRefused.Reason.INVALID_DESTINATION, remote.toString());
        }
    }

    @Override
    public NameServer serve(String zone) {
        return new ServedZone(this, this, nameServer, zone);
    }

    @Override
    public void resolve(DomainName name, RecordType type, ResolutionHandler handler) {
        resolver.resolve(name, type, handler);
    }

    @Override
    public void close() {
        host.switchOff();
        tcp.close();
    }

    /** What IP tells a TCP that knows nothing of datagrams. */
    private record TcpOverIp(TcpLayer tcp) implements UpperLayer {
        @Override
        public void receive(Datagram datagram) {
            Ipv4Packet packet = datagram.packet();
            tcp.receive(packet.source(), packet.destination(), packet.ecn(), packet.options(), packet.payload());
        }

        @Override
        public void icmpError(IcmpMessage error, Ipv4Address source, Ipv4Address destination, Octets start) {
            tcp.icmpError(error, source, destination, start);
        }
    }

    /** The parts of a stack, each the reference's until another is put in its place. */
    public static final class Builder {
        private final Host host;
        private Function<IpHost, TcpLayer> tcp = ip -> new ReferenceTcp(ip, new TcpParts());
        private UdpCodec udpCodec = new UdpCodec();
        private Function<Zone, AuthoritativeServer> nameServer = AuthoritativeServer::new;
        private ResolverParts resolver = new ResolverParts();
        private IpParts ip = new IpParts();

        private Builder(Host host) {
            this.host = host;
        }

        /** Another TCP. */
        public Builder tcp(TcpLayerProvider provider) {
            tcp = provider::boot;
            return this;
        }

        /** The reference's TCP with other parts. */
        public Builder tcp(TcpParts parts) {
            tcp = ip -> new ReferenceTcp(ip, parts);
            return this;
        }

        /** Another way to write and read UDP datagrams. */
        public Builder udp(UdpCodec codec) {
            udpCodec = codec;
            return this;
        }

        /** The reference's IP with other parts. */
        public Builder ip(IpParts parts) {
            ip = parts;
            return this;
        }

        /** Another way to answer for a zone. */
        public Builder nameServer(Function<Zone, AuthoritativeServer> other) {
            nameServer = other;
            return this;
        }

        /** The resolver with other parts. */
        public Builder resolver(ResolverParts parts) {
            resolver = parts;
            return this;
        }

        /** Switches the host on. */
        public Stack boot() {
            return new ReferenceStack(this);
        }
    }
}
