package dev.plumbline.adapter.linux;

import dev.plumbline.adapter.testing.TestHost;
import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The other end of the wire: sends what a test says, and looks for answers in what the host has transmitted. */
final class Peer {
    static final Port PORT = Port.of(4000);

    private final Ipv4Address address = Ipv4Address.parse("198.51.100.9");
    private final TestHost host;
    private final Stack stack;
    private final Set<Integer> seen = new HashSet<>();

    Peer(TestHost host, Stack stack) {
        this.host = host;
        this.stack = stack;
    }

    Ipv4Address address() {
        return address;
    }

    void send(IpProtocol protocol, Octets payload) {
        stack.receive(
                host.link(),
                Ipv4Packet.of(address, host.address(), protocol, payload).encode());
    }

    void ping(int number) {
        send(IpProtocol.ICMP, new IcmpMessage.EchoRequest(1, number, Octets.ofText("ping")).encode());
    }

    void awaitPong(int number) {
        var pong = new IcmpMessage.EchoReply(1, number, Octets.ofText("ping"));
        var unused = awaitPacket(
                "echo reply " + number,
                packet -> packet.protocol().equals(IpProtocol.ICMP)
                        && IcmpMessage.decode(packet.payload()).orElseThrow().equals(pong));
    }

    void send(UdpDatagram datagram) {
        send(IpProtocol.UDP, datagram.encode(address, host.address()));
    }

    UdpDatagram awaitUdp() {
        Ipv4Packet packet = awaitPacket("UDP datagram", p -> p.protocol().equals(IpProtocol.UDP));
        return UdpDatagram.decode(packet.payload(), packet.source(), packet.destination())
                .orElseThrow();
    }

    void send(TcpSegment.Builder segment) {
        send(IpProtocol.TCP, segment.window(65000).build().encode(address, host.address()));
    }

    /** Sends the acknowledgment of everything up to the end of {@code segment}, with data if there is any. */
    void acknowledge(TcpSegment segment, SeqNumber seq, String data, TcpFlag... flags) {
        Port here = segment.destinationPort();
        Port there = segment.sourcePort();
        var answer = TcpSegment.between(here, there).seq(seq).ack(segment.end()).payload(Octets.ofText(data));
        for (TcpFlag flag : flags) {
            answer.flag(flag);
        }
        send(answer);
    }

    /** The next segment, in order of their coming, that fits; each segment is found once. */
    TcpSegment awaitSegment(String what, Predicate<TcpSegment> fits) {
        Ipv4Packet found =
                awaitPacket(what, packet -> packet.protocol().equals(IpProtocol.TCP) && fits.test(segment(packet)));
        return segment(found);
    }

    Ipv4Packet awaitPacket(String what, Predicate<Ipv4Packet> fits) {
        return host.await(what, () -> find(fits, 0));
    }

    /** The next segment that fits, if it has come yet. */
    Optional<TcpSegment> find(Predicate<TcpSegment> fits) {
        return find(packet -> packet.protocol().equals(IpProtocol.TCP) && fits.test(segment(packet)), 0)
                .map(Peer::segment);
    }

    private Optional<Ipv4Packet> find(Predicate<Ipv4Packet> fits, int from) {
        var sent = host.transmitted();
        Optional<Integer> index = IntStream.range(from, sent.size())
                .filter(i -> !seen.contains(i))
                .filter(i -> fits.test(Ipv4Packet.decode(sent.get(i)).orElseThrow()))
                .boxed()
                .findFirst();
        index.ifPresent(seen::add);
        return index.map(i -> Ipv4Packet.decode(sent.get(i)).orElseThrow());
    }

    private static TcpSegment segment(Ipv4Packet packet) {
        return TcpSegment.decode(packet.payload(), packet.source(), packet.destination())
                .orElseThrow();
    }
}
