package dev.plumbline.reference.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DnsMessageBuilder;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.kit.FakeHost;
import dev.plumbline.reference.kit.World;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.spi.Stack;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A stack that looks names up, and the servers that it asks: over UDP a test plays them, over TCP {@link #server} is one. */
final class ResolverBench {
    static final Ipv4Address CLIENT = Ipv4Address.parse("192.0.2.1");
    static final Ipv4Address FIRST = Ipv4Address.parse("192.0.2.53");
    static final Ipv4Address SECOND = Ipv4Address.parse("192.0.2.54");
    static final Port DNS = new Port(53);

    private static final Duration TRANSIT = Duration.ofMillis(1);

    final World world = new World();
    final Stack client;
    /** The stack of the first server. */
    final Stack server;
    /** What was asked over UDP and no test has looked at yet. */
    final List<Asked> asked = new ArrayList<>();
    /** What the applications were told, in order. */
    final List<String> told = new ArrayList<>();

    private final Link clientLink = new Link(0, CLIENT, 24, 1500);
    private final Link serverLink = new Link(0, FIRST, 24, 1500);

    /** A query over UDP: when, from which port, to which server. */
    record Asked(Duration at, Port port, Ipv4Address server, DnsMessage message) {}

    ResolverBench(ResolverParts parts, Ipv4Address... nameServers) {
        this(builder -> builder.resolver(parts), nameServers);
    }

    ResolverBench(UnaryOperator<ReferenceStack.Builder> change, Ipv4Address... nameServers) {
        FakeHost host =
                new FakeHost(world, List.of(clientLink), List.of(), 1, this::fromClient).toldOf(List.of(nameServers));
        client = change.apply(ReferenceStack.on(host)).boot();
        server = ReferenceStack.on(new FakeHost(world, List.of(serverLink), List.of(), 2, this::fromServer))
                .boot();
    }

    /** The reference's resolver with one server. */
    static ResolverBench ofOneServer() {
        return new ResolverBench(new ResolverParts(), FIRST);
    }

    private void fromClient(Link link, Octets datagram) {
        Ipv4Packet packet = Ipv4Packet.decode(datagram).orElseThrow();
        if (packet.protocol().equals(IpProtocol.TCP)) {
            world.after(TRANSIT, () -> server.receive(serverLink, datagram));
        } else if (packet.protocol().equals(IpProtocol.UDP)) {
            UdpDatagram udp = UdpDatagram.decode(packet.payload(), packet.source(), packet.destination())
                    .orElseThrow();
            assertThat(udp.destinationPort()).isEqualTo(DNS);
            DnsMessage message = DnsMessage.decode(udp.payload()).orElseThrow();
            asked.add(new Asked(world.now(), udp.sourcePort(), packet.destination(), message));
        }
    }

    private void fromServer(Link link, Octets datagram) {
        world.after(TRANSIT, () -> client.receive(clientLink, datagram));
    }

    /** An application asks for the addresses of a name. */
    ResolverBench resolve(String name) {
        return resolve(name, RecordType.A);
    }

    /** An application asks for the records of a name. */
    ResolverBench resolve(String name, RecordType type) {
        client.resolve(DomainName.parse(name), type, new ResolutionHandler() {
            @Override
            public void found(List<Octets> data) {
                told.add("found " + data.stream().map(Octets::toHex).toList());
            }

            @Override
            public void noData() {
                told.add("no data");
            }

            @Override
            public void noSuchName() {
                told.add("no such name");
            }

            @Override
            public void failed() {
                told.add("failed");
            }
        });
        world.pass(Duration.ZERO);
        return this;
    }

    /** The query that the stack has sent, and no other. */
    Asked onlyQuery() {
        assertThat(asked).as("queries").hasSize(1);
        return asked.remove(0);
    }

    /** Octets from anywhere to the port that a query came from. */
    void send(SocketAddress source, Port port, Octets data) {
        UdpDatagram udp = new UdpDatagram(source.port(), port, data);
        Octets payload = udp.encode(source.address(), CLIENT);
        client.receive(
                clientLink,
                Ipv4Packet.of(source.address(), CLIENT, IpProtocol.UDP, payload).encode());
        world.pass(Duration.ZERO);
    }

    /** A message from where the query went to. */
    void reply(Asked query, DnsMessage message) {
        send(new SocketAddress(query.server(), DNS), query.port(), message.encode());
    }

    /** The server replies with these records as its answer. */
    void answer(Asked query, ResourceRecord... records) {
        reply(query, answering(query, records).build());
    }

    /** A good reply with these records. */
    static DnsMessageBuilder answering(Asked query, ResourceRecord... records) {
        return query.message().reply().recursionAvailable(true).answers(List.of(records));
    }

    /** A look-up of {@code name} that is answered with these records. */
    void lookUp(String name, ResourceRecord... records) {
        resolve(name);
        answer(onlyQuery(), records);
    }

    /** An address record that lives for a minute. */
    static ResourceRecord a(String name, String address) {
        return a(name, 60, address);
    }

    /** An address record. */
    static ResourceRecord a(String name, long ttl, String address) {
        return ResourceRecord.in(DomainName.parse(name), ttl, new RecordData.A(Ipv4Address.parse(address)));
    }

    /** An alias. */
    static ResourceRecord cname(String name, long ttl, String target) {
        return ResourceRecord.in(DomainName.parse(name), ttl, new RecordData.Cname(DomainName.parse(target)));
    }

    /** The start of the zone {@code test}. */
    static ResourceRecord soa(long ttl, long minimum) {
        DomainName zone = DomainName.parse("test");
        return ResourceRecord.in(zone, ttl, new RecordData.Soa(zone, zone, 1, 2, 3, 4, minimum));
    }

    /** How finding these addresses is told. */
    static String found(String... addresses) {
        return "found "
                + Stream.of(addresses)
                        .map(address -> Ipv4Address.parse(address).octets().toHex())
                        .toList();
    }
}
