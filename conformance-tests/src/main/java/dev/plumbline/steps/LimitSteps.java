package dev.plumbline.steps;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Judgement;
import dev.plumbline.testbed.Impairment;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;

/** What IP does not promise (RFC 791 section 1.2). */
public final class LimitSteps {
    private static final int AT_MOST = 8;
    private static final Octets STILL_HERE = Octets.ofText("still here");

    private final Trials trials;

    /** For Cucumber. */
    public LimitSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("a network that loses any of the packets to the peer")
    public void losesPackets() {
        trials.act(t -> {
            Set<Integer> lost = t.draw("lost are the packets numbered", Any.losses(AT_MOST, AT_MOST));
            t.put(Datagrams.LOST, lost);
            Scene.lab(t).network(Impairment.dropping(lost), Impairment.none());
        });
    }

    @When("a router reports that nobody is there")
    public void routerReports() {
        trials.await(t -> new Arrives(
                Scene.peer(t).everything(),
                "the packet that the application has sent",
                packet -> Judgement.accepted(),
                packet -> {
                    Octets quote = packet.datagram()
                            .slice(0, Math.min(500, packet.datagram().length()));
                    DestinationUnreachable report = new DestinationUnreachable(DestinationUnreachable.HOST, 0, quote);
                    Scene.peer(t).send(IpProtocol.ICMP, report.encode());
                }));
    }

    @Then("what the application sends to the peer next arrives there, and what the peer sends arrives here")
    public void goesOn() {
        trials.act(t -> {
            Port port = t.the(Scene.PEER_PORT, Port.class);
            t.the(UdpApplication.class).send(Scene.peer(t).at(port), STILL_HERE);
            Scene.peer(t).sendUdp(port, Scene.endpointPort(t), STILL_HERE);
        });
        trials.await(t -> Becomes.becomesTrue(
                "the next datagram leaves as if nothing had happened",
                () -> Scene.peer(t).udpData(t.the(Scene.PEER_PORT, Port.class)).contains(STILL_HERE),
                () -> "it did not arrive"));
        trials.await(t -> Datagrams.receives(t, List.of(STILL_HERE)));
    }

    @Then("the endpoint's application receives each of them once, in the order in which they arrive")
    public void receivesAsTheyArrive() {
        trials.await(t -> {
            UdpApplication application = t.the(UdpApplication.class);
            int count = Datagrams.sent(t).size();
            return Becomes.becomesTrue(
                    "the application receives the " + count + " datagrams in the order in which they arrive",
                    () -> application.count() == count && application.data().equals(Datagrams.arrived(t)),
                    () -> "these: " + Streams.words(application.data()) + ", but the wire delivered "
                            + Streams.words(Datagrams.arrived(t)));
        });
    }

    @When("a packet with any data of any protocol that nobody knows arrives, and looks like a datagram for that port")
    public void unknownProtocol() {
        trials.act(t -> {
            Ipv4Packet packet = LayerSteps.datagram(t);
            // 200 to 252 are not assigned, 253 and 254 are for experiments: RFC 3692 section 2.1.
            int number = t.draw(
                    "the protocol", Arbitraries.integers().between(200, 254).shrinkTowards(253));
            LayerSteps.arrive(
                    t,
                    Ipv4Packet.of(packet.source(), packet.destination(), new IpProtocol(number), packet.payload())
                            .encode(),
                    "its protocol is " + number + ", not UDP");
        });
    }
}
