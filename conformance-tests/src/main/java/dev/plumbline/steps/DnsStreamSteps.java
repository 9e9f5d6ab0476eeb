package dev.plumbline.steps;

import dev.plumbline.dns.DnsFrames;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.DnsServerPeer;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.Silence;
import dev.plumbline.steps.tcp.Handshake;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyDns;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;

/** The endpoint's DNS server over TCP, where a message is a part of a stream (RFC 1035 section 4.2.2), and what it must not answer. */
public final class DnsStreamSteps {
    private static final String ANSWER_PORT = "the port that the answer comes from";

    private final Trials trials;

    /** For Cucumber. */
    public DnsStreamSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("the peer is connected to the endpoint's DNS server")
    public void connected() {
        connect(trials);
        trials.act(t -> Scene.connection(t).acknowledgeByItself());
    }

    @When("the peer asks for the addresses of the name over TCP, in two segments, cut at any place")
    public void asksInTwo() {
        trials.act(t -> {
            Octets frame = DnsFrames.frame(query(t, 1).encode());
            int cut = t.draw(
                    "the octets in the first segment",
                    Arbitraries.integers()
                            .between(1, frame.length() - 1)
                            .edgeCases(edges -> edges.filter(v -> false).add(1, 2, frame.length() - 1)));
            Scene.connection(t).sendData(frame.slice(0, cut));
            Scene.connection(t).sendData(frame.from(cut));
        });
    }

    @Then("the answer to question {int} on the connection is authoritative and has exactly the addresses in the zone")
    public void answered(int number) {
        trials.await(t -> answer(t, number));
    }

    @When("the peer asks for the addresses of the name over TCP")
    public void asks() {
        trials.act(t -> Scene.connection(t).sendAll(DnsFrames.frame(query(t, 1).encode())));
    }

    @When("the peer asks for them once more on the same connection")
    public void asksOnceMore() {
        trials.await(t -> answer(t, 1));
        trials.act(t -> Scene.connection(t).sendAll(DnsFrames.frame(query(t, 2).encode())));
    }

    @When(
            "the peer sends the endpoint's DNS server a message that is like a query for the name, but marked as an answer")
    public void sendsAnswer() {
        trials.act(t -> {
            Port from = t.put(ANSWER_PORT, t.draw(ANSWER_PORT, Any.clientPort()));
            DnsMessage message = query(t, 1).toBuilder().response(true).build();
            Scene.peer(t).sendUdp(from, DnsServerPeer.PORT, message.encode());
        });
    }

    @Then("the endpoint's DNS server does not answer it")
    public void silent() {
        trials.await(t -> new Silence(
                Scene.peer(t).udp(t.the(ANSWER_PORT, Port.class)),
                "silence: two servers that answer answers would never stop",
                arrival -> Optional.of(
                        "the endpoint's DNS server answered a message with QR = 1, the mark of an answer")));
    }

    /** The peer connects to the endpoint's DNS server. */
    static void connect(Trials trials) {
        trials.act(t -> {
            PeerConnection connection = t.put(new PeerConnection(
                    Scene.peer(t),
                    Scene.peer(t).at(t.draw(Scene.PEER_PORT, Any.clientPort())),
                    new SocketAddress(Scene.peer(t).endpoint(), DnsServerPeer.PORT),
                    t.draw(Scene.PEER_ISN, Any.sequenceNumber())));
            connection.send(connection.syn());
        });
        trials.await(Handshake::synAck);
    }

    private static DnsMessage query(Trial t, int number) {
        int id = t.draw("the ID of the first question", AnyDns.id());
        return DnsMessage.query(id + number - 1 & 0xffff, Question.in(Names.name(t), RecordType.A));
    }

    /** The answer to a question may stand at any place in the stream (RFC 7766 section 6.2.1.1). */
    private static Expectation answer(Trial t, int number) {
        int id = query(t, number).header().id();
        return Becomes.becomesTrue(
                "on the connection an answer with the ID of question " + number
                        + ", AA set, and exactly these addresses of " + Names.name(t) + ": " + Zones.addressesInZone(t),
                () -> messages(t).stream()
                        .anyMatch(m -> m.header().id() == id && objections(t, m).isEmpty()),
                () -> Scene.connection(t).received().length() + " octets, with "
                        + messages(t).size() + " whole messages: "
                        + messages(t).stream()
                                .map(m -> "ID " + m.header().id() + " " + objections(t, m))
                                .toList());
    }

    private static List<DnsMessage> messages(Trial t) {
        return new DnsFrames()
                .receive(Scene.connection(t).received()).stream()
                        .flatMap(message -> DnsMessage.decode(message).value().stream())
                        .toList();
    }

    private static List<String> objections(Trial t, DnsMessage answer) {
        return Answers.addressObjections(answer, Names.name(t), Zones.ttl(t), Zones.addressesInZone(t));
    }
}
