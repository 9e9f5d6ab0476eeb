package dev.plumbline.steps.tcp;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.steps.NamedPort;
import dev.plumbline.steps.Scene;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trials;
import dev.plumbline.trial.Waits;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** Who asks whom for a connection, and who learns what of it (RFC 9293 sections 3.5 and 3.9.1). */
public final class ConnectionSteps {
    private final Trials trials;

    /** For Cucumber. */
    public ConnectionSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("a connection that {side} has opened, {terms}")
    public void opened(Side by, Terms terms) {
        by.open(trials, terms);
    }

    @Given("a connection that both have opened at once, {terms}")
    public void openedAtOnce(Terms terms) {
        Opening.byBoth(trials, terms);
    }

    @Given("a connection with another host")
    public void withOtherHost() {
        trials.act(Side.ENDPOINT::connectToOther);
        trials.reach(Opening::bothConnected);
    }

    @Given("a network that {harm} packets")
    public void network(Harm harm) {
        trials.act(t ->
                Scene.lab(t).network(harm.draw(t, "of the endpoint's packets"), harm.draw(t, "of the peer's packets")));
    }

    @Given("the endpoint's application listens on {port}")
    public void listens(NamedPort port) {
        trials.act(t -> {
            t.put(ServerApplication.listen(Scene.endpoint(t), port.in(t, Scene.ENDPOINT_PORT)));
            Opening.expectPeer(t);
        });
    }

    @When("another application of the endpoint listens on the port of the connection, or is refused")
    public void listensAnew() {
        trials.act(t -> {
            Port port = Scene.application(t).connection().local().port();
            try {
                ServerApplication.listen(Scene.endpoint(t), port);
            } catch (CallRefused refused) {
                t.show("the second OPEN", refused.reason());
            }
        });
    }

    @When("the endpoint's application connects to {servers} of the peer, from {sources}")
    public void connects(Servers servers, Sources sources) {
        trials.act(t -> {
            List<Port> ports = sources.draw(t);
            Asking.begin(t, servers.draw(t, ports.size()), ports);
        });
    }

    @Then("the endpoint sends a SYN for each connection, from a port of its own")
    public void synForEach() {
        for (int i = 0; i < Asking.A_FEW; i++) {
            int number = i;
            trials.await(t -> Asking.of(t).syn(t, number));
        }
        trials.await(t -> Asking.of(t).allOthers(t));
        trials.act(t -> Asking.of(t).checkChosenPorts());
    }

    @Then("nobody can tell the next of these ports from those before")
    public void portsAreHardToGuess() {
        trials.act(t -> Asking.of(t).checkThatNobodyGuesses());
    }

    @Then("the endpoint's SYN names {announcement}")
    public void names(Announcement announcement) {
        trials.act(announcement::check);
    }

    @When("{side} connects to an application on the other host")
    public void connects(Side who) {
        trials.act(who::connectToOther);
    }

    @Then("both applications are told that they are connected")
    public void bothConnected() {
        trials.await(Opening::bothConnected);
    }

    @When("{clients} connect(s) to the same port")
    public void visit(Clients clients) {
        trials.act(clients::arrive);
        for (int number = 0; number < Visitors.MOST; number++) {
            Visitors.connect(trials, number);
        }
    }

    @When("each client sends any data, in any order")
    public void visitorsSend() {
        trials.act(t -> Visitors.of(t).sendInAnyOrder(t));
    }

    @Then("the endpoint's application receives each client's data on that client's connection")
    public void visitorsAreHeard() {
        trials.await(t -> Visitors.of(t).received(t, 0));
        trials.await(t -> Visitors.of(t).received(t, 1));
    }

    @Then("the endpoint's application is not told {told}")
    public void notTold(News news) {
        trials.await(news::withheld);
    }

    @Then("once the peer {deed}, the endpoint's application is told {told}")
    public void toldOnce(Deed deed, News news) {
        trials.await(deed::before);
        trials.act(deed::act);
        trials.await(t -> news.awaited(TcpScene.of(t), Waits.ANSWER));
    }
}
