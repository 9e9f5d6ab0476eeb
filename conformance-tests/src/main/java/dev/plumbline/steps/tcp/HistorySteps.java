package dev.plumbline.steps.tcp;

import dev.plumbline.diagnosis.Difference;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Pause;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.Retold;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.trial.Waits;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyStream;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;

/** What has happened on a connection before something arrives: a state does not say all (RFC 9293 section 3.3.1). */
public final class HistorySteps {
    /** More than any endpoint has room for. */
    private static final int A_LOT = 1 << 20;

    private final Trials trials;

    /** For Cucumber. */
    public HistorySteps(Trials trials) {
        this.trials = trials;
    }

    @Given("the endpoint's application has sent data, which the peer has acknowledged")
    public void dataAcknowledged() {
        trials.act(t -> TcpScene.of(t).send(t.draw("the application's data", Any.data(2, 20))));
        trials.reach(t -> SentText.awaited(TcpScene.of(t)));
        trials.act(t -> {
            connection(t).acknowledge();
            TcpScene.of(t).acknowledgedUpTo(connection(t).rcvNxt());
        });
        trials.reach(t -> new Pause(Waits.MOMENT));
    }

    @Given("the peer has sent data that the endpoint has acknowledged")
    public void dataTaken() {
        trials.act(t -> connection(t)
                .sendData(TcpScene.of(t)
                        .octets(
                                connection(t).sndNxt(),
                                t.draw(
                                        "the length of the data before",
                                        Arbitraries.integers().between(20, 40)))));
        trials.reach(Handshake::everythingAcknowledged);
        // The last segment that the endpoint has taken the window from begins after that data.
        trials.act(t -> connection(t).acknowledge());
    }

    @Given("the endpoint's application takes no data, and the peer has filled the window")
    public void windowFilled() {
        fillWindowBut(0);
    }

    @Given("the endpoint's application takes no data, and the peer has filled the window but for one octet")
    public void windowNearlyFilled() {
        fillWindowBut(1);
    }

    @Given("the endpoint's application takes no data, and the peer has filled the window but for a segment")
    public void windowFilledButForASegment() {
        fillWindowBut(AnyStream.SEGMENT);
    }

    private void fillWindowBut(int spare) {
        trials.act(t -> {
            TcpScene.of(t).application().pause();
            // A window may be smaller than that.
            connection(t).outgoing().spare(Math.min(spare, connection(t).room() / 2));
            connection(t).sendAll(TcpScene.of(t).octets(connection(t).sndNxt(), A_LOT));
        });
        trials.reach(t -> Becomes.becomesTrue(
                        "the endpoint has acknowledged all that its window took, and offers no more",
                        () -> connection(t).room() == connection(t).outgoing().spare()
                                && connection(t)
                                        .acknowledged()
                                        .equals(connection(t).sndNxt()),
                        () -> "its window still takes " + connection(t).room() + " octets")
                .comparing(() -> room(connection(t), connection(t).outgoing().spare())));
        trials.act(t -> connection(t).outgoing().drop());
    }

    /** What the newest of the endpoint's segments offers, and what it should. */
    static Optional<Difference> room(PeerConnection connection, int expected) {
        List<TcpSegment> all = connection.arrivals();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(Difference.of(
                        Quantity.WINDOW, expected, all.get(all.size() - 1).window()));
    }

    @When("a second client connects to the same port")
    public void secondClient() {
        trials.act(t -> {
            Port first = connection(t).local().port();
            Port port = t.draw("the second client's port", Any.clientPort().filter(p -> !p.equals(first)));
            PeerConnection second = new PeerConnection(
                    TcpScene.of(t).peer(),
                    TcpScene.of(t).peer().at(port),
                    connection(t).remote(),
                    t.draw("the second client's initial sequence number", Any.sequenceNumber()));
            TcpScene.of(t).joinedBy(second);
            second.send(second.syn());
        });
    }

    @Then("the second client gets its connection")
    public void secondAccepted() {
        trials.await(t -> Retold.about(
                "the second client", Handshake.synAck(TcpScene.of(t).second(), s -> {})));
        trials.act(t -> TcpScene.of(t).second().acknowledge());
        trials.await(t -> Retold.about(
                "the second client", Handshake.accepted(t, TcpScene.of(t).second())));
    }

    private static PeerConnection connection(Trial t) {
        return TcpScene.of(t).connection();
    }
}
