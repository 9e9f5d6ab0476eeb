package dev.plumbline.testbed;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;

/** A transcript with something of everything, as the host "endpoint" would leave it. */
final class Conversation {
    /** Close to the wrap, so that whoever subtracts wrongly is seen. */
    static final SeqNumber PEER_ISN = SeqNumber.of(0xffffffffL);

    static final SeqNumber ENDPOINT_ISN = SeqNumber.of(1_000_000);

    final World world = new World();

    Transcript play() {
        handshake();
        data();
        otherProtocols();
        in(0, TcpSegment.between(Port.of(9), Port.of(80)).seq(SeqNumber.of(5)).flags(TcpFlags.of(TcpFlag.RST)));
        world.transcript.append(Kind.CALL, "peer", "close()");
        world.transcript.note("over");
        return world.transcript;
    }

    private void handshake() {
        world.transcript.append(Kind.CALL, "endpoint", "listen(80)");
        in(
                100_000,
                fromPeer()
                        .seq(PEER_ISN)
                        .flags(TcpFlags.of(TcpFlag.SYN))
                        .window(65535)
                        .options(List.of(new TcpOption.MaximumSegmentSize(1460), new TcpOption.SackPermitted())));
        out(
                0,
                fromEndpoint()
                        .seq(ENDPOINT_ISN)
                        .flags(TcpFlags.of(TcpFlag.SYN))
                        .ack(PEER_ISN.plus(1))
                        .window(65535)
                        .options(List.of(
                                new TcpOption.MaximumSegmentSize(1460),
                                new TcpOption.NoOperation(),
                                new TcpOption.WindowScale(7),
                                new TcpOption.Timestamps(-1, 5))));
        world.transcript.append(Kind.EVENT, "endpoint", "accepted 192.0.2.2:1234");
        world.transcript.append(Kind.LOG, "endpoint", "state ESTABLISHED");
    }

    private void data() {
        TcpSegment.Builder data = fromPeer()
                .seq(PEER_ISN.plus(1))
                .ack(ENDPOINT_ISN.plus(1))
                .window(100)
                .payload(Octets.ofText("hello"));
        in(200_001, data);
        world.transcript.append(Kind.LOST, "peer", tcp(data, World.PEER, World.ENDPOINT), "dropped by the network");
        Octets acknowledgment = out(
                0,
                fromEndpoint()
                        .seq(ENDPOINT_ISN.plus(1))
                        .ack(PEER_ISN.plus(6))
                        .window(10)
                        .options(List.of(new TcpOption.Sack(
                                List.of(new TcpOption.Block(PEER_ISN.plus(11), PEER_ISN.plus(21)))))));
        world.transcript.append(Kind.LOST, "endpoint", acknowledgment, "dropped by the network");
    }

    private void otherProtocols() {
        Octets datagram = World.udp(World.PEER, World.ENDPOINT, 5);
        record(1_000_000, Kind.RECEIVED, datagram);
        record(0, Kind.SENT, icmp(new IcmpMessage.DestinationUnreachable(3, 0, datagram.slice(0, 28))));
        record(0, Kind.SENT, icmp(new IcmpMessage.EchoRequest(1, 2, Octets.of(9))));
        record(0, Kind.RECEIVED, World.udp(Ipv4Address.parse("203.0.113.9"), World.ENDPOINT, 0));
        record(0, Kind.RECEIVED, Octets.of(0x45, 1, 2));
        record(0, Kind.RECEIVED, datagram.withAt(27, Octets.of(0x55)));
        record(
                0,
                Kind.SENT,
                Ipv4Packet.of(World.ENDPOINT, World.PEER, IpProtocol.UDP, Octets.empty())
                        .withIdentification(7)
                        .withFragment(8, true, Octets.wrap(new byte[16]))
                        .encode());
    }

    private void in(int micros, TcpSegment.Builder segment) {
        record(micros, Kind.RECEIVED, tcp(segment, World.PEER, World.ENDPOINT));
    }

    private Octets out(int micros, TcpSegment.Builder segment) {
        Octets datagram = tcp(segment, World.ENDPOINT, World.PEER);
        record(micros, Kind.SENT, datagram);
        return datagram;
    }

    private void record(int micros, Kind kind, Octets datagram) {
        world.run(Duration.ofNanos(micros * 1000L));
        world.transcript.append(kind, "endpoint", datagram, "");
    }

    private static TcpSegment.Builder fromPeer() {
        return TcpSegment.between(Port.of(1234), Port.of(80));
    }

    private static TcpSegment.Builder fromEndpoint() {
        return TcpSegment.between(Port.of(80), Port.of(1234));
    }

    private static Octets tcp(TcpSegment.Builder segment, Ipv4Address from, Ipv4Address to) {
        return Ipv4Packet.of(from, to, IpProtocol.TCP, segment.build().encode(from, to))
                .encode();
    }

    private static Octets icmp(IcmpMessage message) {
        return Ipv4Packet.of(World.ENDPOINT, World.PEER, IpProtocol.ICMP, message.encode())
                .encode();
    }
}
