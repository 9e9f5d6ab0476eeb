package dev.plumbline.steps;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Pause;
import dev.plumbline.spi.TcpError;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.testbed.Words;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.trial.Waits;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Streams between the endpoint and a whole stack at the other end, over networks as they are (RFC 9293 section 3.8). */
public final class TransferSteps {
    /** For a stream that every few segments waits for a timeout. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    private static final int STREAM = 65_536;
    private static final int TOO_MUCH = 3 * STREAM;

    private final Trials trials;

    /** For Cucumber. */
    public TransferSteps(Trials trials) {
        this.trials = trials;
    }

    /** The verb of a {@link Harm}. */
    @ParameterType("loses|doubles|delays|damages|mistreats|breaks")
    public Harm harms(String verb) {
        return Harm.valueOf(verb.toUpperCase(Locale.ROOT));
    }

    @Given("a connection with another host over a network that {harms} any packets")
    @Given("a connection with another host over a network that {harms} after any packets")
    public void overNetwork(Harm harm) {
        trials.act(t -> Scene.lab(t)
                .network(harm.draw(t, "of the endpoint's packets"), harm.draw(t, "of the other host's packets")));
        connect();
    }

    @Given("a connection with another host")
    public void connected() {
        connect();
    }

    private void connect() {
        trials.act(t -> {
            StackHost other = Scene.lab(t).peerStack();
            t.put(ServerApplication.listen(other, Scene.drawPeerPort(t)));
            t.put(TcpApplication.connect(
                    Scene.endpoint(t),
                    "the client",
                    t.draw(Scene.ENDPOINT_PORT, Any.clientPort()),
                    new SocketAddress(other.address(), Scene.peerPort(t))));
        });
        trials.await(t -> Becomes.becomesTrue(
                        "both applications are told that they are connected",
                        () -> client(t).isConnected() && server(t).isPresent(),
                        () -> "they were not")
                .within(Waits.GIVING_UP));
    }

    @When("the endpoint's application sends any stream")
    public void endpointSends() {
        trials.act(TransferSteps::sendByEndpoint);
    }

    @When("the other host's application sends any stream")
    public void otherSends() {
        trials.act(t -> sendByOther(t, STREAM));
    }

    @When("both applications send any streams at the same time")
    public void bothSend() {
        trials.act(t -> {
            sendByEndpoint(t);
            sendByOther(t, STREAM);
        });
    }

    @When("the other host's application sends any stream, more than the endpoint has room for")
    public void otherSendsTooMuch() {
        trials.act(t -> sendByOther(t, TOO_MUCH));
        trials.await(t -> new Pause(Duration.ofMinutes(3)));
    }

    @When("both applications close when they have sent everything")
    public void bothClose() {
        trials.act(t -> {
            client(t).closeAfterSending();
            server(t).orElseThrow().closeAfterSending();
        });
    }

    @When("the endpoint's application takes its data at last")
    public void resumes() {
        trials.act(t -> client(t).resume());
    }

    @Then("the other host's application receives exactly that stream")
    public void otherReceives() {
        trials.await(TransferSteps::receivedByOther);
    }

    @Then("the endpoint's application receives exactly that stream")
    public void endpointReceives() {
        trials.await(TransferSteps::receivedByClient);
    }

    @Then("both applications receive exactly the other's stream")
    public void bothReceive() {
        trials.await(t -> Becomes.becomesTrue(
                        "both applications receive exactly the other's stream",
                        () -> heardByOther(t).equals(Scene.endpointData(t))
                                && client(t).received().equals(Scene.peerData(t)),
                        () -> "the endpoint's application has "
                                + Streams.difference(
                                        Scene.peerData(t), client(t).received())
                                + ", the other has "
                                + Streams.difference(Scene.endpointData(t), heardByOther(t)))
                .unless(() -> isHopeless(t))
                .within(LONG_ENOUGH));
    }

    @Then("the endpoint's application is told that the stream has ended, and of no error")
    public void endedWell() {
        trials.await(t -> Becomes.becomesTrue(
                        "the endpoint's application is told that the stream has ended",
                        () -> client(t).isPeerClosed() && client(t).error().isEmpty(),
                        () -> client(t).error().map(e -> "it was told: " + e).orElse("it was told nothing"))
                .within(Waits.GIVING_UP));
    }

    @Then("in the end everything has arrived, or the endpoint's application is told that it has not")
    public void arrivedOrTold() {
        trials.await(t -> Becomes.becomesTrue(
                        "all " + Words.octets(Scene.endpointData(t).length())
                                + " arrive, or the endpoint's application is told of an error",
                        () -> hasGivenUp(t) || heardByOther(t).equals(Scene.endpointData(t)),
                        () -> Words.octets(heardByOther(t).length()) + " have arrived, and it was told nothing")
                .within(Waits.GIVING_UP));
    }

    @Then("what has arrived is the beginning of the stream")
    public void isPrefix() {
        trials.await(t -> Becomes.becomesTrue(
                "the other host's application has the first octets of the stream, and nothing else",
                () -> Streams.isBeginning(heardByOther(t), Scene.endpointData(t)),
                () -> Streams.difference(Scene.endpointData(t), heardByOther(t))));
    }

    private static boolean hasGivenUp(Trial t) {
        return client(t)
                .error()
                .filter(e -> e == TcpError.TIMED_OUT || e == TcpError.UNREACHABLE)
                .isPresent();
    }

    private static void sendByEndpoint(Trial t) {
        Octets data = t.draw("the endpoint's stream", Any.data(1, STREAM));
        Scene.addEndpointData(t, data);
        client(t).send(data);
    }

    private static void sendByOther(Trial t, int most) {
        Octets data = t.draw("the other host's stream", Any.data(most / STREAM, most));
        Scene.addPeerData(t, data);
        server(t).orElseThrow().send(data);
    }

    private static Expectation receivedByOther(Trial t) {
        return exactly(t, "the other host's application", Scene.endpointData(t), () -> heardByOther(t));
    }

    private static Expectation receivedByClient(Trial t) {
        return exactly(
                t,
                "the endpoint's application",
                Scene.peerData(t),
                () -> client(t).received());
    }

    private static Expectation exactly(Trial t, String who, Octets sent, Supplier<Octets> received) {
        return Becomes.becomesTrue(
                        who + " receives exactly the " + Words.octets(sent.length()) + " that were sent",
                        () -> received.get().equals(sent),
                        () -> Streams.difference(sent, received.get()))
                .unless(() -> isHopeless(t))
                .within(LONG_ENOUGH);
    }

    /** Where a stream went wrong or a law was broken, two hosts may go on arguing: nobody needs to wait for that. */
    private static boolean isHopeless(Trial t) {
        return !Streams.isBeginning(heardByOther(t), Scene.endpointData(t))
                || !Streams.isBeginning(client(t).received(), Scene.peerData(t))
                || !Scene.lab(t).findings().isEmpty();
    }

    private static Octets heardByOther(Trial t) {
        return server(t).map(TcpApplication::received).orElse(Octets.empty());
    }

    private static TcpApplication client(Trial t) {
        return t.the(TcpApplication.class);
    }

    /** The other host's side of the connection, once it was accepted. */
    private static Optional<TcpApplication> server(Trial t) {
        return t.the(ServerApplication.class).connections().stream().findFirst();
    }
}
