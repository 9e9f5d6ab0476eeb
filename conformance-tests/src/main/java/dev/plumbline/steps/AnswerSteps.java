package dev.plumbline.steps;

import dev.plumbline.icmp.IcmpMessage.EchoReply;
import dev.plumbline.icmp.IcmpMessage.EchoRequest;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Judgement;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;

/** Answers, which are packets of their own (RFC 1812 section 2.2, RFC 1122 section 3.2.2.6). */
public final class AnswerSteps {
    private static final int AT_MOST = 8;
    private static final String PINGS = "the number of pings";

    private final Trials trials;

    /** For Cucumber. */
    public AnswerSteps(Trials trials) {
        this.trials = trials;
    }

    @When("the peer asks any question with a Time to Live that just reaches the endpoint")
    public void asksWithLittleTime() {
        trials.act(t -> {
            int routers = Scene.lab(t).topology().routers();
            Port from = t.put(Scene.PEER_PORT, t.draw(Scene.PEER_PORT, Any.port()));
            Octets question = t.draw("the question", Any.data(0, 500));
            UdpDatagram udp = new UdpDatagram(from, Scene.endpointPort(t), question);
            Octets payload = udp.encode(Scene.peer(t).address(), Scene.peer(t).endpoint());
            Scene.peer(t)
                    .send(Scene.peer(t)
                            .packet(IpProtocol.UDP, payload)
                            .withTimeToLive(routers + 1)
                            .encode());
        });
    }

    @When("the peer pings the endpoint with any data")
    public void pings() {
        trials.act(t -> ping(t, 1, t.put(Datagrams.DATA, t.draw("the data", Any.data(0, 1400)))));
    }

    @Then("the endpoint answers with exactly that data, from the address that was pinged to the address that pinged")
    public void pong() {
        trials.await(t -> new Arrives(
                Scene.peer(t).reader(packet -> true),
                "an echo reply with the same identifier, number and data",
                packet -> isReply(packet, t, 1, Datagrams.data(t))
                        ? Judgement.accepted()
                        : Judgement.wrong("this is no answer to the ping: " + packet),
                a -> {}));
    }

    @When("the peer pings the endpoint any number of times")
    public void pingsMany() {
        trials.act(t -> {
            int count = t.put(PINGS, t.draw(PINGS, Arbitraries.integers().between(1, AT_MOST)));
            IntStream.rangeClosed(1, count).forEach(number -> ping(t, number, Octets.ofText("ping " + number)));
        });
    }

    @Then("each ping is answered once, whatever the order in which they arrive")
    public void eachPingAnswered() {
        trials.await(t -> {
            int count = t.the(PINGS, Integer.class);
            return Becomes.becomesTrue(
                    "one echo reply to each of the " + count + " pings",
                    () -> replies(t)
                            .equals(IntStream.rangeClosed(1, count).boxed().toList()),
                    () -> "replies to the pings with the numbers " + replies(t));
        });
    }

    private static void ping(Trial t, int number, Octets data) {
        Scene.peer(t).send(IpProtocol.ICMP, new EchoRequest(7, number, data).encode());
    }

    private static List<Integer> replies(Trial t) {
        return Scene.peer(t).arrivals().stream()
                .flatMap(packet -> packet.icmp().stream())
                .filter(EchoReply.class::isInstance)
                .map(reply -> ((EchoReply) reply).sequenceNumber())
                .sorted()
                .toList();
    }

    private static boolean isReply(Packet packet, Trial t, int number, Octets data) {
        boolean addresses = packet.ip()
                .filter(ip -> ip.source().equals(Scene.peer(t).endpoint())
                        && ip.destination().equals(Scene.peer(t).address()))
                .isPresent();
        return addresses
                && packet.icmp().filter(new EchoReply(7, number, data)::equals).isPresent();
    }
}
