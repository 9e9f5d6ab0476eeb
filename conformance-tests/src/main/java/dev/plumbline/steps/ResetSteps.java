package dev.plumbline.steps;

import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.RST;

import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Resets that do not fit the connection, and must not end it (RFC 9293 section 3.5.3). */
public final class ResetSteps {
    /** Negative: before the window; otherwise behind its end, whose number is the first that is outside. */
    private static final Arbitrary<Integer> OUTSIDE = Arbitraries.integers()
            .between(-1_000_000, 1_000_000)
            .edgeCases(edges -> edges.filter(v -> false).add(-1, -2, 0, 1, 65_536));

    private final Trials trials;

    /** For Cucumber. */
    public ResetSteps(Trials trials) {
        this.trials = trials;
    }

    @When("a reset arrives that has no ACK and has any number")
    public void resetWithoutAck() {
        trials.await(Handshakes::synOfEndpoint);
        trials.act(t -> Scene.connection(t).transmit(reset(t).build()));
    }

    @When("a reset arrives that acknowledges any other number and has any number")
    public void resetWithWrongAck() {
        trials.await(Handshakes::synOfEndpoint);
        trials.act(t -> {
            SeqNumber right = Scene.connection(t).rcvNxt();
            SeqNumber wrong = right.plus(t.draw("the acknowledgment is off by", HandshakeSteps.OFF_BY));
            Scene.connection(t).transmit(reset(t).flag(ACK).ackNumber(wrong).build());
        });
    }

    @Then("the endpoint's application is told of no refusal")
    public void notRefused() {
        notTold("a reset that does not acknowledge the SYN was taken for a refusal");
    }

    @Then("once the peer has answered with SYN and ACK, the endpoint's application is told that it is connected")
    public void connectedAfterAll() {
        trials.act(t -> Scene.connection(t).send(Scene.connection(t).syn()));
        trials.await(Handshakes::connected);
    }

    @When("a reset arrives whose number lies anywhere outside the endpoint's window")
    public void resetOutside() {
        trials.act(t -> {
            PeerConnection connection = Scene.connection(t);
            int place = t.draw("the reset lies before the window (negative) or behind its end", OUTSIDE);
            SeqNumber from =
                    place < 0 ? connection.sndNxt() : connection.sndNxt().plus(connection.room());
            connection.transmit(connection
                    .next()
                    .flags(TcpFlags.of(RST))
                    .seq(from.plus(place))
                    .build());
        });
    }

    @Then("the endpoint's application is told of no end")
    public void goesOn() {
        notTold("a reset with a number outside the window has ended the connection");
    }

    private void notTold(String mistake) {
        trials.await(t -> Becomes.staysUntrue(
                "the endpoint's application is told of no error, because that reset can be anybody's",
                () -> Scene.application(t).error().isPresent(),
                () -> mistake + "; the endpoint's application was told: "
                        + Scene.application(t).error().map(Enum::name).orElse("nothing")));
    }

    private static TcpSegment.Builder reset(Trial t) {
        return Scene.connection(t)
                .next()
                .seq(t.draw("the reset's sequence number", Any.sequenceNumber()))
                .flags(TcpFlags.of(RST));
    }
}
