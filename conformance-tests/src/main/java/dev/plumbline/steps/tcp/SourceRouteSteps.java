package dev.plumbline.steps.tcp;

import dev.plumbline.application.TcpApplication;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.Vocabulary;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** By way of which gateways packets come and go (RFC 9293 section 3.9.2.1, RFC 1122 section 3.2.1.8). */
public final class SourceRouteSteps {
    private final Trials trials;

    /** For Cucumber. */
    public SourceRouteSteps(Trials trials) {
        this.trials = trials;
    }

    /** How the peer's packets come. */
    @ParameterType(Track.WORDS)
    public Track track(String words) {
        return Vocabulary.find(Track.values(), words);
    }

    @Given("the peer's packets come by way of {track}")
    public void come(Track track) {
        trials.act(track::begin);
    }

    @When("the endpoint's application connects to the peer by way of any gateways")
    public void connects() {
        trials.act(t -> {
            var gateways = Track.chosen(t);
            var port = t.draw(Scene.ENDPOINT_PORT, Any.clientPort());
            var peer = Scene.peer(t).at(Scene.drawPeerPort(t));
            var host = Scene.endpoint(t);
            t.put(TcpApplication.connect(
                    host,
                    "the client",
                    peer + " from port " + port + " by way of " + gateways,
                    client -> host.stack().connect(port, gateways, peer, client)));
        });
    }
}
