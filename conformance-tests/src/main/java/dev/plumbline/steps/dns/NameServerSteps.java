package dev.plumbline.steps.dns;

import dev.plumbline.peer.DnsServerPeer;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.tcp.Handshake;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trials;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Answering for a zone: the endpoint as an authoritative DNS server (RFC 1034 section 4.3). */
public final class NameServerSteps {
    private final Trials trials;

    /** For Cucumber. */
    public NameServerSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("the endpoint serves a zone that has {records}")
    public void serves(Records records) {
        trials.act(t -> DnsScene.of(t).serve(records));
    }

    @Given("the peer is connected to the endpoint's DNS server")
    public void connected() {
        trials.act(t -> Handshake.connect(t, new SocketAddress(Scene.peer(t).endpoint(), DnsServerPeer.PORT)));
        trials.await(Handshake::synAck);
        trials.act(t -> Scene.connection(t).acknowledgeByItself());
    }

    @Given("the peer has asked {queryForm} for {question}")
    public void hasAsked(QueryForm form, DnsQuestion question) {
        trials.act(t -> DnsScene.of(t).ask(form, question));
        trials.await(t -> DnsAnswer.ADDRESSES.by(DnsScene.of(t)));
    }

    @When("the peer asks {queryForm} for {question}")
    public void asks(QueryForm form, DnsQuestion question) {
        trials.act(t -> DnsScene.of(t).ask(form, question));
    }

    @Then("the endpoint's DNS server answers {dnsAnswer}")
    public void answers(DnsAnswer answer) {
        trials.await(t -> answer.by(DnsScene.of(t)));
    }
}
