package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.tcp.TcpOption.WindowScale;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** What both ends must offer before either uses it (RFC 7323 section 1.3). */
public final class ExtensionSteps {
    private static final int A_LOT = 1 << 20;

    private final Trials trials;

    /** For Cucumber. */
    public ExtensionSteps(Trials trials) {
        this.trials = trials;
    }

    /** What the peer offers. */
    @ParameterType(Offer.WORDS)
    public Offer offer(String words) {
        return Words.find(Offer.values(), words);
    }

    /** What a segment carries. */
    @ParameterType(Carried.WORDS)
    public Carried carried(String words) {
        return Words.find(Carried.values(), words);
    }

    /** What is echoed. */
    @ParameterType(Echoed.WORDS)
    public Echoed echoed(String words) {
        return Words.find(Echoed.values(), words);
    }

    /** What is reported. */
    @ParameterType(Reported.WORDS)
    public Reported reported(String words) {
        return Words.find(Reported.values(), words);
    }

    @Given("a peer that offers {offer}")
    public void offers(Offer offer) {
        trials.act(t -> TcpScene.of(t).peer().offer(offer.draw(t)));
    }

    @Given("both ends have offered it")
    public void negotiated() {
        trials.reach(t -> Becomes.becomesTrue(
                "the endpoint's SYN offers what the peer's does", () -> isNegotiated(t), () -> "it does not"));
    }

    private static boolean isNegotiated(Trial t) {
        return TcpScene.of(t).connection().extensions().areActive();
    }

    @When("{segment} arrives {place}, carrying {carried}")
    public void arrivesCarrying(SegmentKind kind, Place place, Carried carried) {
        trials.act(t -> TcpScene.of(t)
                .arrives(
                        ArrivalSteps.segment(t, kind, place, Acknowledging.EVERYTHING).toBuilder()
                                .options(carried.options(t))
                                .build(),
                        kind + " " + place + ", carrying " + carried));
    }

    @Then("that answer echoes {echoed}")
    public void echoes(Echoed echoed) {
        trials.act(echoed::check);
    }

    @Then("that answer reports {reported}")
    @Then("its last segment reports {reported}")
    public void reports(Reported reported) {
        trials.act(reported::check);
    }

    @Then("the endpoint's window is not shifted")
    public void isUnscaled() {
        trials.act(ExtensionSteps::checkUnscaled);
    }

    /** What came first is its SYN, and what came last its acknowledgment of the peer's. */
    private static void checkUnscaled(Trial t) {
        List<TcpSegment> all = TcpScene.of(t).connection().arrivals();
        TcpSegment syn = all.get(0);
        int window = all.get(all.size() - 1).window();
        int shift = syn.option(WindowScale.class).map(WindowScale::shift).orElse(0);
        if (shift > 0 && window <= syn.window() >> shift) {
            throw new FindingError(Finding.wrong(
                    "the endpoint shifts its window, although the peer's SYN has no window scale",
                    "a window as large as that of its SYN, " + syn.window(),
                    "a window of " + window));
        }
    }

    @When("the peer fills the endpoint's window, and the endpoint's application takes nothing")
    public void fillsWindow() {
        trials.act(t -> {
            TcpScene scene = TcpScene.of(t);
            scene.application().pause();
            scene.connection().sendAll(scene.octets(scene.connection().sndNxt(), A_LOT));
        });
    }

    @Then("the endpoint acknowledges as much as it has offered, and its window is closed")
    public void takesWhatItOffers() {
        trials.await(ExtensionSteps::isFull);
        trials.act(t -> TcpScene.of(t).connection().outgoing().drop());
    }

    private static Expectation isFull(Trial t) {
        PeerConnection connection = TcpScene.of(t).connection();
        return Becomes.becomesTrue(
                        "the endpoint acknowledges all octets for which it had offered room, and offers no more",
                        () -> connection.room() == 0
                                && connection.acknowledged().equals(connection.sndNxt()),
                        () -> connection.sndNxt().minus(connection.acknowledged())
                                + " octets that its window took are not acknowledged, and there is room for "
                                + connection.room())
                .comparing(() -> HistorySteps.room(connection, 0));
    }
}
