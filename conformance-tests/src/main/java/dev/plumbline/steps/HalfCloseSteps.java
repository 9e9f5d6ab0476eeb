package dev.plumbline.steps;

import static dev.plumbline.peer.SegmentPattern.segment;
import static dev.plumbline.tcp.TcpFlag.FIN;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** A connection of which one side is closed already (RFC 9293 section 3.6). */
public final class HalfCloseSteps {
    private final Trials trials;

    /** For Cucumber. */
    public HalfCloseSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("the peer has closed its side, and the endpoint's application was told")
    public void peerHasClosed() {
        trials.act(Streams::closeByPeer);
        trials.await(HalfCloseSteps::toldOfEnd);
    }

    @Given("the peer has sent any data and closed, and both were acknowledged")
    public void endAcknowledged() {
        trials.act(t -> {
            Streams.sendByPeer(t, t.draw("the peer's data", Any.data(0, Streams.DEFAULT_SEGMENT)));
            Streams.closeByPeer(t);
        });
        trials.await(t -> Scene.connection(t)
                .expect(
                        segment()
                                .without(SYN, RST)
                                .acknowledging(Scene.connection(t).sndNxt(), "the number after the peer's FIN"),
                        s -> {}));
    }

    @When("the end of the stream arrives once more")
    public void endOnceMore() {
        trials.act(HalfCloseSteps::repeatFin);
    }

    /** The endpoint's application knows that the peer has closed. */
    static Expectation toldOfEnd(Trial t) {
        return Becomes.becomesTrue(
                "the endpoint's application is told that the peer has closed",
                () -> Scene.isToldOfEnd(t),
                () -> "it was told nothing");
    }

    private static void repeatFin(Trial t) {
        PeerConnection connection = Scene.connection(t);
        connection.reader().skipAll();
        connection.transmit(
                connection.next().seq(connection.sndNxt().plus(-1)).flag(FIN).build());
    }
}
