package dev.plumbline.faults;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.NameServer;
import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.List;

/** A stack that does what another one does; to be overridden where it is to differ. */
class ChangedStack implements Stack {
    private final Stack stack;

    ChangedStack(Stack stack) {
        this.stack = stack;
    }

    @Override
    public void receive(Link link, Octets datagram) {
        stack.receive(link, datagram);
    }

    @Override
    public UdpSocket openUdp(Port port, UdpHandler handler) {
        return stack.openUdp(port, handler);
    }

    @Override
    public TcpListener listen(Port port, TcpAcceptor acceptor) {
        return stack.listen(port, acceptor);
    }

    @Override
    public TcpListener listen(SocketAddress local, TcpAcceptor acceptor) {
        return stack.listen(local, acceptor);
    }

    @Override
    public TcpConnection connect(SocketAddress local, SocketAddress remote, TcpHandler handler) {
        return stack.connect(local, remote, handler);
    }

    @Override
    public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
        return stack.connect(local, remote, handler);
    }

    @Override
    public TcpConnection connect(Port local, List<Ipv4Address> gateways, SocketAddress remote, TcpHandler handler) {
        return stack.connect(local, gateways, remote, handler);
    }

    @Override
    public void resolve(DomainName name, RecordType type, ResolutionHandler handler) {
        stack.resolve(name, type, handler);
    }

    @Override
    public NameServer serve(String zone) {
        return stack.serve(zone);
    }

    @Override
    public void close() {
        stack.close();
    }
}
