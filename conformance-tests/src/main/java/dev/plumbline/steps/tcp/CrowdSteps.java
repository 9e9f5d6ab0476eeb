package dev.plumbline.steps.tcp;

import dev.plumbline.trial.Trials;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Many connections, and one after another between the same two sockets (RFC 9293 sections 3.4.1 and 3.10.7.2). */
public final class CrowdSteps {
    private final Trials trials;

    /** For Cucumber. */
    public CrowdSteps(Trials trials) {
        this.trials = trials;
    }

    @When("the connection is opened again, {terms}")
    public void openedAgain(Terms terms) {
        Again.open(trials, terms);
    }

    @When("the connection is asked for again, and nobody answers")
    public void askedForAgain() {
        Again.ask(trials, Terms.USUAL);
    }

    @When("hundreds of strangers send a SYN each to the same port, and nothing more")
    public void flood() {
        trials.act(t -> Crowd.of(t).floods());
    }

    @Then("a client that asks again and again gets its connection")
    public void letsIn() {
        trials.await(t -> Crowd.of(t).letsIn());
    }

    @Then("more than a thousand clients connect to the same port and close, one after another")
    public void passes() {
        trials.await(Procession::passes);
    }
}
