package dev.plumbline.steps;

import static dev.plumbline.peer.SegmentPattern.segment;
import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.FIN;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.Silence;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** The handshake, packet by packet, seen from the peer (RFC 9293 section 3.5). */
public final class HandshakeSteps {
    private static final String SYN_SENT = "the peer's SYN";
    private static final String WRONG_ACK = "the number that was acknowledged";

    /** By how much a wrong acknowledgment misses the right one. */
    static final Arbitrary<Integer> OFF_BY = Arbitraries.integers()
            .between(-1_000_000, 1_000_000)
            .filter(off -> off != 0)
            .edgeCases(edges -> edges.filter(v -> false).add(1, -1, 2, 65536));

    private final Trials trials;

    /** For Cucumber. */
    public HandshakeSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("the peer has sent a SYN from any port with any sequence number")
    @When("the peer sends a SYN from any port with any sequence number")
    public void peerSendsSyn() {
        trials.act(t -> sendSyn(t, newConnection(t).syn()));
    }

    @When("the peer sends a SYN with any options")
    public void peerSendsSynWithOptions() {
        trials.act(t -> sendSyn(
                t,
                newConnection(t).syn().toBuilder()
                        .options(t.draw("the SYN's options", Any.tcpOptions()))
                        .build()));
    }

    @When("the same SYN arrives once more")
    public void synAgain() {
        trials.act(t -> {
            Scene.connection(t).reader().skipAll();
            Scene.connection(t).transmit(t.the(SYN_SENT, TcpSegment.class));
        });
    }

    @Then("the endpoint answers with SYN and ACK, acknowledging the peer's SYN")
    @Given("the endpoint has answered with SYN and ACK")
    public void endpointAnswersWithSynAck() {
        trials.await(Handshakes::synAck);
    }

    @Then("any answer of the endpoint acknowledges the same SYN")
    public void answersAcknowledgeTheSameSyn() {
        trials.await(t -> {
            SeqNumber expected = Scene.connection(t).iss().plus(1);
            return new Silence(
                    Scene.connection(t).reader(),
                    "no answer, or one that acknowledges " + expected + " (the peer's SYN, plus 1)",
                    arrival -> arrival.tcp()
                            .filter(s -> s.has(RST) || !s.ack().equals(expected))
                            .map(s -> "the endpoint answered a repeated SYN with something else"));
        });
    }

    @Then("the peer completes the handshake and the endpoint's application is connected once")
    public void connectedOnce() {
        trials.act(t -> Scene.connection(t).acknowledge());
        trials.await(Handshakes::accepted);
        trials.await(t -> Becomes.staysUntrue(
                "one connection for one SYN, however often it arrives",
                () -> t.the(ServerApplication.class).connections().size() != 1,
                () -> "the server has accepted "
                        + t.the(ServerApplication.class).connections().size() + " connections"));
    }

    @When("the peer answers with SYN and ACK and any sequence number of its own")
    public void peerAnswersWithSynAck() {
        trials.await(Handshakes::synOfEndpoint);
        trials.act(t -> Scene.connection(t).send(Scene.connection(t).syn()));
    }

    @When("the peer answers with SYN and ACK, but acknowledges any other number")
    public void peerAnswersWithWrongAck() {
        trials.await(Handshakes::synOfEndpoint);
        trials.act(t -> {
            PeerConnection connection = Scene.connection(t);
            SeqNumber wrong = connection.rcvNxt().plus(t.draw("the acknowledgment is off by", OFF_BY));
            t.put(WRONG_ACK, wrong);
            connection.transmit(connection.syn().toBuilder().ackNumber(wrong).build());
        });
    }

    @When("the peer answers with a reset")
    public void peerAnswersWithReset() {
        trials.await(Handshakes::synOfEndpoint);
        trials.act(t -> {
            PeerConnection connection = Scene.connection(t);
            connection.transmit(
                    connection.next().seq(SeqNumber.ZERO).flag(RST).window(0).build());
        });
    }

