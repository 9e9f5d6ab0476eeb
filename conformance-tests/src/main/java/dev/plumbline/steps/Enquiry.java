package dev.plumbline.steps;

import dev.plumbline.dns.DnsFrames;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.Question;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.DnsServerPeer;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyDns;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A question that the peer asks the endpoint's DNS server, from a port of its own. */
final class Enquiry {
    private final DnsMessage query;
    private final Port port;

    private Enquiry(DnsMessage query, Port port) {
        this.query = query;
        this.port = port;
    }

    /** Asks over UDP. */
    static Enquiry ask(Trial t, Question question) {
        int id = t.draw("the ID", AnyDns.id());
        Port port = t.draw(Scene.PEER_PORT, Any.clientPort());
        return send(t, new Enquiry(DnsMessage.query(id, question), port));
    }

    /** Asks the same once more, with another ID from another port. */
    static Enquiry askAgain(Trial t) {
        Enquiry first = t.the(Enquiry.class);
        Port port = Port.of(first.port.number() == Port.MAX ? 1024 : first.port.number() + 1);
        int id = first.query.header().id() + 1 & 0xffff;
        return send(t, new Enquiry(first.query.toBuilder().id(id).build(), port));
    }

    private static Enquiry send(Trial t, Enquiry enquiry) {
        Scene.peer(t).sendUdp(enquiry.port, DnsServerPeer.PORT, enquiry.query.encode());
        return t.put(enquiry);
    }

    /** What was asked. */
    Question question() {
        return query.questions().get(0);
    }

    /** The answer must come from where the question went, repeat its ID and question, and be as the scenario wants it. */
    Expectation answer(
            Trial t, String expected, Function<DnsMessage, List<String>> objections, Consumer<DnsMessage> then) {
        return new Arrives(
                Scene.peer(t).udp(port),
                expected,
                packet -> Packets.verdict(judge(t, packet, objections)),
                packet -> then.accept(
                        DnsMessage.decode(packet.udp().orElseThrow().payload()).orElseThrow()));
    }

    /** The ID and the question, letter by letter, must be as they were asked (RFC 1035 section 4.1.1, RFC 4343 section 4.1). */
    List<String> repetitionObjections(DnsMessage answer) {
        List<String> wrong = new ArrayList<>();
        if (answer.header().id() != query.header().id()) {
            wrong.add("its ID is " + answer.header().id() + " instead of "
                    + query.header().id());
        }
        if (!answer.questions().toString().equals(query.questions().toString())) {
            wrong.add("its question is " + answer.questions() + " instead of " + query.questions());
        }
        return wrong;
    }

    private List<String> judge(Trial t, Packet packet, Function<DnsMessage, List<String>> objections) {
        SocketAddress server = new SocketAddress(Scene.peer(t).endpoint(), DnsServerPeer.PORT);
        List<String> wrong =
                new ArrayList<>(Packets.route(packet, server, Scene.peer(t).at(port)));
        if (wrong.isEmpty()) {
            DnsMessage.decode(packet.udp().orElseThrow().payload())
                    .match(
                            answer -> wrong.addAll(
                                    answer.header().response()
                                            ? objections.apply(answer)
                                            : List.of("it has QR = 0, the mark of a query")),
                            why -> wrong.add(why.toString()));
        }
        return wrong;
    }

    /** Sends the same query over an established connection; {@link #overTcp} waits for what comes back. */
    void sendOver(PeerConnection connection) {
        connection.acknowledgeByItself();
        connection.sendAll(DnsFrames.frame(query.encode()));
    }

    /** The answer over TCP (RFC 1035 section 4.2.2). */
    Expectation overTcp(PeerConnection connection, String expected, Function<DnsMessage, List<String>> objections) {
        return Becomes.becomesTrue(
                expected,
                () -> objections(connection, objections).isEmpty(),
                () -> String.join(", ", objections(connection, objections)));
    }

    private List<String> objections(PeerConnection connection, Function<DnsMessage, List<String>> objections) {
        List<Octets> messages = new DnsFrames().receive(connection.received());
        if (messages.isEmpty()) {
            return List.of("only " + connection.received().length() + " octets, which are no whole message");
        }
        return DnsMessage.decode(messages.get(0)).match(objections, why -> List.of(why.toString()));
    }
}
