package dev.plumbline.steps;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Silence;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;

/** Who gets what: several applications, several clients, and answers (RFC 9293 section 3.3.1, RFC 1122 section 4.1.3.1). */
public final class PortSteps {
    private static final Octets ANSWER = Octets.ofText("the answer");
    private static final String TARGET = "the port asked";

    private final Trials trials;

    /** For Cucumber. */
    public PortSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("the endpoint's applications wait for datagrams on any set of ports")
    public void waitOnPorts() {
        trials.act(t -> {
            Applications all = t.put(new Applications());
            t.draw("the applications' ports", Any.ports(2, 5)).forEach(port -> all.open(t, "port " + port, port));
        });
    }

    @Given("applications of the endpoint with these ports")
    public void waitOnThesePorts(DataTable table) {
        List<Map<String, String>> rows = table.asMaps();
        trials.act(t -> {
            Applications all = t.put(new Applications());
            rows.forEach(row -> all.open(
                    t, "the " + row.get("application"), Port.of(Integer.parseInt(row.getOrDefault("port", "")))));
        });
    }

    @When("the peer sends any datagram to any of these ports")
    public void sendToOne() {
        trials.act(t -> {
            List<Port> ports = t.the(Applications.class).ports();
            sendTo(
                    t,
                    ports.get(
                            t.draw("which of the ports", Arbitraries.integers().between(0, 4)) % ports.size()));
        });
    }

    @When("the peer sends any datagram to any port that none of them has")
    public void sendToNone() {
        trials.act(t -> {
            List<Port> taken = t.the(Applications.class).ports();
            sendTo(t, t.draw(TARGET, Any.port().filter(port -> !taken.contains(port))));
        });
    }

    @When("the peer sends each of them a datagram with any data, in any order")
    public void sendToAll() {
        trials.act(t -> {
            Applications all = t.the(Applications.class);
            Port from = t.draw(Scene.PEER_PORT, Any.port());
            for (int i :
                    t.draw("the order of the datagrams", Any.order(all.ports().size()))) {
                Port port = all.ports().get(i);
                Octets data = t.draw("the data for port " + port, Any.data(0, 200));
                all.expect(port, data);
                Scene.peer(t).sendUdp(from, port, data);
            }
        });
    }

    @Then("only the application with that port receives it")
    @Then("each application receives exactly its own data")
    public void eachItsOwn() {
        trials.await(t -> t.the(Applications.class).haveExactlyTheirOwn());
    }

    @Then("no application receives it")
    public void nobodyReceives() {
        trials.await(t -> Becomes.staysUntrue(
                "no application has the port, so none receives it",
                () -> t.the(Applications.class).heard() > 0,
                () -> "an application with another port received it"));
    }

    @Then("if the endpoint answers, then with an ICMP message that says so")
    public void answersPortUnreachable() {
        trials.await(t -> new Silence(
                Scene.peer(t).everything(),
                "no answer, or an ICMP message that the port is unreachable",
                arrival -> Packets.isPortUnreachable(arrival)
                        ? Optional.empty()
                        : Optional.of("the endpoint answered a datagram for a closed port with something else")));
    }

    @When("another application asks for the same port")
    public void anotherAsks() {
        trials.act(t -> {
            try {
                UdpApplication.open(Scene.endpoint(t), "another application", Scene.endpointPort(t));
            } catch (CallRefused refused) {
                t.put(refused);
            }
        });
    }

    @Then("the other application is refused")
    public void otherIsRefused() {
        trials.act(t -> {
            Optional<CallRefused> refused = t.maybe(CallRefused.class);
            if (refused.filter(r -> r.reason() == CallRefused.Reason.PORT_IN_USE)
                    .isEmpty()) {
                throw new FindingError(Finding.wrong(
                        "two applications share one port",
                        "an error for the second one: PORT_IN_USE",
                        refused.map(CallRefused::getMessage).orElse("both got the port")));
            }
        });
    }

    @Given("the endpoint has the address {word}")
    public void endpointAddress(String address) {
        trials.act(t -> Scene.lab(t).endpointAddress(Ipv4Address.parse(address)));
    }

