package dev.plumbline.steps.udp;

import dev.plumbline.steps.NamedPort;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.ip.Envelope;
import dev.plumbline.steps.ip.InPieces;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.AnyNetwork;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** Peers that send datagrams to the endpoint's applications, as they should be or otherwise (RFC 768, RFC 791 section 3). */
public final class PeerSendSteps {
    private final Trials trials;

    /** For Cucumber. */
    public PeerSendSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("any number of peers, each with an address of its own")
    public void anyNumber() {
        trials.act(t -> UdpScene.of(t).peerCount(t.draw("the number of peers", AnyNetwork.peers())));
    }

    @When("the peer sends {payloads} to {receivers}")
    public void sends(Payloads payloads, Receivers receivers) {
        trials.act(t -> PeerSends.first(t, payloads, receivers).plainly());
    }

    @When("the peer sends {payloads} to it from {port}")
    public void sendsFrom(Payloads payloads, NamedPort port) {
        trials.act(t -> port.in(t, Scene.PEER_PORT));
        trials.act(t -> PeerSends.first(t, payloads, Receivers.IT).plainly());
    }

    @When("the peer sends {payloads} to {receivers}, {envelope}")
    public void sendsIn(Payloads payloads, Receivers receivers, Envelope envelope) {
        trials.act(t -> PeerSends.first(t, payloads, receivers).in(envelope));
    }

    @When("the peer sends {payloads} to {receivers}, {pieces}")
    public void sendsInPieces(Payloads payloads, Receivers receivers, InPieces pieces) {
        trials.act(t -> PeerSends.first(t, payloads, receivers).in(pieces));
    }

    @When("each of {senders} sends {payloads} to it")
    public void eachSends(Senders senders, Payloads payloads) {
        trials.act(
                t -> PeerSends.several(t, senders.in(t), payloads, Receivers.IT).plainly());
    }

    @When("each of {senders} sends {payloads} to it, {pieces}")
    public void eachSendsInPieces(Senders senders, Payloads payloads, InPieces pieces) {
        trials.act(
                t -> PeerSends.several(t, senders.in(t), payloads, Receivers.IT).in(pieces));
    }
}
