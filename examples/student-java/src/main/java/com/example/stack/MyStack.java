package com.example.stack;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
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
import java.nio.ByteBuffer;

/** One host's stack: IP here, UDP and TCP above it. */
final class MyStack implements Stack {
    private final Host host;
    private final Udp udp;
    private final Tcp tcp;
    private final Fragments fragments;
    private int identification;
    private boolean off;

    MyStack(Host host) {
        this.host = host;
        this.udp = new Udp(this);
        this.tcp = new Tcp(this);
        this.fragments = new Fragments(host);
    }

    Host host() {
        return host;
    }

    boolean isOff() {
        return off;
    }

    /** What IP hands up: only whole datagrams for this host, with a right header checksum. */
    @Override
    public void receive(Link link, Octets datagram) {
        if (off) {
            return;
        }
        IpPacket packet = IpPacket.parse(datagram.toByteArray());
        if (packet == null || packet.destination() != host.address().bits()) {
            return;
        }
        IpPacket whole = packet.isFragment() ? fragments.add(packet) : packet;
        if (whole != null) {
            handUp(whole);
        }
    }

    private void handUp(IpPacket packet) {
        switch (packet.protocol()) {
            case IpPacket.UDP -> udp.receive(packet);
            case IpPacket.TCP -> tcp.receive(packet);
            default -> {} // ICMP is not claimed
        }
    }

    /** Puts an IP header in front of {@code payload} and sends it. */
    void send(int protocol, Ipv4Address destination, ByteBuffer payload) {
        if (off) {
            return;
        }
        ByteBuffer octets = payload.slice();
        IpPacket whole = new IpPacket(
                protocol, host.address().bits(), destination.bits(), identification++ & 0xffff, 0, false, octets);
        int mtu = host.link().mtu();
        if (IpPacket.HEADER + octets.remaining() <= mtu) {
            transmit(whole);
            return;
        }
        int most = IpPacket.largestPiece(mtu);
        for (int start = 0; start < octets.remaining(); start += most) {
            transmit(whole.piece(start, Math.min(start + most, octets.remaining())));
        }
    }

    private void transmit(IpPacket packet) {
        host.transmit(host.link(), Octets.wrap(packet.build()));
    }

    /** The most octets that leave uncut: what TCP makes its segments by. */
    int largestUncut() {
        return host.link().mtu() - IpPacket.HEADER;
    }

    /** The most octets that IP carries in one datagram. */
    static int largestPayload() {
        return 65535 - IpPacket.HEADER;
    }

    /** Whether a host can have this address: not zero, not multicast, not broadcast. */
    static boolean isHost(Ipv4Address address) {
        int first = address.bits() >>> 24;
        return first != 0 && first < 224;
    }

    @Override
    public UdpSocket openUdp(Port port, UdpHandler handler) {
        return udp.open(port, handler);
    }

    @Override
    public TcpListener listen(Port port, TcpAcceptor acceptor) {
        return tcp.listen(port, acceptor);
    }

    @Override
    public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
        return tcp.connect(local, remote, handler);
    }

    @Override
    public void close() {
        off = true;
    }
}
