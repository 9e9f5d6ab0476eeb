package dev.plumbline.steps;

import static dev.plumbline.peer.SegmentPattern.segment;
import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.FIN;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.About;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Pause;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.SegmentPattern;
import dev.plumbline.peer.Silence;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.trial.Waits;
import dev.plumbline.values.Any;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;

/** The endpoint as the server, in LISTEN and SYN-RECEIVED (RFC 9293 sections 3.10.7.2 and 3.10.7.4). */
public final class ServerSideSteps {
    private static final String WRONG = "the number that the peer acknowledged wrongly";

    private final Trials trials;

    /** For Cucumber. */
    public ServerSideSteps(Trials trials) {
        this.trials = trials;
    }

    @When("the SYN and ACK is lost, so that nobody acknowledges it")
    public void synAckIsLost() {
        trials.act(t -> Scene.connection(t).reader().skipAll());
    }

    @Then("the endpoint sends the same SYN and ACK again")
    public void synAckAgain() {
        trials.await(t -> {
            PeerConnection connection = Scene.connection(t);
            SegmentPattern same = segment()
                    .with(SYN, ACK)
                    .without(RST, FIN)
                    .withoutData()
                    .numbered(connection.irs(), "that of the SYN and ACK that was lost")
                    .acknowledging(connection.iss().plus(1), "the peer's SYN, plus 1");
            return connection.expectWithin(Waits.ANSWER.multipliedBy(5), same, s -> {});
        });
    }

    @When("the peer acknowledges any other number than the one after the endpoint's SYN")
    public void acknowledgesOtherNumber() {
        trials.act(t -> {
            PeerConnection connection = Scene.connection(t);
            SeqNumber wrong = connection.rcvNxt().plus(t.draw("the acknowledgment is off by", HandshakeSteps.OFF_BY));
            t.put(WRONG, wrong);
            connection.reader().skipAll();
            connection.transmit(connection.next().ack(wrong).build());
        });
    }

    @Then("the endpoint's application is told of no connection")
    @Then("the endpoint's application is told of no connection before the peer has acknowledged")
    public void notConnected() {
        trials.await(
                t -> Becomes.staysUntrue(
                        "no connection before the handshake is complete",
                        () -> !t.the(ServerApplication.class).connections().isEmpty(),
                        () ->
                                "the server was told that it is connected, although nobody has acknowledged the number after its SYN"));
    }

    /** The acknowledgment instead of the reset: RFC 9293 section 3.10.7.4, fifth check, MAY-12. */
    @Then("the endpoint answers with a reset that has this number, or says what it expects")
    public void refusesAcknowledgment() {
        trials.await(t -> Scene.connection(t)
                .expect(
                        segment()
                                .without(SYN, FIN)
                                .withoutData()
                                .and(
                                        "RST without ACK and the number that the peer acknowledged, "
                                                + t.the(WRONG, SeqNumber.class)
                                                + ", or else an ACK of the peer's SYN",
                                        s -> refusal(t, s)),
                        s -> {}));
    }

    @When("the peer sends a segment with ACK, any other flags but RST, and any numbers and data to that port")
    public void strayAcknowledgment() {
        trials.act(t -> sendStray(
                t, t.draw("the segment's flags", Any.flags()).with(ACK).without(RST)));
    }

    @Then("the endpoint answers with a reset that has the number that was acknowledged")
    public void resetsStrayAcknowledgment() {
        trials.await(t -> Scene.connection(t).expect(Handshakes.resetFor(t.the(TcpSegment.class)), s -> {}));
    }

    @When("the peer sends a segment without SYN, ACK and RST, with any numbers and data, to that port")
    public void straySegment() {
        trials.act(t -> sendStray(
                t,
                t.draw("the segment's flags", Any.flags())
                        .without(SYN)
                        .without(ACK)
                        .without(RST)));
    }

    /** The RFC has it dropped; a reset does no harm either, for it is what a closed port says. */
    @Then("the endpoint does not accept it like a SYN")
    public void noSyn() {
        trials.await(t -> new Silence(
                Scene.connection(t).reader(),
                "no answer to a segment that does not ask for a connection, or a reset",
                arrival -> arrival.tcp()
                        .filter(s -> !s.has(RST))
                        .map(s -> "the endpoint took a segment without SYN for a request to connect")));
    }

    @Given("both sides have closed it")
    public void closedByBoth() {
        trials.act(t -> {
            Scene.connection(t).acknowledgeByItself();
            Streams.closeByPeer(t);
        });
        trials.await(HalfCloseSteps::toldOfEnd);
        trials.act(t -> Scene.application(t).close());
        trials.await(Repetition::sendsFin);
        trials.await(t -> new Pause(Repetition.A_MOMENT));
    }

    @When("another client at the peer connects to the same port")
    public void anotherClient() {
        trials.act(t -> {
            Port before = Scene.connection(t).local().port();
            Port port = t.draw("the second client's port", Any.clientPort().filter(p -> !p.equals(before)));
            PeerConnection second = t.put(new PeerConnection(
                    Scene.peer(t),
                    Scene.peer(t).at(port),
                    Scene.endpointSocket(t),
                    t.draw("the second client's initial sequence number", Any.sequenceNumber())));
            second.send(second.syn());
        });
    }

    @Then("the endpoint's application gets that connection, too")
    public void acceptsSecond() {
        trials.await(t -> new About(whose(t), Handshakes.synAck(t)));
        trials.act(t -> Scene.connection(t).acknowledge());
        trials.await(t -> new About(whose(t), Handshakes.accepted(t)));
    }

    @When("an application on the peer's host connects to a server of the endpoint")
    public void connectsToEndpoint() {
        trials.act(t -> {
            t.put(ServerApplication.listen(Scene.endpoint(t), Scene.drawEndpointPort(t)));
            t.put(TcpApplication.connect(
                    Scene.lab(t).peerStack(),
                    "the client",
                    t.draw(Scene.PEER_PORT, Any.clientPort()),
                    t.the(ServerApplication.class).local()));
        });
    }

    private static String whose(Trial t) {
        return "the second client, at " + Scene.connection(t).local()
                + ", after the connection with the first one was closed";
    }

    private static Optional<String> refusal(Trial t, TcpSegment s) {
        SeqNumber wrong = t.the(WRONG, SeqNumber.class);
        SeqNumber expected = Scene.connection(t).iss().plus(1);
        boolean right = s.has(RST)
                ? !s.has(ACK) && s.seq().equals(wrong)
                : s.has(ACK) && s.ack().equals(expected);
        return right ? Optional.empty() : Optional.of("it is neither of the two");
    }

    private static void sendStray(Trial t, TcpFlags flags) {
        PeerConnection connection = t.put(new PeerConnection(
                Scene.peer(t),
                Scene.peer(t).at(t.draw(Scene.PEER_PORT, Any.clientPort())),
                Scene.endpointSocket(t),
                t.draw("the segment's sequence number", Any.sequenceNumber())));
        TcpSegment stray = connection
                .next()
                .flags(flags)
                .ackNumber(t.draw("the segment's acknowledgment number", Any.sequenceNumber()))
                .payload(t.draw("the segment's data", Any.data(0, 20)))
                .build();
        t.put(stray);
        connection.transmit(stray);
    }
}
