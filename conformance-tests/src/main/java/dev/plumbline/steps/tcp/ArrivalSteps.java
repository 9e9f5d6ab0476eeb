package dev.plumbline.steps.tcp;

import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.SegmentDraft;
import dev.plumbline.steps.ip.Envelope;
import dev.plumbline.steps.ip.Wrapped;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.trial.Waits;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** A segment arrives in a state (RFC 9293 section 3.10.7): what is answered, told, and where the connection is afterwards. */
public final class ArrivalSteps {
    private final Trials trials;

    /** For Cucumber. */
    public ArrivalSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("a connection in {way}")
    public void reached(Way way) {
        way.go(trials);
    }

    @When("{segment} arrives {place}")
    public void arrives(SegmentKind kind, Place place) {
        arrives(kind, place, Acknowledging.EVERYTHING);
    }

    @When("{segment} arrives {place}, acknowledging {acknowledging}")
    public void arrives(SegmentKind kind, Place place, Acknowledging acknowledging) {
        String words = kind + " " + place
                + (acknowledging == Acknowledging.EVERYTHING ? "" : ", acknowledging " + acknowledging);
        trials.act(t -> TcpScene.of(t).arrives(segment(t, kind, place, acknowledging), words));
    }

    @When("{segment} arrives {place}, {envelope}")
    public void arrivesIn(SegmentKind kind, Place place, Envelope envelope) {
        trials.act(t -> {
            TcpSegment segment = segment(t, kind, place, Acknowledging.EVERYTHING);
            TcpScene scene = TcpScene.of(t);
            Wrapped wrapped = envelope.around(t, scene.connection().packet(segment));
            scene.arrives(segment, kind + " " + place + ", " + envelope, wrapped.datagram());
        });
    }

    @When("{segment} arrives {place}, acknowledging {acknowledging}, closing the peer's window")
    public void arrivesClosingTheWindow(SegmentKind kind, Place place, Acknowledging acknowledging) {
        trials.act(t -> TcpScene.of(t)
                .arrives(segment(t, kind, place, acknowledging).toBuilder()
                        .window(0)
                        .build()));
    }

    static TcpSegment segment(Trial t, SegmentKind kind, Place place, Acknowledging acknowledging) {
        TcpScene scene = TcpScene.of(t);
        PeerConnection connection = scene.connection();
        TcpFlags flags = kind.flags(t);
        int length = kind.length(t);
        int numbers = length + (flags.has(TcpFlag.SYN) ? 1 : 0) + (flags.has(TcpFlag.FIN) ? 1 : 0);
        SeqNumber first = place.number(t, numbers);
        SegmentDraft draft = SegmentDraft.on(connection)
                .with(flags)
                .numbered(first)
                .acknowledging(flags.has(TcpFlag.ACK) ? acknowledging.number(t) : SeqNumber.ZERO)
                .carrying(scene.octets(first.plus(flags.has(TcpFlag.SYN) ? 1 : 0), length))
                .urgentTo(flags.has(TcpFlag.URG) ? length : 0);
        t.show("what arrives", draft);
        return draft.segment();
    }

    @Then("the endpoint answers with {answer}")
    public void answers(Answers allowed) {
        trials.await(t -> allowed.awaited(TcpScene.of(t)));
    }

    @Then("the endpoint's application is told {told}")
    public void told(News news) {
        trials.await(t -> news.awaited(TcpScene.of(t), Waits.ANSWER));
    }

    @Then("in the end the endpoint's application is told {told}")
    public void toldInTheEnd(News news) {
        trials.await(t -> news.awaited(TcpScene.of(t), Waits.GIVING_UP));
    }

    @Then("in the end the connection is {state}")
    public void isInTheEnd(TcpState state) {
        new StateProof(trials, state).proveInTheEnd();
    }

    @Then("the connection is {state}")
    @Then("the connection is in {state}")
    public void isIn(TcpState state) {
        new StateProof(trials, state).prove();
    }
}
