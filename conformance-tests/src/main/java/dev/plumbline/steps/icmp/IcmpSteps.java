package dev.plumbline.steps.icmp;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Judgement;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.Vocabulary;
import dev.plumbline.steps.ip.Envelope;
import dev.plumbline.steps.ip.InPieces;
import dev.plumbline.steps.ip.Routed;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.wire.Octets;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.function.Predicate;

/** Pings, and reports of what could not be delivered (RFC 1122 section 3.2.2, RFC 1812 section 5.2.7). */
public final class IcmpSteps {
    /** Of the packet as much as a router should quote (RFC 1812 section 4.3.2.3): all, up to a message of 576 octets. */
    private static final int QUOTED = 500;

    private final Trials trials;

    /** For Cucumber. */
    public IcmpSteps(Trials trials) {
        this.trials = trials;
    }

    /** What is reported. */
    @ParameterType("that .+|which size would fit")
    public Report report(String words) {
        return Vocabulary.find(Report.values(), words);
    }

    /** What is sent because of something that nobody answers. */
    @ParameterType("nothing.*")
    public Reply silence(String words) {
        return Vocabulary.find(Reply.values(), words);
    }

    /** How it is pinged. */
    @ParameterType("with any data|with any short data|any number of times")
    public Pings pings(String words) {
        return Vocabulary.find(Pings.values(), words);
    }

    @When("the peer pings the endpoint {pings}")
    public void pinged(Pings pings) {
        trials.act(pings::send);
    }

    @When("the peer pings the endpoint {pings}, {envelope}")
    public void pingedIn(Pings pings, Envelope envelope) {
        trials.act(t -> pings.packets(t).forEach(packet -> {
            Octets datagram = envelope.around(t, packet).datagram();
            Pings.noteAddress(t, datagram);
            Scene.peer(t).send(datagram);
        }));
    }

    @When("the peer pings the endpoint {pings}, {pieces}")
    public void pingedInPieces(Pings pings, InPieces pieces) {
        trials.act(t -> pieces.of(t, pings.packets(t))
                .pieces()
                .forEach(piece -> Scene.peer(t).send(piece.encode())));
    }

    @When("the peer sends an ICMP message of any type that nobody knows")
    public void unknownMessage() {
        trials.act(t -> Scene.peer(t)
                .send(
                        IpProtocol.ICMP,
                        new IcmpMessage.Other(
                                        t.draw("the type", AnyPacket.unknownIcmpType()),
                                        t.draw("the code", AnyPacket.number(256)),
                                        0,
                                        t.draw("what it says", Any.data(0, 100)))
                                .encode()));
    }

    @Then("each ping is answered once, with exactly its own data, from the address that was pinged")
    public void eachIsAnswered() {
        trials.await(Pings::answered);
    }

    @When("a router reports {report}")
    public void routerReports(Report report) {
        trials.await(t -> new Arrives(
                Scene.peer(t).everything(),
                "the packet that the application has sent",
                packet -> Judgement.accepted(),
                packet -> send(t, report, packet)));
    }

    @Then("the first peer is told {report}")
    public void isTold(Report report) {
        trials.await(t -> told(t, report, packet -> false));
    }

    @Then("the packet goes on, or the first peer is told {report}")
    public void goesOnOrIsTold(Report report) {
        trials.await(t -> told(t, report, packet -> Routed.isHandedOn(t, packet)));
    }

    private static Arrives told(Trial t, Report report, Predicate<Packet> otherwise) {
        return new Arrives(
                Scene.peer(t).reader(packet -> true),
                "an ICMP message: " + report.title(),
                packet -> otherwise.test(packet)
                                || packet.icmp()
                                        .filter(message -> report.isIn(t, message))
                                        .isPresent()
                        ? Judgement.accepted()
                        : Judgement.wrong("the first peer was told something else"),
                packet -> {});
    }

    @Then("the endpoint sends back {silence}")
    public void sendsBack(Reply reply) {
        trials.await(reply::watch);
    }

    private static void send(Trial t, Report report, Packet about) {
        Octets quote =
                about.datagram().slice(0, Math.min(QUOTED, about.datagram().length()));
        Scene.peer(t).send(IpProtocol.ICMP, report.about(t, quote).encode());
    }
}
