package dev.plumbline.steps.tcp;

import dev.plumbline.steps.Vocabulary;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
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

    /** What it is told of. */
    @ParameterType(Trouble.WORDS)
    public Trouble trouble(String words) {
        return Vocabulary.find(Trouble.values(), words);
    }

    @Then("the endpoint's application is told of {trouble}")
    public void toldOf(Trouble trouble) {
        trials.await(trouble::told);
    }

    @Then("the endpoint's application is not told of {trouble}")
    public void notToldOf(Trouble trouble) {
        trials.await(trouble::withheld);
    }

    @Then("by then the endpoint has sent everything again twice at least")
    public void sentAgain() {
        trials.act(WishSteps::requireThreeSendings);
    }

    /** Three retransmissions, as time: at a timeout that does not double the third one would be due by now. */
    private static void requireThreeSendings(Trial t) {
        int times = Sendings.of(t, 0).times().size();
        if (times < 3) {
            throw new FindingError(Finding.wrong(
                    "the endpoint told its application of a delivery problem when it had sent the data only " + times
                            + " times",
                    "a report after three retransmissions at the current timeout (RFC 9293 section 3.8.3, SHLD-10)",
                    times + " transmissions of the first octet"));
        }
    }

    @Then("the endpoint gives up when that time is over")
    public void givesUp() {
        trials.await(UserTimeout::patience);
        trials.await(UserTimeout::end);
    }

    /** What it has in its headers. */
    @ParameterType(Mark.WORDS)
    public Mark mark(String words) {
        return Vocabulary.find(Mark.values(), words);
    }

    @Then("every segment/reply of the endpoint has had that {mark} since then")
    public void has(Mark mark) {
        trials.act(mark::check);
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

    /** What it hears when it asks. */
    @ParameterType(UrgentRest.WORDS)
    public UrgentRest rest(String words) {
        return Vocabulary.find(UrgentRest.values(), words);
    }

    @Then("the endpoint's application finds {rest}")
    public void finds(UrgentRest rest) {
        trials.act(rest::check);
    }

    @When("the endpoint's application asks for {wish}")
    public void asksFor(Wish wish) {
        trials.act(wish::express);
    }
}
