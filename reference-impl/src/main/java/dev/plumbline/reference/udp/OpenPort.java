package dev.plumbline.reference.udp;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;

/** A port that an application has opened (RFC 768, section "User Interface"). */
final class OpenPort implements UdpSocket {
    private final UdpLayer udp;
    private final SocketAddress local;
    private final UdpHandler handler;

    OpenPort(UdpLayer udp, SocketAddress local, UdpHandler handler) {
        this.udp = udp;
        this.local = local;
        this.handler = handler;
    }

    @Override
    public SocketAddress local() {
        return local;
    }

    UdpHandler handler() {
        return handler;
    }

    @Keeps({"UDP-5", "PORT-4"})
    @Override
    public void send(SocketAddress destination, Octets data) {
        requireOpen();
        udp.send(local, destination, data);
    }

    @Keeps("RFC1122/4.1.3.5-SOURCE")
    @Override
    public void send(Ipv4Address source, SocketAddress destination, Octets data) {
        requireOpen();
        udp.send(new SocketAddress(source, local.port()), destination, data);
    }

    private void requireOpen() {
        if (!udp.isOpen(this)) {
            throw new CallRefused(CallRefused.Reason.CONNECTION_CLOSING, "UDP port " + local.port() + " was given up");
        }
    }

    @Override
    public void close() {
        udp.close(this);
    }
}
