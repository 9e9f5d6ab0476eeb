package dev.plumbline.diagnosis;

import dev.plumbline.diagnosis.Facts.Crossed;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/** What has crossed the link of a host in an example. */
final class Wire {
    static final Ipv4Address HOST = Ipv4Address.parse("198.18.0.1");
    static final Ipv4Address PEER = Ipv4Address.parse("198.19.0.200");
    static final Port HOST_PORT = Port.of(8080);
    static final Port PEER_PORT = Port.of(5000);

    private final List<Crossed> crossed = new ArrayList<>();

    /** Nothing has. */
    static Facts nothing() {
        return new Facts(Octets.empty(), List.of());
    }

    static TcpSegment.Builder fromPeer(long seq, TcpFlag... flags) {
        return flagged(TcpSegment.between(PEER_PORT, HOST_PORT), seq, flags);
    }

    static TcpSegment.Builder fromHost(long seq, TcpFlag... flags) {
        return flagged(TcpSegment.between(HOST_PORT, PEER_PORT), seq, flags);
    }

    private static TcpSegment.Builder flagged(TcpSegment.Builder builder, long seq, TcpFlag... flags) {
        TcpSegment.Builder segment = builder.seq(SeqNumber.of(seq));
        for (TcpFlag flag : flags) {
            segment = segment.flag(flag);
        }
        return segment;
    }

    Wire in(TcpSegment.Builder segment) {
        crossed.add(new Crossed(false, tcpIn(segment.build())));
        return this;
    }

    Wire in(Octets datagram) {
        crossed.add(new Crossed(false, datagram));
        return this;
    }

    Wire out(TcpSegment.Builder segment) {
        crossed.add(new Crossed(true, tcpOut(segment.build())));
        return this;
    }

    List<Crossed> crossed() {
        return List.copyOf(crossed);
    }

    /** The next one to leave is looked at. */
    Facts seeing(TcpSegment.Builder segment) {
        return seeing(tcpOut(segment.build()));
    }

    Facts seeing(Octets datagram) {
        return new Facts(datagram, crossed);
    }

    static Octets tcpOut(TcpSegment segment) {
        return Ipv4Packet.of(HOST, PEER, IpProtocol.TCP, segment.encode(HOST, PEER))
                .encode();
    }

    /** Its checksum is wrong. */
    static Octets damaged(TcpSegment.Builder segment) {
        Octets right = segment.build().encode(PEER, HOST);
        Octets wrong = right.withAt(16, Octets.of(right.u8(16) ^ 1));
        return Ipv4Packet.of(PEER, HOST, IpProtocol.TCP, wrong).encode();
    }

    static Octets tcpIn(TcpSegment segment) {
        return Ipv4Packet.of(PEER, HOST, IpProtocol.TCP, segment.encode(PEER, HOST))
                .encode();
    }

    static Octets udpOut(int from, int to, Octets data) {
        return udp(HOST, from, PEER, to, data);
    }

    static Octets udpIn(int from, int to, Octets data) {
        return udp(PEER, from, HOST, to, data);
    }

    private static Octets udp(Ipv4Address source, int from, Ipv4Address destination, int to, Octets data) {
        Octets datagram = new UdpDatagram(new Port(from), new Port(to), data).encode(source, destination);
        return Ipv4Packet.of(source, destination, IpProtocol.UDP, datagram).encode();
    }
}
