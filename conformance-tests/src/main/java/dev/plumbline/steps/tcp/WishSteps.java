package dev.plumbline.steps.tcp;

import dev.plumbline.steps.Vocabulary;
import dev.plumbline.trial.Trials;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** An application asks for a service that not every TCP has (RFC 9293 section 3.9.1). */
public final class WishSteps {
    private final Trials trials;

    /** For Cucumber. */
    public WishSteps(Trials trials) {
        this.trials = trials;
    }

    /** What it asks for. */
    @ParameterType(Wish.WORDS)
    public Wish wish(String words) {
        return Vocabulary.find(Wish.values(), words);
    }

    /** For how long. */
    @ParameterType(IdleSpan.WORDS)
    public IdleSpan span(String words) {
        return Vocabulary.find(IdleSpan.values(), words);
    }

    @Then("the endpoint sends no keep-alive {span}")
    public void sendsNoKeepAlive(IdleSpan span) {
        trials.await(span::watched);
    }

    @When("the endpoint's application asks for {wish}")
    public void asksFor(Wish wish) {
        trials.act(wish::express);
    }
}
