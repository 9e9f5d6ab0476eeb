package dev.plumbline.steps;

import static dev.plumbline.steps.Repetition.A_MOMENT;
import static dev.plumbline.steps.Repetition.SOONER_OR_LATER;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Pause;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.Silence;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What the endpoint does while what it sends is not acknowledged, or not taken (RFC 9293 sections 3.8.1 and 3.8.6.1). */
public final class RetransmissionSteps {
    private static final String DATA = "the endpoint's data";
    private static final int MANY = 40 * Streams.SEGMENT;
    private static final int IP_HEADER_AND_MORE = 28;

    /** Less than any timeout (RFC 6298 section 2, rule (2.4)). */
    private static final Duration BEFORE_A_TIMEOUT = Duration.ofMillis(900);
    /** Together with {@link #MANY_SEGMENTS} it is longer than any first timeout. */
    private static final Duration LESS_THAN_A_TIMEOUT = Duration.ofMillis(400);

    private static final int MANY_SEGMENTS = 20;
    private static final Octets ONE_OCTET = Octets.ofText("!");

    private static final Arbitrary<Integer> PART = Arbitraries.integers().between(1, 4000);
    private static final Arbitrary<Integer> PLACE = Arbitraries.integers().between(MANY / 4, MANY * 3 / 4);
    private static final Arbitrary<Complaint> COMPLAINT = Arbitraries.of(Complaint.class);

    /** What ICMP may say of a datagram without meaning that all is lost (RFC 9293 section 3.9.2.2). */
    private enum Complaint {
        NO_WAY_TO_THE_NETWORK,
        NO_WAY_TO_THE_HOST,
        SOURCE_ROUTE_FAILED,
        DIED_OF_AGE,
        BAD_PARAMETER;

        IcmpMessage about(Octets original) {
            return switch (this) {
                case NO_WAY_TO_THE_NETWORK -> new DestinationUnreachable(DestinationUnreachable.NETWORK, 0, original);
                case NO_WAY_TO_THE_HOST -> new DestinationUnreachable(DestinationUnreachable.HOST, 0, original);
                case SOURCE_ROUTE_FAILED ->
                    new DestinationUnreachable(DestinationUnreachable.SOURCE_ROUTE_FAILED, 0, original);
                case DIED_OF_AGE -> new IcmpMessage.TimeExceeded(IcmpMessage.TimeExceeded.IN_TRANSIT, original);
                case BAD_PARAMETER -> new IcmpMessage.ParameterProblem(0, 0, original);
            };
        }
    }

    private final Trials trials;

    /** For Cucumber. */
    public RetransmissionSteps(Trials trials) {
        this.trials = trials;
    }

    @When("the endpoint's application sends any data, and nobody answers")
    public void sendsInVain() {
        trials.act(RetransmissionSteps::send);
    }

    @When("the endpoint's application sends any data, and nobody answers before it was sent again")
    public void answeredLate() {
        trials.act(RetransmissionSteps::send);
        trials.await(t -> Repetition.sendsOctet(t, 0));
        trials.await(t -> Repetition.sendsOctet(t, 0));
        trials.act(t -> {
            acknowledge(t, Repetition.arrivedInOrder(t));
            Scene.connection(t).acknowledgeByItself();
        });
    }

    @When("the endpoint's application sends any data, and the peer sends a lot, but acknowledges nothing")
    public void talksPast() {
        trials.act(RetransmissionSteps::send);
        for (int i = 0; i < MANY_SEGMENTS; i++) {
            trials.act(t -> Streams.sendByPeer(t, ONE_OCTET));
            trials.await(t -> new Pause(LESS_THAN_A_TIMEOUT));
        }
    }

    @When("the endpoint's application sends any data, of which the peer acknowledges any part")
    public void answeredInPart() {
        trials.act(RetransmissionSteps::send);
        trials.await(t -> Repetition.sendsOctet(t, 0));
        trials.act(t -> {
            int part = Math.min(
                    t.draw("how many octets are acknowledged", PART),
                    Scene.endpointData(t).length() - 1);
            acknowledge(t, Math.min(part, Repetition.arrivedInOrder(t)));
        });
    }

