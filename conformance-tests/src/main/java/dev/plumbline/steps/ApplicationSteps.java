package dev.plumbline.steps;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.About;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.Reader;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Impairment;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.trial.Waits;
import dev.plumbline.values.Any;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;

/** Applications that open connections or wait for them (RFC 9293 section 3.9.1.1), and networks that are in their way. */
public final class ApplicationSteps {
    private static final String FIRST_SYN = "the first SYN";
    private static final int LOST_AT_MOST = 2;
    private static final int AMONG_THE_FIRST = 3;

    private final Trials trials;

    /** For Cucumber. */
    public ApplicationSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("the peer waits for connections on any port")
    public void peerWaits() {
        trials.act(Scene::drawPeerPort);
    }

    @Given("nobody is at the peer's address")
    public void nobodyThere() {
        // The peer's host only listens in, and never says a word.
        trials.act(t -> {
            Scene.peer(t);
            Scene.drawPeerPort(t);
        });
    }

    @Given("the endpoint's application listens on any port")
    public void listens() {
        trials.act(t -> t.put(ServerApplication.listen(Scene.endpoint(t), Scene.drawEndpointPort(t))));
    }

    @When("an application of the endpoint listens on port {int}")
    public void listensOn(int port) {
        trials.act(t -> {
            Port own = t.put(Scene.ENDPOINT_PORT, Port.of(port));
            t.show(Scene.ENDPOINT_PORT, own);
            t.put(ServerApplication.listen(Scene.endpoint(t), own));
        });
    }

    @When("another application listens for TCP connections on the same port")
    public void listensOnTheSame() {
        trials.act(t -> t.put(ServerApplication.listen(Scene.endpoint(t), Scene.endpointPort(t))));
    }

    @When("the endpoint's application connects to the peer from any port")
    public void connects() {
        trials.act(t -> {
            Port port = t.put(Scene.ENDPOINT_PORT, t.draw(Scene.ENDPOINT_PORT, Any.clientPort()));
            t.put(connect(t, port));
        });
    }

    @When("the endpoint's application connects to the peer twice, from any two ports")
    public void connectsTwice() {
        trials.act(t -> t.put("clients", connectFrom(t, List.copyOf(t.draw("the two ports", Any.ports(2, 2))))));
    }

    @When("the endpoint's application connects to any port of the peer several times without naming a port of its own")
    public void connectsWithoutPort() {
        trials.act(t -> {
            Scene.drawPeerPort(t);
            t.put("clients", connectFrom(t, List.of(Port.ANY, Port.ANY, Port.ANY, Port.ANY, Port.ANY)));
        });
    }

    @Then("the endpoint sends a SYN without ACK and without data for each connection")
    public void synForEach() {
        trials.act(t -> t.put(Openings.SYNS, new ArrayList<TcpSegment>()));
        for (int i = 0; i < 2; i++) {
            trials.await(Openings::anotherSyn);
        }
    }

    @Then("each connection comes from a port of its own, and none of these is well known")
    public void portsOfTheirOwn() {
        trials.act(t -> t.put(Openings.SYNS, new ArrayList<TcpSegment>()));
        for (int i = 0; i < 5; i++) {
            trials.await(Openings::anotherSyn);
        }
        trials.act(Openings::checkChosenPorts);
    }

    @Then("the endpoint sends a SYN without ACK and without data")
    public void sendsSyn() {
        trials.await(Handshakes::synOfEndpoint);
    }

    @Then("the endpoint's packet carries exactly these two ports")
    public void carriesThesePorts() {
        trials.await(t -> {
            SocketAddress own = new SocketAddress(Scene.peer(t).endpoint(), Scene.endpointPort(t));
            SocketAddress peers = Scene.peer(t).at(t.the(Scene.PEER_PORT, Port.class));
            var pattern = Handshakes.BARE_SYN.between(own, peers);
            return new Arrives(
                    Scene.peer(t).everything(),
                    pattern.toString(),
                    arrival -> Packets.judge(arrival, pattern),
                    a -> {});
        });
    }

    @Then("the endpoint asks again")
    public void asksAgain() {
        trials.await(ApplicationSteps::firstSyn);
        trials.await(ApplicationSteps::theSameSynAgain);
    }

