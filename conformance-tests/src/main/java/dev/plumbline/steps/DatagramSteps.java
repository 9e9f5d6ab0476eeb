package dev.plumbline.steps;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Silence;
import dev.plumbline.testbed.Impairment;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;

/** Datagrams in and out (RFC 768; RFC 1122 section 4.1). */
public final class DatagramSteps {
    private static final int FITS_INTO_A_PACKET = 1472;
    private static final int AT_MOST = 8;

    private final Trials trials;

    /** For Cucumber. */
    public DatagramSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("the endpoint's application waits for datagrams on any port")
    public void waits() {
        trials.act(t -> t.put(UdpApplication.open(Scene.endpoint(t), "the application", Scene.drawEndpointPort(t))));
    }

    @When("it sends any data to any port of the peer")
    public void sends() {
        trials.act(t -> send(t, t.draw(Datagrams.DATA, Any.data(0, FITS_INTO_A_PACKET))));
    }

    @When("it sends data whose checksum comes out as zero to any port of the peer")
    public void sendsChecksumZero() {
        trials.act(t -> {
            SocketAddress destination = Scene.peer(t).at(Scene.drawPeerPort(t));
            Octets zero = Octets.of(0, 0);
            int missing = new UdpDatagram(Scene.endpointPort(t), destination.port(), zero)
                    .encode(Scene.peer(t).endpoint(), destination.address())
                    .u16(6);
            send(t, missing == 0xffff ? zero : Octets.of(missing >>> 8, missing));
        });
    }

    @Then("the packet on the wire is an IP header, a UDP header and exactly that data")
    @Then("the first packet of the endpoint carries exactly that data")
    public void packetOnTheWire() {
        trials.await(t -> new Arrives(
                Scene.peer(t).everything(),
                "one packet: IP header, UDP header, and the "
                        + Datagrams.data(t).length() + " octets of data",
                packet -> Packets.verdict(Datagrams.envelopes(packet, Datagrams.data(t))),
                a -> {}));
    }

    @Then("the packet on the wire has a UDP header of eight octets with the right ports, length and checksum")
    public void udpHeader() {
        trials.await(t -> new Arrives(
                Scene.peer(t).everything(),
                "a UDP header with both ports, length " + (8 + Datagrams.data(t).length()) + " and a checksum",
                packet -> Packets.verdict(Datagrams.header(packet, t)),
                a -> {}));
    }

    @Then("the checksum in the UDP header is all ones")
    public void checksumAllOnes() {
        trials.await(t -> new Arrives(
                Scene.peer(t).everything(),
                "65535 in the checksum field, because 0 would say that there is no checksum",
                packet -> Packets.verdict(Datagrams.checksumAllOnes(packet)),
                a -> {}));
    }

    @Then("the packet names the endpoint's address and port and the peer's address and port")
    public void namesAllFour() {
        trials.await(t -> {
            SocketAddress peer = Scene.peer(t).at(t.the(Scene.PEER_PORT, Port.class));
            return new Arrives(
                    Scene.peer(t).everything(),
                    "a UDP datagram from " + Scene.endpointSocket(t) + " to " + peer,
                    packet -> Packets.verdict(Packets.route(packet, Scene.endpointSocket(t), peer)),
                    a -> {});
        });
    }

    @When("the peer sends any datagram to that port")
    @When("the peer sends any datagram from any port")
    public void peerSends() {
        trials.act(t -> Datagrams.peerSends(t, t.draw(Datagrams.DATA, Any.data(0, FITS_INTO_A_PACKET))));
    }

    @When("the peer sends any number of datagrams")
    public void peerSendsMany() {
        trials.act(t -> {
            int count = t.draw("the number of datagrams", Arbitraries.integers().between(1, AT_MOST));
            IntStream.range(0, count).forEach(i -> Datagrams.peerSends(t, Octets.ofText("datagram number " + i)));
        });
    }

    @When("the peer sends any number of datagrams of any size")
    public void peerSendsManySizes() {
        trials.act(t -> {
            Octets data = t.draw(Datagrams.DATA, Any.data(FITS_INTO_A_PACKET, FITS_INTO_A_PACKET));
            t.draw("the sizes of the datagrams", Any.sizes(FITS_INTO_A_PACKET, AT_MOST))
                    .forEach(size -> Datagrams.peerSends(t, data.slice(0, size)));
        });
    }