    @When("the endpoint's application sends any data, and any ICMP message says that it did not get through this time")
    public void softError() {
        trials.act(RetransmissionSteps::send);
        trials.await(t -> Repetition.sendsOctet(t, 0));
        trials.act(t -> {
            Packet lost = Scene.peer(t).arrivals().stream()
                    .filter(p -> p.tcp().filter(s -> !s.payload().isEmpty()).isPresent())
                    .findFirst()
                    .orElseThrow();
            Octets original = lost.datagram().slice(0, IP_HEADER_AND_MORE);
            IcmpMessage error = t.draw("the ICMP message", COMPLAINT).about(original);
            Scene.peer(t).send(IpProtocol.ICMP, error.encode());
        });
    }

    @When("the endpoint's application sends any data and closes, and the end of the stream is lost on the way")
    public void closesInVain() {
        trials.act(t -> {
            Octets data = t.draw(DATA, Any.data(0, 4000));
            PeerConnection connection = Scene.connection(t);
            connection.overlook(connection.rcvNxt().plus(data.length()));
            Streams.sendByEndpoint(t, data);
            Scene.application(t).close();
        });
    }

    @When("the endpoint's application sends a lot of data, and any one segment of it is lost on the way")
    public void oneIsLost() {
        trials.act(t -> {
            PeerConnection connection = Scene.connection(t);
            connection.overlook(connection.rcvNxt().plus(t.draw("the lost segment carries the octet", PLACE)));
            Streams.sendByEndpoint(t, t.draw(DATA, Any.data(MANY, MANY)));
        });
    }

    @Then("the endpoint sends the data")
    @Then("then it sends the same data again")
    public void sendsFirstOctet() {
        trials.await(t -> Repetition.sendsOctet(t, 0));
    }

    @Then("meanwhile the endpoint has sent the same data again")
    public void hasSentAgain() {
        trials.await(t -> Repetition.sendsOctet(t, 0, Duration.ZERO));
        trials.await(t -> Repetition.sendsOctet(t, 0, Duration.ZERO));
    }

    @Then("the endpoint sends the rest again")
    public void sendsRest() {
        trials.await(
                t -> Repetition.sendsOctet(t, Scene.connection(t).received().length()));
        trials.act(t -> Scene.connection(t).acknowledgeByItself());
    }

    @Then("once the peer answers again, it receives exactly what the endpoint's application sent")
    public void goesOn() {
        trials.act(t -> Scene.connection(t).acknowledgeByItself());
        trials.await(Streams::receivedByPeer);
    }

    @Then("the endpoint sends the end of the stream again")
    public void sendsFinAgain() {
        trials.await(t -> Repetition.sendsFin(t));
        trials.await(t -> Repetition.sendsFin(t));
    }

    @Then("at least one second lies between the two")
    public void notHastily() {
        trials.act(t -> {
            Duration between = Sendings.of(t, Scene.connection(t), 0).firstInterval();
            if (between.compareTo(Sendings.atLeast(t, Duration.ofSeconds(1))) < 0) {
                throw new FindingError(Finding.wrong(
                        "the endpoint waited only " + between.toMillis() + " ms for an acknowledgment",
                        "a retransmission timeout of at least 1 s (RFC 6298 section 2, rule (2.4))",
                        between.toMillis() + " ms between the first two segments with the same octets"));
            }
        });
    }

    @Then("the endpoint does not send it again")
    public void noLonger() {
        // What left before the acknowledgment came does not count.
        trials.await(t -> new Pause(A_MOMENT));
        trials.act(t -> Scene.connection(t).reader().skipAll());
        trials.await(t -> new Silence(
                Scene.connection(t).reader(),
                "nothing that the peer has acknowledged",
                arrival -> Repetition.repeated(t, arrival),
                SOONER_OR_LATER));
    }

    @Then("the endpoint sends that segment again before a timeout could tell it")
    public void sendsEarly() {
        trials.await(t -> {
            SeqNumber lost = Scene.connection(t).irs().plus(1L + t.draw("the lost segment carries the octet", PLACE));
            return new Arrives(
                    Scene.connection(t).reader(),
                    "the segment with number " + lost
                            + " for the second time, after three acknowledgments of the one before",
                    arrival -> Repetition.hasTwice(t, lost),
                    arrival -> {},
                    BEFORE_A_TIMEOUT);
        });
    }

    private static void send(Trial t) {
        Octets data = t.draw(DATA, Any.data(2, 4000));
        Scene.addEndpointData(t, data);
        Scene.application(t).send(data);
    }

    /** The peer acknowledges the first octets of the endpoint's stream. */
    private static void acknowledge(Trial t, int octets) {
        t.show("how many octets are acknowledged", octets);
        Scene.connection(t).take(Scene.endpointData(t).slice(0, octets));
        Scene.connection(t).acknowledge();
    }
}
