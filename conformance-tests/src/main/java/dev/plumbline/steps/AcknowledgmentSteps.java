package dev.plumbline.steps;

import static dev.plumbline.peer.SegmentPattern.segment;
import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.SegmentPattern;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** How the endpoint answers for what it gets (RFC 9293 sections 3.4 and 3.8.6.3). */
public final class AcknowledgmentSteps {
    /** Half a second (RFC 9293 section 3.8.6.3, MUST-40), and the way there and back. */
    private static final Duration DELAYED = Duration.ofMillis(500 + 10);

    private static final int MOST = 20 * Streams.SEGMENT;
    private static final Arbitrary<Integer> PAIRS = Arbitraries.integers().between(1, 10);
    private static final Arbitrary<Integer> BEYOND = Arbitraries.integers()
            .between(0, 100_000)
            .edgeCases(edges -> edges.filter(v -> false).add(0, 1, 65_535));

    private final Trials trials;

    /** For Cucumber. */
    public AcknowledgmentSteps(Trials trials) {
        this.trials = trials;
    }

    @When("the peer sends any data in one segment")
    public void oneSegment() {
        trials.act(AcknowledgmentSteps::sendOne);
    }

    @Given("the peer has sent any data in one segment, and it was acknowledged")
    public void oneAcknowledged() {
        trials.act(AcknowledgmentSteps::sendOne);
        trials.await(t -> Scene.connection(t).expect(everything(t), s -> {}));
    }

    @Given("the peer has sent any data in one segment, and the endpoint's application has received it")
    public void oneReceived() {
        trials.act(AcknowledgmentSteps::sendOne);
        trials.await(Streams::receivedByEndpoint);
    }

    @When("the peer sends any even number of full-sized segments")
    public void fullSizedSegments() {
        trials.act(t -> {
            PeerConnection connection = Scene.connection(t);
            int pairs = Math.min(t.draw("how many pairs", PAIRS), connection.room() / (2 * connection.mss()));
            int octets = 2 * pairs * connection.mss();
            Streams.sendByPeer(
                    t, t.draw("the octets start at", Any.data(MOST, MOST)).slice(0, octets));
        });
    }

    @When("the peer sends any data and closes")
    public void sendsAndCloses() {
        trials.act(t -> {
            Streams.sendByPeer(t, t.draw("the peer's data", Any.data(0, Streams.DEFAULT_SEGMENT)));
            Streams.closeByPeer(t);
        });
    }

    @When("the same data arrives once more")
    public void onceMore() {
        trials.act(t -> {
            Scene.connection(t).reader().skipAll();
            Streams.sendPiece(t, 0, Scene.peerData(t).length());
        });
    }

    @When("a segment with any data arrives that lies anywhere beyond the endpoint's window")
    public void beyondTheWindow() {
        trials.act(t -> {
            PeerConnection connection = Scene.connection(t);
            connection.reader().skipAll();
            SeqNumber edge = connection.sndNxt().plus(connection.room());
            Octets data = t.draw("the data beyond the window", Any.data(1, Streams.DEFAULT_SEGMENT));
            connection.transmit(connection
                    .next()
                    .seq(edge.plus(t.draw("so far beyond the window", BEYOND)))
                    .flag(TcpFlag.PSH)
                    .payload(data)
                    .build());
        });
    }

    @Given("the endpoint's application takes no data for a while")
    public void pauses() {
        trials.act(t -> Scene.application(t).pause());
    }

    @Then("the endpoint acknowledges the data within half a second")
    public void withinHalfASecond() {
        trials.await(t -> Scene.connection(t).expectWithin(DELAYED, everything(t), s -> {}));
    }

    @Then("the endpoint acknowledges the end of the stream, which counts like one octet")
    @Then("the endpoint acknowledges it once more")
    @Then("the endpoint names the octet that it expects next")
    public void namesNext() {
        trials.await(t -> Scene.connection(t).expect(everything(t), s -> {}));
    }

    @Then("it is not acknowledged")
    public void notAcknowledged() {
        trials.await(t -> Becomes.staysUntrue(
                "no acknowledgment of what cannot be believed",
                () -> !Scene.connection(t)
                        .acknowledged()
                        .equals(Scene.connection(t).sndNxt()),
                () -> "the endpoint acknowledged " + Scene.connection(t).acknowledged()
                        + ", although the checksum of that segment was wrong"));
    }

    @Then("no acknowledgment covers more than two of these segments")
    public void everySecond() {
        trials.await(t -> Becomes.becomesTrue(
                "the endpoint acknowledges all segments",
                () -> Scene.connection(t)
                        .acknowledged()
                        .equals(Scene.connection(t).sndNxt()),
                () -> "it acknowledged up to " + Scene.connection(t).acknowledged()));
        trials.act(AcknowledgmentSteps::checkStretch);
    }

    private static void sendOne(Trial t) {
        Streams.sendByPeer(t, t.draw("the peer's data", Any.data(1, Streams.DEFAULT_SEGMENT)));
    }

    private static void checkStretch(Trial t) {
        PeerConnection connection = Scene.connection(t);
        SeqNumber before = Streams.numberOf(connection, 0);
        for (TcpSegment ack : connection.arrivals()) {
            int covered = ack.has(ACK) ? ack.ack().minus(before) : 0;
            if (covered > 2 * connection.mss()) {
                throw new FindingError(Finding.wrong(
                        "the endpoint let " + covered + " octets come in before it acknowledged them",
                        "an acknowledgment for at least every second segment of " + connection.mss() + " octets",
                        ack.toString()));
            }
            before = covered > 0 ? ack.ack() : before;
        }
    }

    private static SegmentPattern everything(Trial t) {
        return segment()
                .without(SYN, RST)
                .acknowledging(Scene.connection(t).sndNxt(), "the number after everything that the peer has sent");
    }
}