    @Given("a network that loses any of the first packets")
    public void losesFirstPackets() {
        trials.act(t -> Scene.lab(t)
                .network(
                        Impairment.dropping(t.draw(
                                "of the endpoint's packets are lost those numbered",
                                Any.losses(LOST_AT_MOST, AMONG_THE_FIRST))),
                        Impairment.dropping(t.draw(
                                "of the peer's packets are lost those numbered",
                                Any.losses(LOST_AT_MOST, AMONG_THE_FIRST)))));
    }

    @When("the endpoint's application connects to a server on the peer's host")
    public void connectsToServer() {
        trials.act(t -> {
            StackHost peer = Scene.lab(t).peerStack();
            t.put(ServerApplication.listen(peer, Scene.drawPeerPort(t)));
            t.put(TcpApplication.connect(
                    Scene.endpoint(t),
                    "the client",
                    t.draw(Scene.ENDPOINT_PORT, Any.clientPort()),
                    new SocketAddress(peer.address(), t.the(Scene.PEER_PORT, Port.class))));
        });
    }

    @Then("both applications are told that they are connected")
    public void bothConnected() {
        trials.await(t -> Becomes.becomesTrue(
                        "the client and the server are told that they are connected",
                        () -> t.the(TcpApplication.class).isConnected()
                                && t.the(ServerApplication.class).connections().size() == 1,
                        () -> "the client was told "
                                + (t.the(TcpApplication.class).isConnected() ? "so" : "nothing of the kind")
                                + ", the server "
                                + (t.the(ServerApplication.class).connections().isEmpty() ? "was not" : "too"))
                .within(Waits.GIVING_UP));
    }

    @When("two clients at the peer connect to it from any two ports")
    public void twoClients() {
        trials.act(t -> {
            List<Port> ports = List.copyOf(t.draw("the clients' ports", Any.ports(2, 2)));
            t.put("first", client(t, 0, ports.get(0)));
            t.put("second", client(t, 0, ports.get(1)));
        });
        bothHandshakes();
    }

    @When("two clients on two hosts connect to it from the same port")
    public void twoHosts() {
        trials.act(t -> {
            Port port = t.draw("the clients' port", Any.clientPort());
            t.put("first", client(t, 0, port));
            t.put("second", client(t, 1, port));
        });
        bothHandshakes();
    }

    private void bothHandshakes() {
        for (String name : List.of("first", "second")) {
            trials.act(t -> t.the(name, PeerConnection.class)
                    .send(t.the(name, PeerConnection.class).syn()));
            trials.await(t -> new About(whose(t, name), Handshakes.synAck(t.the(name, PeerConnection.class))));
            trials.act(t -> t.the(name, PeerConnection.class).acknowledge());
            trials.await(t -> new About(whose(t, name), Handshakes.accepted(t, t.the(name, PeerConnection.class))));
        }
    }

    private static String whose(Trial t, String name) {
        String client = "the " + name + " client, at "
                + t.the(name, PeerConnection.class).local();
        return name.equals("first") ? client : client + ", while the first one is connected to the same port";
    }

    private static PeerConnection client(Trial t, int host, Port port) {
        var peer = Scene.lab(t).peer(host);
        SeqNumber iss = t.draw(Scene.PEER_ISN, Any.sequenceNumber());
        return new PeerConnection(peer, peer.at(port), Scene.endpointSocket(t), iss);
    }

    private static TcpApplication connect(Trial t, Port own) {
        return TcpApplication.connect(
                Scene.endpoint(t), "the client", own, Scene.peer(t).at(t.the(Scene.PEER_PORT, Port.class)));
    }

    private static List<TcpApplication> connectFrom(Trial t, List<Port> ports) {
        return ports.stream().map(port -> connect(t, port)).toList();
    }

    private static Expectation firstSyn(Trial t) {
        Reader reader = t.put(Scene.peer(t).tcp(t.the(Scene.PEER_PORT, Port.class)));
        return new Arrives(
                reader,
                Handshakes.BARE_SYN.toString(),
                arrival -> Packets.judge(arrival, Handshakes.BARE_SYN),
                arrival -> t.put(FIRST_SYN, arrival.tcp().orElseThrow()));
    }

    private static Expectation theSameSynAgain(Trial t) {
        TcpSegment first = t.the(FIRST_SYN, TcpSegment.class);
        return new Arrives(
                t.the(Reader.class),
                "the same SYN again",
                arrival -> Packets.judge(arrival, Handshakes.BARE_SYN.numbered(first.seq(), "that of the first SYN")),
                arrival -> {},
                Waits.ANSWER.multipliedBy(5));
    }
}
