package dev.plumbline.steps.tcp;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.Vocabulary;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Which local address and port an application names in OPEN (RFC 9293 section 3.9.1.1). */
public final class LocalAddressSteps {
    private final Trials trials;

    /** For Cucumber. */
    public LocalAddressSteps(Trials trials) {
        this.trials = trials;
    }

    /** Where applications wait. */
    @ParameterType(Waiting.WORDS)
    public Waiting waiting(String words) {
        return Vocabulary.find(Waiting.values(), words);
    }

    @Given("the endpoint has several addresses")
    public void several() {
        trials.act(Doors::build);
    }

    @When("the endpoint's application connects to the peer from one of them")
    public void connects() {
        trials.act(t -> {
            var own = Mark.localAddress(t, Doors.of(t).addresses());
            var port = t.draw(Scene.ENDPOINT_PORT, Any.clientPort());
            var local = new SocketAddress(own, port);
            var peer = Scene.peer(t).at(Scene.drawPeerPort(t));
            var host = Scene.endpoint(t);
            t.put(TcpApplication.connect(
                    host,
                    "the client",
                    peer + " from " + local,
                    client -> host.stack().connect(local, peer, client)));
        });
    }

    @When("the endpoint's application connects to the peer from whichever of them is chosen for it")
    public void connectsFromAny() {
        trials.act(t -> Mark.localAddress(
                t,
                () -> t.put(TcpApplication.connect(
                                Scene.endpoint(t),
                                "the client",
                                t.draw(Scene.ENDPOINT_PORT, Any.clientPort()),
                                Scene.peer(t).at(Scene.drawPeerPort(t))))
                        .connection()
                        .local()
                        .address()));
    }

    @Then("it gets a connection")
    public void established() {
        trials.await(Handshake::syn);
        trials.act(t -> Scene.connection(t).send(Scene.connection(t).syn()));
        trials.await(Handshake::ackOfSyn);
        trials.await(Handshake::connected);
    }

    @Given("applications of the endpoint listen on any port, at {waiting}")
    public void listen(Waiting waiting) {
        trials.act(waiting::begin);
    }

    @When("a client connects to that port at each of the endpoint's addresses")
    public void knock() {
        trials.act(t -> Doors.of(t).knock(t));
    }

    @Then("exactly who comes where somebody waits gets a connection, with whoever waits there")
    public void accepted() {
        for (int i = 0; i < Doors.COUNT; i++) {
            int number = i;
            trials.await(t -> Doors.of(t).answered(number));
            trials.await(t -> Doors.of(t).accepted(number));
        }
    }

    @Then("all that these applications send comes from the address that the client has connected to")
    public void fromThere() {
        trials.act(t -> Doors.of(t).speak(t));
        for (int i = 0; i < Doors.COUNT; i++) {
            int number = i;
            trials.await(t -> Doors.of(t).heard(t, number));
        }
        trials.act(t -> Doors.of(t).checkSources(t));
    }

    @When("another application of the endpoint listens on the port of the connection")
    public void listensBeside() {
        trials.act(t -> t.put(ServerApplication.listen(
                Scene.endpoint(t), Scene.connection(t).remote().port())));
    }
}
