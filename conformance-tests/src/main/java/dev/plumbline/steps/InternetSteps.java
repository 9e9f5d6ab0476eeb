package dev.plumbline.steps;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Peer;
import dev.plumbline.testbed.Topology;
import dev.plumbline.testbed.Words;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyNetwork;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Networks between the endpoint and its peers, and what crosses them (RFC 1122 section 1.1.1, RFC 1812 section 2.2). */
public final class InternetSteps {
    private static final String NETWORK = "the network";
    private static final String PEERS_DATA = "the peer's data";
    private static final String PEERS = "the number of peers";
    private static final int SMALLEST = 68;
    private static final int USUAL_LEAST = 576;

    private final Trials trials;

    /** For Cucumber. */
    public InternetSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("any network of up to eight nodes, the endpoint and the peer among them")
    public void anyNetwork() {
        between(AnyNetwork.topology(USUAL_LEAST));
    }

    @Given("a row of any routers between the endpoint and the peer")
    public void row() {
        between(AnyNetwork.chain(USUAL_LEAST));
    }

    @Given("a row of any routers between the endpoint and the peer, whose links take packets of 68 octets or more")
    public void narrowRow() {
        between(AnyNetwork.chain(SMALLEST));
    }

    @Given("any network in which packets come back another way than they went")
    public void twoWays() {
        between(AnyNetwork.twoWays());
    }

    @Given("any network in which packets overtake each other")
    public void overtaking() {
        between(AnyNetwork.parallelWays());
    }

    @Given("a link that takes packets of any size from 68 octets on")
    public void narrowLink() {
        between(AnyNetwork.mtu(SMALLEST).map(Topology::cable));
    }

    @Given("the endpoint has any address")
    public void anyEndpointAddress() {
        trials.act(t -> Scene.lab(t).endpointAddress(t.draw("the endpoint's address", AnyNetwork.hostAddress())));
    }

    @Given("the peer has any address")
    public void anyPeerAddress() {
        trials.act(t -> Scene.lab(t).peerAddress(t.draw("the peer's address", AnyNetwork.hostAddress())));
    }

    @Given("any number of peers, each with an address of its own")
    public void peers() {
        trials.act(t ->
                t.put(PEERS, t.draw(PEERS, Arbitraries.integers().between(2, 4).shrinkTowards(2))));
    }

    @When("the endpoint's application and the peer send each other any data")
    public void sendEachOther() {
        trials.act(t -> {
            Port port = Scene.drawPeerPort(t);
            Octets data = t.put(Datagrams.DATA, t.draw(Datagrams.DATA, Any.data(0, 1472)));
            t.the(UdpApplication.class).send(Scene.peer(t).at(port), data);
            Datagrams.peerSends(t, t.draw(PEERS_DATA, Any.data(0, 1472)));
        });
    }

    @Then("each of the two receives exactly what the other has sent")
    public void eachReceives() {
        trials.await(t -> Datagrams.receives(t, Datagrams.sent(t)));
        trials.await(InternetSteps::peerReceivesTheData);
    }

    @Then("the peer receives exactly that data")
    public void peerReceives() {
        trials.await(InternetSteps::peerReceivesTheData);
    }

    @When("it sends any short data to any port of the peer")
    public void sendsShort() {
        send(Any.data(0, USUAL_LEAST - 28));
    }

    @When("it sends any data, however large, to any port of the peer")
    public void sendsLarge() {
        send(Any.data(0, 6000));
    }

    @When("it asks the peer any question, again each second until the peer has answered with any data")
    public void asksUntilAnswered() {
        trials.act(t -> {
            Port port = Scene.drawPeerPort(t);
            Octets answer = t.put(PEERS_DATA, t.draw(PEERS_DATA, Any.data(0, 3000)));
            Peer peer = Scene.peer(t);
            peer.onArrival(arrival -> arrival.udp()
                    .filter(udp -> udp.destinationPort().equals(port))
                    .ifPresent(udp -> peer.sendUdp(port, udp.sourcePort(), answer)));
            Octets question = t.put(Datagrams.DATA, t.draw(Datagrams.DATA, Any.data(0, 3000)));
            t.put(RepeatedQuestion.ask(Scene.endpoint(t), t.the(UdpApplication.class), peer.at(port), question));
        });
    }

    @Then(
            "the peer has received the question as it was asked, and the endpoint's application the answer as it was given")
    public void questionAndAnswer() {
        trials.await(t -> Becomes.becomesTrue(
                        "the application receives the peer's answer, and nothing else",
                        () -> isOnly(t.the(UdpApplication.class).data(), t.the(PEERS_DATA, Octets.class)),
                        () -> "it received "
                                + Streams.words(t.the(UdpApplication.class).data()) + " after "
                                + t.the(RepeatedQuestion.class).asked() + " questions" + Datagrams.losses(t))
                .within(Duration.ofSeconds(10)));
        trials.act(t -> {
            List<Octets> questions = Scene.peer(t).udpData(t.the(Scene.PEER_PORT, Port.class));
            if (!isOnly(questions, Datagrams.data(t))) {
                throw new FindingError(Finding.wrong(
                        "the peer received another question than the application asked",
                        "the " + Words.octets(Datagrams.data(t).length()) + " of the question",
                        Streams.words(questions).toString()));
            }
        });
    }

    @When("it sends each of the peers data of its own, in any order")
    public void sendsEachPeer() {
        trials.act(t -> {
            Port port = Scene.drawPeerPort(t);
            severalPeers(t, port)
                    .inAnyOrder(t, (peer, data) -> t.the(UdpApplication.class).send(peer.at(port), data));
        });
    }

    @When("each of the peers sends data of its own there, in any order")
    public void eachPeerSends() {
        trials.act(t -> {
            Port port = Scene.drawPeerPort(t);
            severalPeers(t, port).inAnyOrder(t, (peer, data) -> peer.sendUdp(port, Scene.endpointPort(t), data));
        });
    }

    @Then("each of the peers receives exactly its own")
    public void eachPeerReceives() {
        trials.await(t -> t.the(SeveralPeers.class).haveExactlyTheirOwn());
    }

    private static SeveralPeers severalPeers(Trial t, Port port) {
        return t.put(new SeveralPeers(Scene.lab(t), t.the(PEERS, Integer.class), port));
    }

    private void between(Arbitrary<Topology> topology) {
        trials.act(t -> Scene.lab(t).topology(t.draw(NETWORK, topology)));
    }

    private void send(Arbitrary<Octets> data) {
        trials.act(t -> {
            Port port = Scene.drawPeerPort(t);
            Octets drawn = t.put(Datagrams.DATA, t.draw(Datagrams.DATA, data));
            t.the(UdpApplication.class).send(Scene.peer(t).at(port), drawn);
        });
    }

    private static Expectation peerReceivesTheData(Trial t) {
        return Datagrams.peerReceives(t, t.the(Scene.PEER_PORT, Port.class), List.of(Datagrams.data(t)));
    }

    private static boolean isOnly(List<Octets> all, Octets one) {
        return !all.isEmpty() && all.stream().allMatch(one::equals);
    }
}
