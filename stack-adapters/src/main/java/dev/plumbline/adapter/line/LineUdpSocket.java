package dev.plumbline.adapter.line;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;

/** A UDP port of a {@link LineStack}. */
final class LineUdpSocket implements UdpSocket {
    private final LineStack stack;
    private final int socket;
    private final SocketAddress local;

    LineUdpSocket(LineStack stack, int socket, SocketAddress local) {
        this.stack = stack;
        this.socket = socket;
        this.local = local;
    }

    @Override
    public SocketAddress local() {
        return local;
    }

    @Override
    public void send(SocketAddress destination, Octets data) {
        stack.call(
                Verb.UDP_SEND, socket, destination.address(), destination.port().number(), data);
    }

    @Override
    public void send(Ipv4Address source, SocketAddress destination, Octets data) {
        stack.call(
                Verb.UDP_SEND_FROM,
                socket,
                source,
                destination.address(),
                destination.port().number(),
                data);
    }

    @Override
    public void close() {
        stack.tell(Verb.UDP_CLOSE, socket);
        stack.forget(socket);
    }
}