    @When("the peer's own SYN, with any sequence number, crosses the endpoint's SYN")
    public void synsCross() {
        trials.await(Handshakes::synOfEndpoint);
        trials.act(t -> {
            PeerConnection connection = Scene.connection(t);
            connection.send(connection.syn().toBuilder().flags(TcpFlags.of(SYN)).build());
        });
    }

    @Then("once the peer has acknowledged too, the endpoint's application is told that it is connected")
    public void connectedAfterCrossing() {
        trials.act(t -> Scene.connection(t).acknowledge());
        trials.await(Handshakes::connected);
    }

    @Then("the endpoint acknowledges the peer's SYN")
    public void endpointAcknowledgesSyn() {
        trials.await(Handshakes::ackOfSyn);
    }

    @Then("the endpoint's application is not told that it is connected")
    public void notToldConnected() {
        trials.await(t -> Becomes.staysUntrue(
                "no connection",
                () -> Scene.application(t).isConnected(),
                () -> "the application was told that it is connected, although the handshake failed"));
    }

    @Then("the endpoint sends a reset with the number that was acknowledged")
    public void resetWithAcknowledgedNumber() {
        trials.await(t -> Scene.connection(t)
                .expect(
                        segment()
                                .with(RST)
                                .without(SYN, ACK, FIN)
                                .numbered(t.the(WRONG_ACK, SeqNumber.class), "the number that the peer acknowledged"),
                        s -> {}));
    }

    @When("the peer sends a SYN to any port of the endpoint that nobody listens on")
    public void synToClosedPort() {
        trials.act(t -> {
            Scene.drawEndpointPort(t);
            sendSyn(t, newConnection(t).syn());
        });
    }

    @Then("the endpoint answers with a reset that acknowledges the SYN")
    public void resetForSyn() {
        trials.await(t -> {
            SeqNumber after = Scene.connection(t).iss().plus(1);
            return Scene.connection(t)
                    .expect(
                            segment()
                                    .with(RST, ACK)
                                    .without(SYN, FIN)
                                    .numbered(SeqNumber.ZERO, "as there was no ACK to take it from")
                                    .acknowledging(after, "the peer's SYN, plus 1"),
                            s -> {});
        });
    }

    @When("the peer sends a segment with any flags, numbers and data that belongs to no connection")
    public void strayingSegment() {
        trials.act(t -> {
            Scene.drawEndpointPort(t);
            PeerConnection connection = newConnection(t);
            TcpSegment stray = connection
                    .next()
                    .flags(t.draw("the segment's flags", Any.flags()))
                    .seq(t.draw("the segment's sequence number", Any.sequenceNumber()))
                    .ackNumber(t.draw("the segment's acknowledgment number", Any.sequenceNumber()))
                    .payload(t.draw("the segment's data", Any.data(0, 20)))
                    .build();
            t.put(stray);
            connection.transmit(stray);
        });
    }

    @Then("the endpoint answers with the reset that fits it, or not at all if it was a reset itself")
    public void fittingReset() {
        trials.await(t -> {
            TcpSegment stray = t.the(TcpSegment.class);
            if (stray.has(RST)) {
                return new Silence(
                        Scene.connection(t).reader(),
                        "no answer, because a reset is never answered",
                        arrival -> Optional.of("the endpoint answered a reset that belongs to no connection"));
            }
            return Scene.connection(t).expect(Handshakes.resetFor(stray), s -> {});
        });
    }

    /** The peer's side of a connection to the endpoint's port. */
    private static PeerConnection newConnection(Trial t) {
        return t.put(new PeerConnection(
                Scene.peer(t),
                Scene.peer(t).at(t.draw(Scene.PEER_PORT, Any.clientPort())),
                Scene.endpointSocket(t),
                t.draw(Scene.PEER_ISN, Any.sequenceNumber())));
    }

    private static void sendSyn(Trial t, TcpSegment syn) {
        t.put(SYN_SENT, syn);
        Scene.connection(t).send(syn);
    }
}
