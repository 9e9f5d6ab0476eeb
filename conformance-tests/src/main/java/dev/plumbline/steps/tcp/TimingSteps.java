package dev.plumbline.steps.tcp;

import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;

/** How often and how soon the endpoint sends something (RFC 9293 sections 3.8.1 and 3.8.6.3). */
public final class TimingSteps {
    /** It stands before the first octet. */
    private static final int SYN = -1;

    /** Packets that are seen at one moment where time is real say nothing of what lies between them: the machine stood still. */
    private static final Duration AT_ONCE = Duration.ofMillis(50);

    private final Trials trials;

    /** For Cucumber. */
    public TimingSteps(Trials trials) {
        this.trials = trials;
    }

    @When("nothing else happens for {spell}")
    public void silence(Spell howLong) {
        trials.await(t -> howLong.passing());
    }

    @When("the peer sends again each second what is not acknowledged")
    public void sendsUntilAcknowledged() {
        trials.act(TimingSteps::sendAgain);
    }

    /** Where packets overtake each other, the endpoint may keep what came too early, or wait for it to come again. */
    private static void sendAgain(Trial t) {
        PeerConnection connection = Scene.connection(t);
        t.later(Duration.ofSeconds(1), () -> {
            if (!connection.acknowledged().equals(connection.sndNxt())) {
                PeerStream.sendUnacknowledged(t);
                sendAgain(t);
            }
        });
    }

    @Then("each segment behind the gap is answered by asking for the first octet that is missing")
    public void asksForEach() {
        trials.await(Gaps::askedForEach);
    }

    @Then("the endpoint {habit}")
    public void goesAboutIt(Habit habit) {
        trials.await(habit::seen);
        trials.act(habit::judge);
    }

    @Then("at least {spell} lies/lie between the two")
    public void notHastily(Spell least) {
        trials.act(t -> {
            Duration between = Sendings.of(t, Talk.of(t).endpointData().isEmpty() ? SYN : 0)
                    .firstIntervalAtMost(t);
            boolean seen = !Scene.isInRealTime(t) || between.compareTo(AT_ONCE) > 0;
            if (seen && between.compareTo(Sendings.atLeast(t, least.howLong())) < 0) {
                throw new FindingError(Finding.wrong(
                        "the endpoint waited only " + between.toMillis() + " ms for an acknowledgment",
                        "a retransmission timeout of at least "
                                + least.howLong().toSeconds()
                                + " s (RFC 6298 section 2, rules (2.1) and (2.4), and section 5, rule (5.7))",
                        between.toMillis() + " ms between the first two segments with the same octets"));
            }
        });
    }

    @Then("no acknowledgment covers more than two of these segments")
    public void everySecond() {
        trials.await(PeerStream::acknowledged);
        trials.act(TimingSteps::checkStretch);
    }

    private static void checkStretch(Trial t) {
        PeerConnection connection = Scene.connection(t);
        SeqNumber before = PeerStream.numberOf(t, 0);
        for (TcpSegment ack : connection.arrivals()) {
            int covered = ack.has(TcpFlag.ACK) ? ack.ack().minus(before) : 0;
            if (covered > 2 * connection.mss()) {
                throw new FindingError(Finding.wrong(
                        "the endpoint let " + covered + " octets come in before it acknowledged them",
                        "an acknowledgment for at least every second segment of " + connection.mss() + " octets",
                        ack.toString()));
            }
            before = covered > 0 ? ack.ack() : before;
        }
    }
}
