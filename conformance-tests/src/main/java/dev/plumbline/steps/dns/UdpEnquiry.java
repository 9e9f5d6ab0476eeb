package dev.plumbline.steps.dns;

import dev.plumbline.diagnosis.Objection;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.Question;
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
    /** QR in the second word of a header. */
    private static final int ANSWERED = 0x8000;

    private static final int FLAGS_AT = 2;

    private final Peer peer;
    private final Port port;

    private UdpEnquiry(Peer peer, DnsMessage query, Port port) {
        super(query);
        this.peer = peer;
        this.port = port;
    }

    /** From any port. */
    static UdpEnquiry of(DnsScene s, DnsMessage query) {
        return new UdpEnquiry(Scene.peer(s.trial()), query, s.trial().draw(Scene.PEER_PORT, Any.clientPort()));
    }

    @Override
    void send() {
        peer.sendUdp(port, DnsServerPeer.PORT, query().encode());
    }

    @Override
    Enquiry next(Question question) {
        Port other = Port.of(port.number() == Port.MAX ? 1024 : port.number() + 1);
        return new UdpEnquiry(peer, nextQuery(question), other);
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
        return Objection.of(
                Quantity.DNS_FLAGS,
                query().encode().u16(FLAGS_AT) | ANSWERED,
                answer.u16(FLAGS_AT),
                "it has QR = 0, the mark of a query");
    }

    private List<Objection> objections(Packet packet, Function<DnsMessage, List<Objection>> objections) {
        SocketAddress server = new SocketAddress(peer.endpoint(), DnsServerPeer.PORT);
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
