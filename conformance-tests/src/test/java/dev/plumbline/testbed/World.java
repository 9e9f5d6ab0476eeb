package dev.plumbline.testbed;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.spi.Link;
import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** A network for a test, and short ways to say what is in it. */
final class World {
    static final Ipv4Address ENDPOINT = Ipv4Address.parse("192.0.2.1");
    static final Ipv4Address PEER = Ipv4Address.parse("192.0.2.2");

    final Timeline timeline = new VirtualTimeline();
    final Transcript transcript = new Transcript(timeline);
    final Network network;

    World() {
        this(1);
    }

    World(long seed) {
        network = new Network(timeline, transcript, new SplittableRandom(seed));
    }

    PeerHost peer(String name, String address) {
        return new PeerHost(network, name, link(0, address, 1500));
    }

    /** Routers in a row between two hosts. */
    void chain(Attachment left, Attachment right, List<Integer> mtus) {
        lay(Topology.chain(mtus), left, right);
    }

    /** A topology between two hosts. */
    void lay(Topology topology, Attachment left, Attachment right) {
        network.connect(topology.lay(network, left, Impairment.none(), Impairment.none()), right);
    }

    void run(Duration limit) {
        timeline.runUntil(() -> false, limit);
    }

    void run() {
        run(Duration.ofSeconds(10));
    }

    List<String> texts(Kind kind) {
        return transcript.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .map(Entry::text)
                .toList();
    }

    static Link link(int index, String address, int mtu) {
        return new Link(index, Ipv4Address.parse(address), 24, mtu);
    }

    static Octets udp(Ipv4Address from, Ipv4Address to, int size) {
        UdpDatagram datagram = new UdpDatagram(Port.of(1234), Port.of(53), Octets.wrap(new byte[size]));
        return Ipv4Packet.of(from, to, IpProtocol.UDP, datagram.encode(from, to))
                .encode();
    }
}