    @Then("the endpoint's application receives exactly that datagram")
    @Then("the endpoint's application receives them one by one")
    public void receivesExactly() {
        trials.await(t -> Datagrams.receives(t, Datagrams.sent(t)));
    }

    @Then("the endpoint's application receives exactly those that were not lost")
    public void receivesThoseNotLost() {
        trials.await(t -> {
            Set<?> lost = t.the(Datagrams.LOST, Set.class);
            List<Octets> sent = Datagrams.sent(t);
            List<Octets> arrived = IntStream.range(0, sent.size())
                    .filter(i -> !lost.contains(i))
                    .mapToObj(sent::get)
                    .toList();
            return Datagrams.receives(t, arrived);
        });
    }

    @Then("the endpoint's application receives them in the order and as often as they arrive")
    public void receivesAsTheyArrive() {
        trials.await(Datagrams::receivesWhatArrives);
    }

    @Given("a network that loses any of the packets to the endpoint")
    public void losesPackets() {
        trials.act(t -> {
            Set<Integer> lost = t.draw("lost are the packets numbered", Any.losses(AT_MOST, AT_MOST));
            t.put(Datagrams.LOST, lost);
            Scene.lab(t).network(Impairment.none(), Impairment.dropping(lost));
        });
    }

    @Given("a network that delivers packets to the endpoint in any order, some of them twice")
    public void reorders() {
        trials.act(t -> {
            var arriving = new Datagrams.Arriving(
                    t.draw("the order of arrival", Any.order(AT_MOST)),
                    t.draw("twice arrive the packets numbered", Any.losses(3, AT_MOST)));
            t.put(Datagrams.ARRIVING, arriving);
            Duration gap = Duration.ofMillis(2);
            Scene.lab(t)
                    .network(
                            Impairment.none(),
                            Impairment.permuting(arriving.order(), gap)
                                    .then(Impairment.duplicating(arriving.twice(), gap.dividedBy(2))));
        });
    }

    @Then("the endpoint sends nothing back")
    public void sendsNothing() {
        trials.await(t -> new Silence(
                Scene.peer(t).everything(),
                "no packet at all",
                arrival -> Optional.of("the endpoint answered, but UDP asks nobody and confirms nothing")));
    }

    @When("it asks the peer any question, and asks again each second until it is answered")
    public void asksUntilAnswered() {
        trials.act(t -> {
            Port port = Scene.drawPeerPort(t);
            Octets question = t.draw("the question", Any.data(0, 100));
            Scene.peer(t)
                    .onArrival(arrival -> arrival.udp()
                            .filter(d -> d.destinationPort().equals(port))
                            .ifPresent(d -> Scene.peer(t).sendUdp(port, d.sourcePort(), Octets.ofText("the answer"))));
            t.put(RepeatedQuestion.ask(
                    Scene.endpoint(t),
                    t.the(UdpApplication.class),
                    Scene.peer(t).at(port),
                    question));
        });
    }

    @Then("the endpoint's application has its answer")
    public void hasItsAnswer() {
        trials.await(t -> Becomes.becomesTrue(
                        "the application gets an answer to one of its questions",
                        () -> t.the(UdpApplication.class).count() > 0,
                        () -> "none, after " + t.the(RepeatedQuestion.class).asked() + " questions")
                .within(Duration.ofMinutes(1)));
    }

    @Then("the endpoint has sent the question as often as the application asked, no more and no less")
    public void asOftenAsAsked() {
        trials.await(t -> Becomes.becomesTrue(
                "one datagram for each of the application's "
                        + t.the(RepeatedQuestion.class).asked() + " questions",
                () -> sentBy(t) == t.the(RepeatedQuestion.class).asked(),
                () -> sentBy(t) + " datagrams"));
    }

    private static long sentBy(Trial t) {
        return t.world().transcript().entries().stream()
                .filter(e -> e.kind() == Transcript.Kind.SENT
                        && e.host().equals(Scene.endpoint(t).name()))
                .count();
    }

    private static void send(Trial t, Octets data) {
        SocketAddress destination = Scene.peer(t).at(Scene.drawPeerPort(t));
        t.put(Datagrams.DATA, data);
        t.the(UdpApplication.class).send(destination, data);
    }
}
