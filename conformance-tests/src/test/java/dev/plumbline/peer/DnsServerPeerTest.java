package dev.plumbline.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dns.DnsFrames;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.DnsServerPeer.Reply;
import dev.plumbline.spi.Link;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Network;
import dev.plumbline.testbed.PeerHost;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.testbed.VirtualTimeline;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The testbed's DNS server, asked by a host without a stack. */
class DnsServerPeerTest {
    private static final Ipv4Address CLIENT = Ipv4Address.parse("192.0.2.1");
    private static final Ipv4Address SERVER = Ipv4Address.parse("192.0.2.2");
    private static final Port PORT = Port.of(40000);
    private static final DomainName WWW = DomainName.parse("www.example.com");
    private static final Question QUESTION = Question.in(WWW, RecordType.A);
    private static final SeqNumber ISS = SeqNumber.of(77);

    private final VirtualTimeline timeline = new VirtualTimeline();
    private final Network network = new Network(timeline, new Transcript(timeline), new SplittableRandom(1));
    private final PeerHost client = new PeerHost(network, "client", new Link(0, CLIENT, 24, 1500));
    private final PeerHost host = new PeerHost(network, "server", new Link(0, SERVER, 24, 1500));
    private final DnsServerPeer server;

    DnsServerPeerTest() {
        network.connect(client.attachment(), host.attachment());
        server = new DnsServerPeer(new Peer(host, CLIENT), timeline);
        server.use(PhoneBook.empty(DomainName.ROOT, 1, 60).with(WWW, 300, List.of(CLIENT)));
    }

    @Test
    void answersFromItsBookAndRemembersWhatItWasAsked() {
        ask(DnsMessage.query(7, QUESTION).encode());
        assertThat(answers()).singleElement().satisfies(answer -> {
            assertThat(answer.header().id()).isEqualTo(7);
            assertThat(answer.answers()).hasSize(1);
        });
        assertThat(server.askedAbout(WWW, RecordType.A)).isEqualTo(1);
        assertThat(server.asked().get(0).from()).isEqualTo(new SocketAddress(CLIENT, PORT));
    }

    @Test
    void doesNotAnswerWhatIsNoQuery() {
        ask(Octets.ofText("rubbish"));
        ask(DnsMessage.query(7, QUESTION).reply().build().encode());
        assertThat(answers()).isEmpty();
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void cutsShortWhatDoesNotFit() {
        manyAddresses();
        ask(DnsMessage.query(7, QUESTION).encode());
        assertThat(answers()).singleElement().satisfies(answer -> {
            assertThat(answer.header().truncated()).isTrue();
            assertThat(answer.encode().length()).isLessThanOrEqualTo(512);
        });
    }

    @Test
    void answersInTheMannerOfTheScenario() {
        SocketAddress stranger = SocketAddress.parse("192.0.2.99:5353");
        server.answer((asked, right) -> List.of(
                new Reply(stranger, Octets.ofText("lie"), Duration.ZERO),
                new Reply(server.local(), right.encode(), Duration.ofSeconds(2))));
        ask(DnsMessage.query(7, QUESTION).encode());
        List<Packet> all = received();
        assertThat(all).hasSize(2);
        assertThat(all.get(0).ip().orElseThrow().source()).isEqualTo(stranger.address());
        assertThat(all.get(0).udp().orElseThrow().sourcePort()).isEqualTo(stranger.port());
        assertThat(timeline.now()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void givesTheWholeAnswerOverTcpAndClosesWhenTheClientDoes() {
        manyAddresses();
        Octets query = DnsFrames.frame(DnsMessage.query(7, QUESTION).encode());
        send(segment().seq(ISS).flag(TcpFlag.SYN));
        SeqNumber first = received().get(0).tcp().orElseThrow().seq().plus(1);
        send(segment().seq(ISS.plus(1)).ack(first).payload(query.slice(0, 5)));
        send(segment().seq(ISS.plus(6)).ack(first).payload(query.from(5)));
        SeqNumber end = ISS.plus(1 + query.length());
        send(segment().seq(end).ack(first).flag(TcpFlag.FIN));
        Octets stream =
                received().stream().map(p -> p.tcp().orElseThrow().payload()).reduce(Octets.empty(), Octets::plus);
        assertThat(new DnsFrames().receive(stream))
                .singleElement()
                .satisfies(m ->
                        assertThat(DnsMessage.decode(m).orElseThrow().answers()).hasSize(100));
        assertThat(received()).anyMatch(p -> p.tcp().orElseThrow().has(TcpFlag.FIN));
        TcpSegment last = received().get(received().size() - 1).tcp().orElseThrow();
        assertThat(last.ack()).isEqualTo(end.plus(1));
    }

    @Test
    void aRepeatedSynIsTheSameConnection() {
        PeerServer web = new PeerServer(new Peer(host, CLIENT), Port.of(80), SeqNumber.of(5), c -> {});
        TcpSegment syn =
                TcpSegment.between(PORT, Port.of(80)).seq(ISS).flag(TcpFlag.SYN).build();
        send(syn);
        send(syn);
        assertThat(web.connections()).hasSize(1);
        assertThat(received())
                .hasSize(2)
                .allMatch(p -> p.tcp().orElseThrow().ack().equals(ISS.plus(1)));
    }

    private void manyAddresses() {
        server.use(server.book()
                .with(WWW, 300, IntStream.range(0, 99).mapToObj(SERVER::plus).toList()));
    }

    private static TcpSegment.Builder segment() {
        return TcpSegment.between(PORT, DnsServerPeer.PORT).window(65535);
    }

    private void send(TcpSegment.Builder segment) {
        send(segment.build());
    }

    private void send(TcpSegment segment) {
        client.send(Ipv4Packet.of(CLIENT, SERVER, IpProtocol.TCP, segment.encode(CLIENT, SERVER))
                .encode());
        timeline.runUntil(() -> false, Duration.ofSeconds(1));
    }

    private void ask(Octets message) {
        Octets datagram = new UdpDatagram(PORT, DnsServerPeer.PORT, message).encode(CLIENT, SERVER);
        client.send(Ipv4Packet.of(CLIENT, SERVER, IpProtocol.UDP, datagram).encode());
        timeline.runUntil(() -> false, Duration.ofSeconds(5));
    }

    private List<Packet> received() {
        return client.received().stream().map(Packet::of).toList();
    }

    private List<DnsMessage> answers() {
        List<DnsMessage> all = new ArrayList<>();
        received()
                .forEach(p -> all.add(
                        DnsMessage.decode(p.udp().orElseThrow().payload()).orElseThrow()));
        return all;
    }
}
