package dev.plumbline.steps.dns;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.DnsServerPeer;
import dev.plumbline.peer.Peer;
import dev.plumbline.steps.Packets;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.tcp.EndpointStream;
import dev.plumbline.steps.tcp.Handshake;
import dev.plumbline.steps.tcp.PeerStream;
import dev.plumbline.steps.tcp.Side;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** From a name to a connection: the whole way, over DNS and TCP (RFC 1034 section 2.3, RFC 9293 section 3.5). */
public final class NamedHostSteps {
    private final Trials trials;

    /** For Cucumber. */
    public NamedHostSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("the endpoint's application is connected to the name")
    public void isConnected() {
        trials.act(t -> DnsScene.of(t).webHosts().connect());
        trials.await(t -> DnsScene.of(t).webHosts().connected());
    }

    @When("the endpoint's application connects to the/any name( once more)")
    public void connects() {
        trials.act(t -> DnsScene.of(t).webHosts().connect());
    }

    @Then("{partner} hears a SYN first, and that after the DNS server's answer")
    public void synAfterAnswer(Partner host) {
        trials.await(t -> new Arrives(
                DnsScene.of(t).webHosts().peer(host).everything(),
                Handshake.BARE_SYN + ", to port " + DnsScene.of(t).webHosts().port(),
                packet -> Packets.judge(packet, Handshake.BARE_SYN),
                packet -> new DnsTraffic(DnsScene.of(t)).requireAnswerFirst()));
    }

    @Then("{partner} hears nothing")
    public void hearsNothing(Partner host) {
        trials.await(t -> {
            Peer peer = DnsScene.of(t).webHosts().peer(host);
            return Becomes.staysUntrue(
                    "silence at " + host,
                    () -> !peer.arrivals().isEmpty(),
                    () -> "the endpoint sent " + peer.arrivals().get(0) + " to " + peer.address()
                            + ", which is not the name's address");
        });
    }

    @Then("the application is connected to {partner}")
    public void isConnectedTo(Partner host) {
        trials.await(t -> DnsScene.of(t).webHosts().connected());
        trials.await(t -> DnsScene.of(t).webHosts().isWith(host));
    }

    @Given("a server of the endpoint waits for connections on any port")
    public void serverWaits() {
        trials.act(t -> {
            Port port = t.draw(Scene.ENDPOINT_PORT, Any.port().filter(p -> !p.equals(DnsServerPeer.PORT)));
            t.put(Scene.ENDPOINT_PORT, port);
            t.put(ServerApplication.listen(Scene.endpoint(t), port));
        });
    }

    @When("the peer connects to the address that it is given")
    public void peerConnects() {
        trials.act(t -> {
            Ipv4Address given = DnsScene.of(t).enquiry().addressGiven();
            Handshake.connect(t, new SocketAddress(given, Scene.endpointPort(t)));
        });
        trials.await(Handshake::synAck);
        trials.act(t -> Scene.connection(t).acknowledge());
        trials.await(Handshake::connected);
    }

    @Then("the connection with {partner} carries any data")
    public void carriesData(Partner partner) {
        trials.act(t -> {
            partner.takeUp(DnsScene.of(t));
            PeerStream.send(t, t.draw("the peer's data", Any.data(1, 1000)));
        });
        trials.await(Side.ENDPOINT::receivesEverything);
        trials.act(t -> EndpointStream.send(t, t.draw("the endpoint's data", Any.data(1, 1000))));
        trials.await(Side.PEER::receivesEverything);
    }
}
