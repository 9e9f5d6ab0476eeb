package dev.plumbline.steps.net;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.peer.Becomes;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.Vocabulary;
import dev.plumbline.steps.ip.Envelope;
import dev.plumbline.steps.ip.InPieces;
import dev.plumbline.steps.udp.Payloads;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The endpoint as one of the nodes in between (RFC 1812 section 5.2, RFC 791 section 3.2). */
public final class RouterSteps {
    private final Trials trials;

    /** For Cucumber. */
    public RouterSteps(Trials trials) {
        this.trials = trials;
    }

    /** Between whom it is a router. */
    @ParameterType("two peers.*|four peers, .+")
    public Ends ends(String words) {
        return Vocabulary.find(Ends.values(), words);
    }

    /** Where the first peer sends something. */
    @ParameterType("the second|any address [^,]+")
    public Target target(String words) {
        return Vocabulary.find(Target.values(), words);
    }

    /** Who must get it. */
    @ParameterType("the second peer|the peer that .+?")
    public Recipient recipient(String words) {
        return Vocabulary.find(Recipient.values(), words);
    }

    /** What becomes of it. */
    @ParameterType("it.*|each of the pieces, .+|pieces .+")
    public Forwarded forwarded(String words) {
        return Vocabulary.find(Forwarded.values(), words);
    }

    @Given("the endpoint is a router between {ends}")
    public void between(Ends ends) {
        trials.act(ends::join);
    }

    @When("the first peer sends {payloads} to {target}")
    public void sends(Payloads payloads, Target target) {
        trials.act(t -> {
            Ipv4Packet packet = RouterScene.packet(t, payloads, target.address(t));
            RouterScene.of(t).send(t, packet, List.of(packet));
        });
    }

    @When("the first peer sends {payloads} to {target}, {envelope}")
    public void sendsIn(Payloads payloads, Target target, Envelope envelope) {
        trials.act(t -> {
            Ipv4Packet usual = RouterScene.packet(t, payloads, target.address(t));
            Ipv4Packet packet =
                    Ipv4Packet.decode(envelope.around(t, usual).datagram()).orElseThrow();
            RouterScene.of(t).send(t, packet, List.of(packet));
        });
    }

    @When("the first peer sends {payloads} to {target}, {pieces}")
    public void sendsInPieces(Payloads payloads, Target target, InPieces pieces) {
        trials.act(t -> {
            Ipv4Packet packet = RouterScene.packet(t, payloads, target.address(t));
            RouterScene.of(t).send(t, packet, pieces.of(t, List.of(packet)).pieces());
        });
    }

    @Then("exactly {recipient} receives {forwarded}")
    public void receives(Recipient recipient, Forwarded forwarded) {
        trials.await(t -> forwarded.at(recipient.number(t), t));
        trials.await(t -> nobodyBut(t, recipient.number(t)));
    }

    @Then("no other peer receives anything")
    public void nobody() {
        trials.await(t -> nobodyBut(t, 0));
    }

    /** No peer but the first and {@code target} receives anything. */
    private static Expectation nobodyBut(Trial t, int target) {
        return Becomes.staysUntrue(
                "no other peer receives anything",
                () -> wronglyServed(t, target).isPresent(),
                () -> "peer " + (wronglyServed(t, target).orElse(0) + 1) + " received the packet");
    }

    private static OptionalInt wronglyServed(Trial t, int target) {
        return IntStream.range(1, Scene.endpoint(t).links().size())
                .filter(peer -> peer != target)
                .filter(peer -> !Scene.lab(t).peer(peer).arrivals().isEmpty())
                .findFirst();
    }
}
