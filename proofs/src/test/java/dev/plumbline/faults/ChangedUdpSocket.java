package dev.plumbline.faults;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;

/** A UDP port as another one, but for what a subclass does otherwise. */
class ChangedUdpSocket implements UdpSocket {
    private final UdpSocket socket;

    ChangedUdpSocket(UdpSocket socket) {
        this.socket = socket;
    }

    @Override
    public SocketAddress local() {
        return socket.local();
    }

    @Override
    public void send(SocketAddress destination, Octets data) {
        socket.send(destination, data);
    }

    @Override
    public void send(Ipv4Address source, SocketAddress destination, Octets data) {
        socket.send(source, destination, data);
    }

    @Override
    public void close() {
        socket.close();
    }
}
