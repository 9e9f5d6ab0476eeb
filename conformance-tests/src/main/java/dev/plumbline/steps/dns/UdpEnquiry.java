package dev.plumbline.steps.dns;

import dev.plumbline.diagnosis.Difference;
import dev.plumbline.diagnosis.Objection;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.Question;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.DnsServerPeer;
import dev.plumbline.peer.Peer;
import dev.plumbline.peer.Silence;
import dev.plumbline.steps.Packets;
import dev.plumbline.steps.Scene;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One over UDP, from a port of its own (RFC 1035 section 4.2.1). */
final class UdpEnquiry extends Enquiry {
    private final Peer peer;
    private final Port port;
    private final SocketAddress server;
    private final Octets octets;

    private UdpEnquiry(Peer peer, DnsMessage query, Port port, SocketAddress server, Octets octets) {
        super(query);
        this.peer = peer;
        this.port = port;
        this.server = server;
        this.octets = octets;
    }

    /** From any port; another one than before, for what comes there is an answer to this one. */
    static UdpEnquiry of(DnsScene s, DnsMessage query) {
        return at(s, Scene.peer(s.trial()).endpoint(), query);
    }

    /** The same to this one of the endpoint's addresses. */
    static UdpEnquiry at(DnsScene s, Ipv4Address address, DnsMessage query) {
        return new UdpEnquiry(
                Scene.peer(s.trial()),
                query,
                s.before() instanceof UdpEnquiry last
                        ? last.otherPort()
                        : s.trial().draw(Scene.PEER_PORT, Any.clientPort()),
                new SocketAddress(address, DnsServerPeer.PORT),
                query.encode());
    }

    /** The same, but these octets leave in the place of the query's own. */
    UdpEnquiry writtenAs(Octets other) {
        return new UdpEnquiry(peer, query(), port, server, other);
    }

    @Override
    void send() {
        peer.sendUdp(port, server, octets);
    }

    @Override
    Enquiry next(Question question) {
        DnsMessage next = nextQuery(question);
        return new UdpEnquiry(peer, next, otherPort(), server, next.encode());
    }

    private Port otherPort() {
        return Port.of(port.number() == Port.MAX ? 1024 : port.number() + 1);
    }

    @Override
    Expectation answer(String expected, Function<DnsMessage, List<Objection>> objections) {
        return new Arrives(
                peer.udp(port), expected, packet -> Packets.verdict(objections(packet, objections)), packet -> {});
    }

    @Override
    List<DnsMessage> answers() {
        return peer.udpData(port).stream()
                .flatMap(octets -> DnsMessage.decode(octets).value().stream())
                .toList();
    }

    @Override
    Expectation silence() {
        return new Silence(
                peer.udp(port),
                "silence: two servers that answer answers would never stop",
                arrival -> Optional.of("the endpoint's DNS server answered " + words()));
    }

    private Objection unmarked(Packet packet) {
        Octets answer = packet.udp().orElseThrow().payload();
        String words = "it has QR = 0, the mark of a query";
        return new Objection(
                words, Optional.of(Difference.ofUnmarked(octets, answer).inWords(words)));
    }

    private List<Objection> objections(Packet packet, Function<DnsMessage, List<Objection>> objections) {
        List<Objection> wrong = new ArrayList<>(Packets.route(packet, server, peer.at(port)));
        if (wrong.isEmpty()) {
            DnsMessage.decode(packet.udp().orElseThrow().payload())
                    .match(
                            answer -> wrong.addAll(
                                    answer.header().response() ? objections.apply(answer) : List.of(unmarked(packet))),
                            why -> wrong.add(Objection.of(why.toString())));
        }
        return wrong;
    }
}
