package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Pause;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trials;
import dev.plumbline.trial.Waits;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Data from one side of a connection to the other (RFC 9293 sections 3.4 and 3.8). */
public final class StreamSteps {
    private final Trials trials;

    /** For Cucumber. */
    public StreamSteps(Trials trials) {
        this.trials = trials;
    }

    @When("{side} sends {amount}")
    public void sends(Side who, Amount amount) {
        trials.act(t -> amount.draw(t, who.whose()).forEach(data -> who.send(t, data)));
    }

    @When("the peer sends any data {manner}")
    public void sendsSegments(Manner manner) {
        trials.act(manner::send);
    }

    @When("the endpoint's application sends {amount}, and nobody answers")
    public void sendsInVain(Amount amount) {
        trials.act(t -> amount.draw(t, Side.ENDPOINT.whose()).forEach(data -> EndpointStream.sendInVain(t, data)));
        trials.await(t -> new Pause(Waits.MOMENT));
    }

    @When("the endpoint's application sends {amount}, but {sending} is lost on the way")
    public void sendsButLoses(Amount amount, Sending sending) {
        trials.act(t -> amount.draw(t, Side.ENDPOINT.whose()).forEach(data -> {
            sending.lose(t, data);
            EndpointStream.send(t, data);
        }));
    }

    @When("{side} closes when everything is sent")
    public void closes(Side who) {
        trials.act(who::closeInTheEnd);
    }

    @When("the peer {deed}")
    public void does(Deed deed) {
        trials.reach(deed::needs);
        trials.await(deed::before);
        trials.act(deed::act);
        trials.await(deed::after);
    }

    @Then("{side} receives exactly what {side} sent")
    public void receives(Side who, Side sender) {
        trials.await(who::receivesEverything);
    }

    @Then("once the peer {deed}, {side} receives exactly what {side} sent")
    public void receivesOnce(Deed deed, Side who, Side sender) {
        trials.await(deed::before);
        trials.act(deed::act);
        trials.await(who::receivesEverything);
    }

    @Then("the endpoint's application receives nothing but what came before the gap")
    public void receivesBeforeGap() {
        trials.await(t -> Becomes.becomesTrue(
                "the endpoint's application receives the " + Talk.of(t).gap().from() + " octets before the gap",
                () -> Scene.received(t).length() >= Talk.of(t).gap().from(),
                () -> Gaps.difference(t)));
        trials.await(Gaps::nothingFromBehind);
    }

    @Then("the endpoint acknowledges {extent}")
    public void acknowledges(Extent extent) {
        trials.await(t -> Scene.connection(t).expect(extent.pattern(t), s -> {}));
    }

    @Then("the endpoint acknowledges {extent} {soon}")
    public void acknowledgesSoon(Extent extent, Soon soon) {
        trials.await(t -> Scene.connection(t).expectWithin(soon.limit(), extent.pattern(t), s -> {}));
    }

    @Then("the endpoint sends {sending}")
    @Then("the endpoint sends {sending} again")
    public void sendsIt(Sending sending) {
        trials.await(t -> sending.arrives(t, EndpointStream.SOONER_OR_LATER));
    }

    @Then("the endpoint sends {sending} {soon}")
    @Then("the endpoint sends {sending} again {soon}")
    public void sendsItSoon(Sending sending, Soon soon) {
        trials.await(t -> sending.arrives(t, soon.limit()));
    }

    @Then("the endpoint never sends {misdeed}")
    public void neverSends(Misdeed misdeed) {
        trials.await(t -> new Pause(misdeed.grace()));
        trials.act(misdeed::begin);
        trials.await(misdeed::watched);
    }

    @Given("the endpoint's application has filled it with any data")
    public void fillsWindow() {
        trials.act(EndpointStream::fillWindow);
        trials.reach(Side.PEER::receivesEverything);
        trials.reach(t -> new Pause(Waits.MOMENT));
        // What has filled it is no probe, though the peer has to answer it.
        trials.act(t -> Scene.connection(t).reader().skipAll());
    }

    @When("the endpoint's application {doing}")
    public void does(ApplicationDeed deed) {
        trials.act(deed::act);
        trials.await(deed::after);
    }

    @Then("in the end the peer has everything, or the beginning of it, and the endpoint's application is told so")
    public void arrivedOrTold() {
        trials.await(Side.PEER::receivesEverythingOrIsMissed);
    }

    @Then("every packet on the wire {quality}")
    public void everyPacket(Quality quality) {
        trials.await(Side.PEER::receivesEverything);
        trials.act(quality::check);
    }
}
