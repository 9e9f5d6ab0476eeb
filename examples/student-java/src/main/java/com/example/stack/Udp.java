package com.example.stack;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.CallRefused.Reason;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** UDP (RFC 768): ports and a checksum. */
final class Udp {
    private static final int HEADER = 8;

    private final MyStack ip;
    private final Map<Integer, UdpHandler> ports = new HashMap<>();

    Udp(MyStack ip) {
        this.ip = ip;
    }

    void receive(IpPacket packet) {
        ByteBuffer in = packet.payload();
        if (in.remaining() < HEADER) {
            return;
        }
        int length = in.getShort(4) & 0xffff;
        if (length < HEADER || length > in.remaining()) {
            return;
        }
        ByteBuffer datagram = in.slice(0, length);
        boolean checked = datagram.getShort(6) != 0; // zero: the sender computed none
        if (checked
                && Checksum.withPseudoHeader(packet.source(), packet.destination(), IpPacket.UDP, datagram) != 0) {
            return;
        }
        UdpHandler application = ports.get(datagram.getShort(2) & 0xffff);
        if (application != null) {
            SocketAddress source = address(packet.source(), datagram.getShort(0) & 0xffff);
            application.received(source, Bytes.octets(datagram.slice(HEADER, length - HEADER)));
        }
    }

    UdpSocket open(Port wanted, UdpHandler handler) {
        int port = wanted.equals(Port.ANY) ? Ports.choose(ip.host(), ports::containsKey) : wanted.number();
        if (ports.putIfAbsent(port, handler) != null) {
            throw new CallRefused(Reason.PORT_IN_USE, "UDP port " + port);
        }
        SocketAddress local = SocketAddress.of(ip.host().address(), port);
        return new UdpSocket() {
            @Override
            public SocketAddress local() {
                return local;
            }

            @Override
            public void send(SocketAddress destination, Octets data) {
                Udp.this.send(port, destination, data);
            }

            @Override
            public void close() {
                ports.remove(port);
            }
        };
    }

    private void send(int port, SocketAddress destination, Octets data) {
        int length = HEADER + data.length();
        if (length > MyStack.largestPayload()) {
            throw new CallRefused(Reason.TOO_LARGE, data.length() + " octets");
        }
        if (!MyStack.isHost(destination.address())) {
            throw new CallRefused(Reason.INVALID_DESTINATION, destination.toString());
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        out.putShort((short) port).putShort((short) destination.port().number());
        out.putShort((short) length).putShort((short) 0);
        out.put(data.toByteArray()).flip();
        int checksum = Checksum.withPseudoHeader(
                ip.host().address().bits(), destination.address().bits(), IpPacket.UDP, out);
        out.putShort(6, (short) checksum);
        ip.send(IpPacket.UDP, destination.address(), out);
    }

    private static SocketAddress address(int bits, int port) {
        return SocketAddress.of(new Ipv4Address(bits), port);
    }
}
