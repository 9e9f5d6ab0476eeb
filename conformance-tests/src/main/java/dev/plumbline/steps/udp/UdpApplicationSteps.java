package dev.plumbline.steps.udp;

import dev.plumbline.steps.NamedPort;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trials;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** The endpoint's applications that have UDP ports, and what they send (RFC 1122 section 4.1.4). */
public final class UdpApplicationSteps {
    private final Trials trials;

    /** For Cucumber. */
    public UdpApplicationSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("the endpoint's application {service} on {port}")
    public void has(Service service, NamedPort port) {
        trials.act(t -> UdpScene.of(t).open(t, port.in(t, Scene.ENDPOINT_PORT), service));
    }

    @Given("the endpoint's applications wait for datagrams on {ports}")
    public void have(Ports ports) {
        trials.act(ports::open);
    }

    /** Ports of several applications, any or those that are listed. */
    @ParameterType("any set of ports|the ports .+")
    public Ports ports(String words) {
        return Ports.of(words);
    }

    @When("it sends {payloads} to {destination}")
    public void sends(Payloads payloads, Destination destination) {
        trials.act(t -> destination.in(t).forEach(to -> ApplicationSends.now(t, payloads, to)));
    }

    @When("it sends {payloads} to {destination}, from any of its addresses")
    public void sendsFrom(Payloads payloads, Destination destination) {
        trials.act(t -> destination.in(t).forEach(to -> ApplicationSends.fromAny(t, payloads, to)));
    }

    @When("it sends {payloads} to {destination}, again each second until it is answered with {payloads}")
    public void asks(Payloads question, Destination destination, Payloads answer) {
        trials.act(t -> destination.in(t).forEach(to -> {
            ApplicationSends.peerAnswers(t, answer, to);
            RepeatedQuestion.ask(
                    Scene.endpoint(t), UdpScene.of(t).application(), () -> ApplicationSends.now(t, question, to));
        }));
    }

    @When("applications of the endpoint ask for UDP ports of the stack's choice until they are refused")
    public void askForAll() {
        trials.act(AllPorts::take);
    }

    @Then("another one gets a port when one of them gives its port up")
    public void oneIsFree() {
        trials.act(AllPorts::giveUpOne);
    }

    @When("it gives its port up")
    public void givesUp() {
        trials.act(t -> UdpScene.of(t).application().giveUp());
    }

    @When("it sends more than a datagram can hold to {destination}")
    public void sendsTooMuch(Destination destination) {
        trials.act(t -> destination.in(t).forEach(to -> ApplicationSends.tooLarge(t, to)));
    }

    @Then("another application that asks for the same port is refused")
    public void anotherIsRefused() {
        trials.act(ApplicationSends::requireRefusal);
    }

    @Then("it is told that its datagram did not arrive, and no other application is told anything")
    public void isToldOfTheError() {
        trials.await(Hearing::told);
        trials.act(Hearing::requireNoneElse);
    }
}
