package dev.plumbline.steps.tcp;

import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Pause;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;

/** What an active OPEN begins with, and how long it goes on (RFC 9293 sections 3.4.1 and 3.8.3). */
public final class OpeningSteps {
    private static final String PAUSE = "seconds between the two";
    private static final String PORTS = "the two ports";

    private final Trials trials;

    /** For Cucumber. */
    public OpeningSteps(Trials trials) {
        this.trials = trials;
    }

    @When("two applications of the endpoint connect to the peer, any few seconds apart")
    public void connectsAgain() {
        trials.act(t -> {
            t.put(PAUSE, t.draw(PAUSE, Arbitraries.integers().between(1, 3)));
            t.put(PORTS, List.copyOf(t.draw(PORTS, Any.ports(2, 2))));
            connect(t, 0);
        });
        trials.await(t -> new Pause(Duration.ofSeconds(t.the(PAUSE, Integer.class))));
        trials.act(t -> connect(t, 1));
    }

    @When(
            "the endpoint, and a host with the same stack and the same address, connect to the same two ports at the same time")
    public void connectBoth() {
        trials.act(Lives::connect);
    }

    @Then("the two connections begin with different numbers")
    public void differentNumbers() {
        trials.await(t -> Becomes.becomesTrue(
                "the SYNs of the two connections have different sequence numbers",
                () -> begins(t).size() == 2
                        && List.copyOf(begins(t).values()).stream().distinct().count() == 2,
                () -> begins(t).size() == 2
                        ? "both have the number "
                                + begins(t).values().iterator().next()
                        : "SYNs from " + begins(t).size() + " ports"));
    }

    @Then("for {spell} the endpoint's application is told of no end")
    public void goesOn(Spell howLong) {
        trials.await(t -> Becomes.staysUntrue(
                        "for " + howLong + " at least the endpoint goes on asking",
                        () -> Scene.application(t).error().isPresent(),
                        () -> "the endpoint gave up after "
                                + Scene.lab(t).timeline().now().toSeconds()
                                + " seconds: its application was told: "
                                + Scene.application(t)
                                        .error()
                                        .map(Object::toString)
                                        .orElse("nothing"))
                .within(howLong.howLong()));
    }

    private static void connect(Trial t, int number) {
        Port own = (Port) t.the(PORTS, List.class).get(number);
        t.put(TcpApplication.connect(
                Scene.endpoint(t), "the client", own, Scene.peer(t).at(Scene.drawPeerPort(t))));
    }

    /** The number of each port's SYN. */
    private static Map<Port, SeqNumber> begins(Trial t) {
        Map<Port, SeqNumber> begins = new LinkedHashMap<>();
        Scene.peer(t).arrivals().stream()
                .flatMap(arrival -> arrival.tcp().stream())
                .filter(s -> s.has(TcpFlag.SYN))
                .forEach(s -> begins.putIfAbsent(s.sourcePort(), s.seq()));
        return begins;
    }
}
