package dev.plumbline.reference.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.dns.DnsFrames;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.kit.Bench;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.NameServer;
import dev.plumbline.spi.TcpService;
import dev.plumbline.spi.UdpService;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server at its ports (RFC 1035 section 4.2, RFC 7766 section 6.2). */
class ServedZoneTest {
    private static final String ZONE = "example. 60 SOA . . 1 2 3 4 5\nw.example. A 192.0.2.7\nbig.example. TXT "
            + ("z".repeat(255) + " ").repeat(20);
    private static final Port DOMAIN = new Port(53);
    private static final Octets QUERY = query(1, "w.example", RecordType.A);

    private final Bench bench = new Bench();

    @Test
    void aDatagramIsAnsweredFromTheAddressAndThePortItWasSentTo() {
        bench.stack.serve(ZONE);
        arrives(Bench.PEER, new Port(4000), QUERY);
        Ipv4Packet packet = Ipv4Packet.decode(bench.sent.remove(0)).orElseThrow();
        UdpDatagram answer =
                UdpDatagram.decode(packet.payload(), Bench.STACK, Bench.PEER).orElseThrow();

        assertThat(packet.source()).isEqualTo(Bench.STACK);
        assertThat(answer.sourcePort()).isEqualTo(DOMAIN);
        assertThat(answer.destinationPort()).isEqualTo(new Port(4000));
        assertThat(DnsMessage.decode(answer.payload()).orElseThrow())
                .hasToString("response 1 NOERROR AA RD: A? w.example.; answer w.example. 60 IN A 192.0.2.7");
    }

    @Test
    void whoCannotBeAnsweredIsNot() {
        bench.stack.serve(ZONE);
        arrives(Bench.PEER, Port.ANY, QUERY);
        arrives(Ipv4Address.parse("192.0.2.255"), new Port(4000), QUERY);

        bench.silent();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20, 1000})
    void queriesOverOneConnectionAreAllAnsweredInOrderHoweverTheyAreCut(int piece) {
        bench.stack.serve(ZONE);
        Octets stream = DnsFrames.frame(QUERY)
                .plus(DnsFrames.frame(query(2, "big.example", RecordType.TXT)))
                .plus(DnsFrames.frame(Octets.empty()))
                .plus(DnsFrames.frame(query(3, "no.example", RecordType.A)));
        open();
        List<DnsMessage> answers = new ArrayList<>();
        DnsFrames frames = new DnsFrames();
        for (int at = 0; at < stream.length(); at += piece) {
            Octets text = stream.slice(at, Math.min(at + piece, stream.length()));
            bench.send(bench.segment(TcpFlag.ACK, TcpFlag.PSH).payload(text));
            take(frames, answers);
        }

        assertThat(answers.stream().map(a -> a.header().id())).containsExactly(1, 2, 3);
        assertThat(answers.get(1).answers()).hasSize(1);
    }

    @Test
    void aClientThatHasNoMoreQueriesIsAnsweredAndLetGo() {
        bench.stack.serve(ZONE);
        open();
        bench.send(bench.segment(TcpFlag.ACK, TcpFlag.FIN).payload(DnsFrames.frame(QUERY)));
        List<TcpSegment> segments = bench.all();

        assertThat(segments.get(segments.size() - 1).has(TcpFlag.FIN)).isTrue();
        assertThat(segments.stream().mapToInt(s -> s.payload().length()).sum()).isGreaterThan(QUERY.length());
    }

    @Test
    void anotherVersionOfTheZoneIsServedFromThenOn() {
        NameServer server = bench.stack.serve(ZONE);
        server.replace("example. 60 SOA . . 2 2 3 4 5\nw.example. A 192.0.2.8");

        assertThat(ask()).endsWith("192.0.2.8");
    }

    @Test
    void aFileThatIsNoZoneIsRefusedAndChangesNothing() {
        NameServer server = bench.stack.serve(ZONE);

        assertThatExceptionOfType(CallRefused.class)
                .isThrownBy(() -> server.replace("example. 60 SOA . . 1 2 3 4"))
                .withMessage("BAD_ZONE: line 1: expected a minimum, found the end of the entry");
        assertThat(ask()).endsWith("192.0.2.7");
    }

    @Test
    void closingGivesThePortsUpAndTheConnectionsToo() {
        NameServer server = bench.stack.serve(ZONE);
        open();
        server.close();

        assertThat(bench.next().has(TcpFlag.RST)).isTrue();
        bench.stack.serve(ZONE);
        assertThat(ask()).endsWith("192.0.2.7");
    }

    @Test
    void aPortInUseIsRefusedAndTheOtherOneIsGivenUp() {
        bench.stack.listen(DOMAIN, connection -> bench.app);

        assertThatExceptionOfType(CallRefused.class)
                .isThrownBy(() -> bench.stack.serve(ZONE))
                .withMessageContaining("PORT_IN_USE");
        bench.stack.openUdp(DOMAIN, (source, data) -> {});
    }

    @Test
    void aStackWithoutTcpServesOverUdpAlone() {
        UdpService udp = bench.stack;
        // The SPI's services refuse what nobody has written.
        new ServedZone(udp, new TcpService() {}, AuthoritativeServer::new, ZONE);

        assertThat(ask()).endsWith("192.0.2.7");
    }

    private String ask() {
        arrives(Bench.PEER, new Port(4000), QUERY);
        Octets udp = Ipv4Packet.decode(bench.sent.remove(0)).orElseThrow().payload();
        return DnsMessage.decode(udp.from(8)).orElseThrow().toString();
    }

    private void open() {
        bench.port = DOMAIN;
        bench.send(TcpFlag.SYN);
        bench.next();
        bench.send(TcpFlag.ACK);
        bench.silent();
    }

    /** Acknowledges until nothing more comes, and keeps what came. */
    private void take(DnsFrames frames, List<DnsMessage> answers) {
        List<TcpSegment> segments = bench.all();
        while (!segments.isEmpty()) {
            segments.forEach(s -> frames.receive(s.payload())
                    .forEach(m -> answers.add(DnsMessage.decode(m).orElseThrow())));
            boolean more = segments.stream().anyMatch(s -> !s.payload().isEmpty());
            if (more) {
                bench.send(TcpFlag.ACK);
            }
            segments = more ? bench.all() : List.of();
        }
    }

    private void arrives(Ipv4Address from, Port port, Octets query) {
        Octets udp = new UdpDatagram(port, DOMAIN, query).encode(from, Bench.STACK);
        bench.datagram(Ipv4Packet.of(from, Bench.STACK, IpProtocol.UDP, udp).encode());
    }

    private static Octets query(int id, String name, RecordType type) {
        return DnsMessage.query(id, Question.in(DomainName.parse(name), type)).encode();
    }
}
