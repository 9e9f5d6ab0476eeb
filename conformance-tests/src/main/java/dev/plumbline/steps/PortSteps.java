package dev.plumbline.steps;

import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.SegmentPattern;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Optional;

/** Who gets what of several clients' streams (RFC 9293 section 3.3.1). */
public final class PortSteps {
    private final Trials trials;

    /** For Cucumber. */
    public PortSteps(Trials trials) {
        this.trials = trials;
    }

    @Then("the answer names the endpoint's address and port and the peer's address and port")
    public void answerNamesAllFour() {
        trials.await(t -> {
            PeerConnection connection = Scene.connection(t);
            SegmentPattern pattern =
                    SegmentPattern.segment().with(SYN, ACK).between(connection.remote(), connection.local());
            return new Arrives(
                    Scene.peer(t).everything(), pattern.toString(), packet -> Packets.judge(packet, pattern), a -> {});
        });
    }

    @When("both send any data, in any order")
    public void bothSend() {
        trials.act(t -> {
            List<String> names = List.of("first", "second");
            for (int i : t.draw("who sends first", Any.order(2))) {
                PeerConnection client = t.the(names.get(i), PeerConnection.class);
                Octets drawn = t.draw("the data of the " + names.get(i) + " client", Any.data(1, 1000));
                Octets data = client.fitting(drawn, 0);
                t.put(names.get(i) + " data", data);
                client.sendData(data);
            }
        });
    }

    @Then("the endpoint's application receives each client's data on that client's connection")
    public void dataOnItsConnection() {
        trials.await(t -> eachClientsData(t, "first"));
        trials.await(t -> eachClientsData(t, "second"));
    }

    @When("the peer opens a connection to that port and sends any data")
    public void peerOpensConnection() {
        trials.act(t -> {
            PeerConnection connection = t.put(new PeerConnection(
                    Scene.peer(t),
                    Scene.peer(t).at(Scene.peerPort(t)),
                    Scene.endpointSocket(t),
                    t.draw(Scene.PEER_ISN, Any.sequenceNumber())));
            connection.send(connection.syn());
        });
        trials.await(Handshakes::synAck);
        trials.act(t -> Scene.connection(t).acknowledge());
        trials.act(t -> Streams.sendByPeer(t, t.draw("the peer's data over TCP", Any.data(1, 1000))));
        trials.await(t -> Becomes.becomesTrue(
                "the TCP application is connected",
                () -> !t.the(ServerApplication.class).connections().isEmpty(),
                () -> "it was told nothing"));
    }

    private static Expectation eachClientsData(Trial t, String name) {
        PeerConnection client = t.the(name, PeerConnection.class);
        Octets data = t.the(name + " data", Octets.class);
        Optional<TcpApplication> own = t.the(ServerApplication.class).connectionWith(client.local());
        return Becomes.becomesTrue(
                "what the " + name + " client, at " + client.local() + ", sent arrives on its own connection",
                () -> own.filter(c -> c.received().equals(data)).isPresent(),
                () -> Streams.difference(data, own.map(TcpApplication::received).orElse(Octets.empty())));
    }
}
