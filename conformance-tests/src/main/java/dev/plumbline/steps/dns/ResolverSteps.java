package dev.plumbline.steps.dns;

import dev.plumbline.peer.Becomes;
import dev.plumbline.steps.Scene;
import dev.plumbline.testbed.Impairment;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.AnyDnsMessage;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Set;

/** Looking up names: the endpoint as a resolver (RFC 1034 section 5.3.1). */
public final class ResolverSteps {
    private final Trials trials;

    /** For Cucumber. */
    public ResolverSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("a network that loses the first question or its answer")
    public void losesOne() {
        trials.act(t -> {
            boolean question = t.draw("the question is lost, not the answer", AnyDnsMessage.questionIsLost());
            Impairment loss = Impairment.dropping(Set.of(0));
            Scene.lab(t).network(question ? loss : Impairment.none(), question ? Impairment.none() : loss);
        });
    }

    @Given("a DNS server whose book has {records}")
    public void book(Records records) {
        trials.act(t -> DnsScene.of(t).open(records, Lifetime.FIVE_MINUTES));
    }

    @Given("a DNS server whose book has {records}, for {lifetime}")
    public void bookFor(Records records, Lifetime lifetime) {
        trials.act(t -> DnsScene.of(t).open(records, lifetime));
    }

    @Given("the book/zone now has {records}")
    public void nowHas(Records records) {
        trials.act(t -> DnsScene.of(t).publish(records));
    }

    @Given("the DNS server answers with {serverReply}")
    public void answersWith(ServerReply reply) {
        trials.act(t -> DnsScene.of(t).book().answersWith(reply, DnsScene.of(t)));
    }

    @Given("before each right answer comes a reply with {flaw} and any other address")
    public void flawedReplyFirst(Flaw flaw) {
        trials.act(t -> flaw.comesFirst(DnsScene.of(t)));
    }

    @Given("{period} has/have passed")
    public void passed(Period period) {
        trials.await(t -> period.passes(DnsScene.of(t)));
    }

    @Given("the endpoint's application has looked up {subject}( once more)")
    public void hasLookedUp(Subject subject) {
        trials.act(t -> DnsScene.of(t).lookUps().start(subject));
        trials.await(t -> DnsScene.of(t).toldAsThingsAre());
    }

    @When("the endpoint's application looks up {subject}( once more)")
    public void looksUp(Subject subject) {
        trials.act(t -> DnsScene.of(t).lookUps().start(subject));
    }

    @Then("the application is told {dnsTold}")
    public void told(DnsTold told) {
        trials.await(t -> told.by(DnsScene.of(t)));
    }

    @Then("the DNS server is asked {dnsAsked}")
    public void asked(DnsAsked asked) {
        trials.await(t -> asked.by(DnsScene.of(t)));
    }

    @Then("the endpoint has sent nothing but questions to the DNS server")
    public void nothingButQuestions() {
        trials.await(t -> {
            DnsTraffic traffic = new DnsTraffic(DnsScene.of(t));
            return Becomes.staysUntrue(
                    "questions to the DNS server, and no attempt to connect to anybody",
                    () -> traffic.besidesQuestions().isPresent(),
                    () -> traffic.besidesQuestions()
                            .map(p -> "the endpoint sent " + p + ", although it was given no address")
                            .orElse(""));
        });
    }
}
