package dev.plumbline.adapter.runner;

import dev.plumbline.adapter.line.Verb;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;

/** What an application with a UDP port is told, as lines. */
final class DatagramVoice implements UdpHandler {
    private final Guest guest;
    private final int socket;

    DatagramVoice(Guest guest, int socket) {
        this.guest = guest;
        this.socket = socket;
    }

    @Override
    public void received(SocketAddress source, Octets data) {
        guest.tell(Verb.UDP_RECEIVED, socket, source.address(), source.port().number(), data);
    }

    /** On a host with one address nobody needs to hear of it. */
    @Override
    public void received(SocketAddress source, Ipv4Address destination, Octets data) {
        if (guest.hasSeveralAddresses()) {
            guest.tell(
                    Verb.UDP_RECEIVED_AT,
                    socket,
                    destination,
                    source.address(),
                    source.port().number(),
                    data);
        } else {
            received(source, data);
        }
    }

    @Override
    public void unreachable(SocketAddress destination) {
        guest.tell(
                Verb.UDP_UNREACHABLE,
                socket,
                destination.address(),
                destination.port().number());
    }
}
