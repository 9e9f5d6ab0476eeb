package dev.plumbline.steps.udp;

import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.steps.NamedPort;
import dev.plumbline.steps.Packets;
import dev.plumbline.steps.Scene;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trials;
import dev.plumbline.wire.Octets;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;

/** What applications and peers receive (RFC 1122 section 4.1.3). */
public final class DeliverySteps {
    private static final Octets STILL_HERE = Octets.ofText("still here");

    private final Trials trials;

    /** For Cucumber. */
    public DeliverySteps(Trials trials) {
        this.trials = trials;
    }

    @Then("the endpoint's application receives {delivery}")
    public void applicationReceives(Delivery delivery) {
        trials.await(t -> delivery.to(Inbox.APPLICATION, t));
    }

    @Then("the peer receives {delivery}")
    public void peerReceives(Delivery delivery) {
        trials.await(t -> delivery.to(Inbox.PEER, t));
    }

    @Then("another datagram still reaches {inbox}")
    public void stillReaches(Inbox inbox) {
        trials.act(t -> inbox.post(t, STILL_HERE));
        trials.await(t -> Becomes.becomesTrue(
                inbox + " receives the datagram that says " + STILL_HERE.toText(),
                () -> inbox.received(t).contains(STILL_HERE),
                () -> "nothing of the kind"));
    }

    /** Who receives datagrams. */
    @ParameterType("the endpoint's application|the peer")
    public Inbox inbox(String words) {
        return words.equals("the peer") ? Inbox.PEER : Inbox.APPLICATION;
    }

    @Then("each of the peers receives exactly its own")
    public void eachPeer() {
        trials.await(EachItsOwn::ofPeers);
    }

    @Then("each application receives exactly what was sent to its port")
    public void eachApplication() {
        trials.await(EachItsOwn::ofApplications);
    }

    @Then("no application receives anything")
    public void nobody() {
        trials.await(t -> Becomes.staysUntrue(
                "the datagram is for no application",
                () -> UdpScene.of(t).heard() > 0,
                () -> "an application received something, although "
                        + UdpScene.of(t).wrong()));
    }

    @Then("once the missing piece has come, each application receives exactly what was sent to its port")
    public void onceWhole() {
        trials.act(t -> UdpScene.of(t).completeBy(Scene.peer(t)));
        trials.await(EachItsOwn::ofApplications);
    }

    @Then("the endpoint's packet has {trait}")
    public void packetHas(Trait trait) {
        trials.await(trait::arrives);
    }

    @Then("the answer comes from {port} and goes to {port}")
    public void answerGoes(NamedPort from, NamedPort to) {
        trials.await(t -> {
            SocketAddress source = new SocketAddress(Scene.peer(t).endpoint(), from.in(t, Scene.ENDPOINT_PORT));
            SocketAddress destination = Scene.peer(t).at(to.in(t, Scene.PEER_PORT));
            return new Arrives(
                    Scene.peer(t).everything(),
                    "an answer from " + source + " to " + destination,
                    packet -> Packets.verdict(Packets.route(packet, source, destination)),
                    packet -> {});
        });
    }

    @Then("each of them leaves in a packet of its own, once")
    public void eachLeavesOnce() {
        trials.await(Departure::ofAll);
        trials.await(Departure::ofNoMore);
    }
}
