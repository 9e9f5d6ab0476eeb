package dev.plumbline.steps;

import static dev.plumbline.steps.Repetition.A_MOMENT;
import static dev.plumbline.steps.Repetition.SOONER_OR_LATER;

import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Judgement;
import dev.plumbline.peer.Pause;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;

/** A peer that takes nothing for a while (RFC 9293 section 3.8.6.1). */
public final class WindowSteps {
    private final Trials trials;

    /** For Cucumber. */
    public WindowSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("the peer has closed its window")
    public void closedWindow() {
        trials.act(t -> {
            Scene.connection(t).offer(0);
            Scene.connection(t).acknowledge();
        });
        trials.await(t -> new Pause(A_MOMENT));
    }

    @When("the window stays closed for a long time, though the peer answers")
    public void staysClosed() {
        trials.await(t -> new Pause(Duration.ofHours(1)));
    }

    @Then("once the peer opens its window, it receives exactly what the endpoint's application sent")
    public void opensWindow() {
        trials.act(t -> {
            Scene.connection(t).offer(Streams.LARGEST_WINDOW);
            Scene.connection(t).acknowledge();
        });
        trials.await(Streams::receivedByPeer);
    }

    @Then("the endpoint asks again and again whether the window has opened")
    public void probes() {
        for (int i = 0; i < 3; i++) {
            trials.await(WindowSteps::probe);
        }
    }

    /** Anything that the peer must answer while its window is closed (RFC 9293 section 3.4): an octet, or an old number. */
    private static Expectation probe(Trial t) {
        PeerConnection connection = Scene.connection(t);
        return new Arrives(
                connection.reader(),
                "a segment that makes the peer say how large its window is",
                arrival -> arrival.tcp()
                                .filter(s -> s.len() > 0 || s.seq().isBefore(connection.rcvNxt()))
                                .isPresent()
                        ? Judgement.accepted()
                        : Judgement.harmless("the peer need not answer it"),
                arrival -> {},
                SOONER_OR_LATER);
    }
}
