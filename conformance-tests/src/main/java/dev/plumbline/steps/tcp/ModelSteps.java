package dev.plumbline.steps.tcp;

import dev.plumbline.trial.Trials;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;

/** The whole protocol as one property: whatever happens, the endpoint does what some state of the model allows (RFC 9293 section 3.10). */
public final class ModelSteps {
    private static final Move A_WHILE = new Move.Waiting(Duration.ofSeconds(5));

    private final Trials trials;

    /** For Cucumber. */
    public ModelSteps(Trials trials) {
        this.trials = trials;
    }

    @When("any chain of segments, calls, losses and waits follows")
    public void chain() {
        trials.await(t ->
                Playing.of(t, t.draw("the chain", AnyChain.from(Modelled.of(t).state()))));
    }

    @Then("the endpoint has done only what a state of the model allows")
    public void allowed() {
        trials.await(t -> Playing.of(t, List.of(A_WHILE)));
    }
}
