package dev.plumbline.steps;

import static dev.plumbline.peer.SegmentPattern.segment;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Pause;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.SegmentPattern;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** A connection as a whole: opened, idle, disturbed, ended (RFC 9293 section 3.5). */
public final class ConnectionSteps {
    private static final Arbitrary<SeqNumber> BEFORE_THE_END = Arbitraries.integers()
            .between(1, 4000)
            .edgeCases(edges -> edges.filter(v -> false).add(1, 2, 3, 1461))
            .map(octets -> SeqNumber.ZERO.plus(-octets));
    private static final String WAS_RESET = "the connection was reset";
    private static final Octets STILL_HERE = Octets.ofText("still here");

    private final Trials trials;

    /** For Cucumber. */
    public ConnectionSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("a connection that the peer has opened, starting at any sequence number")
    public void openedByPeer() {
        openByPeer(trials, Any.sequenceNumber(), (t, connection) -> connection.syn());
    }

    @Given("a connection that the peer has opened, whose numbers begin again at 0 after any few octets")
    public void openedBeforeWrap() {
        openByPeer(trials, BEFORE_THE_END, (t, connection) -> connection.syn());
    }

    /** The peer connects to a server on the endpoint with a SYN of its own kind. */
    static void openByPeer(Trials trials, Arbitrary<SeqNumber> isn, BiFunction<Trial, PeerConnection, TcpSegment> syn) {
        trials.act(t -> {
            t.put(ServerApplication.listen(Scene.endpoint(t), Scene.drawEndpointPort(t)));
            PeerConnection connection = t.put(new PeerConnection(
                    Scene.peer(t),
                    Scene.peer(t).at(t.draw(Scene.PEER_PORT, Any.clientPort())),
                    Scene.endpointSocket(t),
                    t.draw(Scene.PEER_ISN, isn)));
            connection.send(syn.apply(t, connection));
        });
        trials.await(Handshakes::synAck);
        trials.act(t -> Scene.connection(t).acknowledge());
        trials.await(Handshakes::accepted);
    }

    @Given("a connection that the endpoint has opened, starting at any sequence number")
    public void openedByEndpoint() {
        trials.act(t -> t.put(TcpApplication.connect(
                Scene.endpoint(t),
                "the client",
                t.draw(Scene.ENDPOINT_PORT, Any.clientPort()),
                Scene.peer(t).at(Scene.drawPeerPort(t)))));
        trials.await(Handshakes::synOfEndpoint);
        trials.act(t -> Scene.connection(t).send(Scene.connection(t).syn()));
        trials.await(Handshakes::ackOfSyn);
        trials.await(Handshakes::connected);
    }

    @When("nobody sends anything for a long time")
    public void longSilence() {
        trials.await(t -> new Pause(Duration.ofHours(1)));
    }

    @When("the peer sends any other SYN within the window")
    public void otherSyn() {
        trials.act(t -> {
            PeerConnection connection = Scene.connection(t);
            int ahead = t.draw(
                    "the SYN is ahead of the next octet by",
                    Arbitraries.integers()
                            .between(0, 30_000)
                            .edgeCases(edges -> edges.filter(v -> false).add(0, 1, 1000)));
            connection.reader().skipAll();
            connection.transmit(connection.syn().toBuilder()
                    .flags(TcpFlags.of(SYN))
                    .seq(connection.sndNxt().plus(ahead))
                    .build());
        });
    }

    /** RFC 9293 section 3.10.7.4 has both: RFC 5961 section 4 recommends the acknowledgment, and before that it was a reset. */
    @Then("the endpoint still expects the next octet of the connection, or resets it")
    public void stillExpectsTheSameOrResets() {
        trials.await(t -> {
            SegmentPattern same = segment()
                    .acknowledging(Scene.connection(t).sndNxt(), "the next octet of the connection, as before");
            SegmentPattern either = segment()
                    .without(SYN)
                    .and(
                            same + ", or RST",
                            s -> s.has(RST)
                                    ? Optional.empty()
                                    : same.mismatches(s).stream().reduce((a, b) -> a + ", " + b));
            return Scene.connection(t).expect(either, s -> {});
        });
    }

    @Then("what the peer sends next reaches the endpoint's application, or that is told of the reset")
    public void nextDataArrivesUnlessReset() {
        trials.act(t -> {
            if (!isReset(t)) {
                sendNext(t);
            }
        });
        trials.await(t -> isReset(t) ? toldFailed(t, WAS_RESET, TcpError.RESET) : Streams.receivedByEndpoint(t));
    }

    @Then("what the peer sends next reaches the endpoint's application")
    public void nextDataArrives() {
        trials.act(ConnectionSteps::sendNext);
        trials.await(Streams::receivedByEndpoint);
    }

    @Then("what the endpoint's application sends next reaches the peer")
    public void nextDataLeaves() {
        trials.act(t -> Streams.sendByEndpoint(t, STILL_HERE));
        trials.await(Streams::receivedByPeer);
    }

    @When("another application of the endpoint listens on the port of the connection, or is refused")
    public void listensAnew() {
        trials.act(t -> {
            try {
                ServerApplication.listen(
                        Scene.endpoint(t),
                        Scene.application(t).connection().local().port());
            } catch (CallRefused refused) {
                t.show("the second OPEN", refused.reason());
            }
        });
    }

    private static void sendNext(Trial t) {
        Scene.addPeerData(t, STILL_HERE);
        Scene.connection(t).sendData(STILL_HERE);
    }

    private static boolean isReset(Trial t) {
        return Scene.connection(t).arrivals().stream().anyMatch(s -> s.has(RST));
    }

    @When("the peer resets the connection")
    public void peerResets() {
        trials.act(t -> {
            PeerConnection connection = Scene.connection(t);
            connection.transmit(connection.next().flags(TcpFlags.of(RST)).build());
        });
    }

    @Then("the endpoint's application is never told that the stream has ended")
    public void notToldEnd() {
        trials.await(t -> Becomes.staysUntrue(
                "an error is all that the endpoint's application is told",
                () -> Scene.isToldOfEnd(t),
                () -> "the endpoint's application was told that the stream has ended, as if the peer had closed"));
    }

    private static Expectation toldFailed(Trial t, String words, TcpError error) {
        return Becomes.becomesTrue(
                "the endpoint's application is told that " + words,
                () -> Scene.application(t).error().filter(error::equals).isPresent(),
                () -> Scene.application(t)
                        .error()
                        .map(other -> "it was told: " + other)
                        .orElse("it was told nothing; for it the connection goes on"));
    }
}