    @Given("the peer has the address {word}")
    public void peerAddress(String address) {
        trials.act(t -> Scene.lab(t).peerAddress(Ipv4Address.parse(address)));
    }

    @When("the endpoint's application asks a question from port {int} at port {int} of the peer")
    public void asks(int from, int to) {
        trials.act(t -> {
            t.put(Scene.ENDPOINT_PORT, Port.of(from));
            t.put(Scene.PEER_PORT, Port.of(to));
            SocketAddress server = Scene.peer(t).at(Port.of(to));
            t.put(UdpApplication.open(Scene.endpoint(t), "the client", Port.of(from)))
                    .send(server, Octets.ofText("a question"));
        });
    }

    @When("the peer answers")
    public void peerAnswers() {
        trials.await(t -> {
            SocketAddress server = Scene.peer(t).at(t.the(Scene.PEER_PORT, Port.class));
            return new Arrives(
                    Scene.peer(t).everything(),
                    "the question, from " + Scene.endpointSocket(t) + " to " + server,
                    packet -> Packets.verdict(Packets.route(packet, Scene.endpointSocket(t), server)),
                    packet -> Scene.peer(t)
                            .sendUdp(server.port(), packet.udp().orElseThrow().sourcePort(), ANSWER));
        });
    }

    @Then("the application at port {int} receives the answer")
    public void receivesAnswer(int port) {
        trials.await(t -> Becomes.becomesTrue(
                "the application at port " + port + " receives the answer",
                () -> t.the(UdpApplication.class).data().equals(List.of(ANSWER)),
                () -> "it received " + Streams.words(t.the(UdpApplication.class).data())));
    }

    @Given("an application of the endpoint answers every datagram on port {int}")
    public void answersOn(int port) {
        trials.act(t -> answering(t, t.put(Scene.ENDPOINT_PORT, Port.of(port))));
    }

    @Given("an application of the endpoint answers every datagram on any port")
    public void answersOnAnyPort() {
        trials.act(t -> answering(t, Scene.drawEndpointPort(t)));
    }

    @Given("an application of the endpoint sends every datagram on any port back")
    public void sendsBackOnAnyPort() {
        trials.act(t -> {
            Port port = Scene.drawEndpointPort(t);
            t.put(UdpApplication.answering(Scene.endpoint(t), "the server", port, question -> question));
        });
    }

    @When("the peer asks a question from port {int}")
    public void peerAsks(int port) {
        trials.act(t -> ask(t, Port.of(port), Octets.ofText("a question")));
    }

    @When("the peer asks any question from any port")
    public void peerAsksAnything() {
        trials.act(t -> ask(t, t.draw(Scene.PEER_PORT, Any.port()), t.draw("the question", Any.data(0, 500))));
    }

    @Then("the answer comes from port {int} and goes to port {int}")
    public void answerBetween(int from, int to) {
        trials.await(t -> answer(t, Port.of(from), Port.of(to)));
    }

    @Then("the answer comes from the port asked and goes to the port that asked")
    public void answerBetween() {
        trials.await(t -> answer(t, Scene.endpointPort(t), t.the(Scene.PEER_PORT, Port.class)));
    }

    private static Expectation answer(Trial t, Port from, Port to) {
        SocketAddress source = new SocketAddress(Scene.peer(t).endpoint(), from);
        SocketAddress destination = Scene.peer(t).at(to);
        return new Arrives(
                Scene.peer(t).everything(),
                "an answer from " + source + " to " + destination,
                packet -> Packets.verdict(Packets.route(packet, source, destination)),
                a -> {});
    }

    private static void answering(Trial t, Port port) {
        t.put(UdpApplication.answering(Scene.endpoint(t), "the server", port, question -> ANSWER));
    }

    private static void ask(Trial t, Port from, Octets question) {
        t.put(Scene.PEER_PORT, from);
        Scene.peer(t).sendUdp(from, Scene.endpointPort(t), question);
    }

    private static void sendTo(Trial t, Port port) {
        Octets data = t.draw(Datagrams.DATA, Any.data(0, 500));
        t.show(TARGET, port);
        t.the(Applications.class).expect(port, data);
        Scene.peer(t).sendUdp(t.draw(Scene.PEER_PORT, Any.port()), port, data);
    }
}
