package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.TcpStatus;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;

/** An application calls its TCP in some state (RFC 9293 sections 3.10.1 to 3.10.6). */
public final class CallSteps {
    private final Trials trials;

    /** For Cucumber. */
    public CallSteps(Trials trials) {
        this.trials = trials;
    }

    @When("the endpoint's application calls {call}")
    public void calls(Call call) {
        trials.act(t -> {
            TcpScene.of(t).called();
            try {
                call.make(t);
            } catch (CallRefused refused) {
                TcpScene.of(t).refused(refused);
            }
        });
    }

    @Then("the call is refused")
    public void refused() {
        trials.act(t -> {
            if (TcpScene.of(t).refusal().isEmpty()) {
                throw new FindingError(Finding.wrong(
                        "the endpoint did what it was asked, although it must refuse",
                        "an error: the connection exists already, is closing, or cannot be",
                        "no error"));
            }
        });
    }

    @Then("STATUS says {state}")
    public void status(TcpState state) {
        trials.await(t -> Becomes.becomesTrue(
                "STATUS says " + state,
                () -> told(t).filter(state::equals).isPresent(),
                () -> "STATUS says " + told(t).map(TcpState::name).orElse("nothing")));
    }

    private static Optional<TcpState> told(Trial t) {
        return TcpScene.of(t).application().connection().status().map(TcpStatus::state);
    }
}
