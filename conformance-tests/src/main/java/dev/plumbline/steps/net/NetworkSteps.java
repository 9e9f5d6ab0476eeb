package dev.plumbline.steps.net;

import dev.plumbline.steps.Scene;
import dev.plumbline.steps.Vocabulary;
import dev.plumbline.trial.Trials;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;

/** What joins the endpoint and its peers, and which addresses they have (RFC 1122 section 1.1.1, RFC 1812 section 2.2). */
public final class NetworkSteps {
    private final Trials trials;

    /** For Cucumber. */
    public NetworkSteps(Trials trials) {
        this.trials = trials;
    }

    /** What joins two hosts. */
    @ParameterType("(?:any network|a network|a row|a link) .+")
    public Between network(String words) {
        return Vocabulary.find(Between.values(), words);
    }

    /** A host's address. */
    @ParameterType("any address|the address [0-9.]+")
    public HostAddress address(String words) {
        return HostAddress.of(words);
    }

    @Given("the endpoint and the peer are joined by {network}")
    public void joined(Between network) {
        trials.act(network::lay);
    }

    @Given("the endpoint has {address}")
    public void endpointHas(HostAddress address) {
        trials.act(t -> Scene.lab(t).endpointAddress(address.in(t, "the endpoint's address")));
    }

    @Given("the peer has {address}")
    public void peerHas(HostAddress address) {
        trials.act(t -> Scene.lab(t).peerAddress(address.in(t, "the peer's address")));
    }
}
