package dev.plumbline.steps;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Lab;
import dev.plumbline.peer.Silence;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyNetwork;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Packets of IP: their header, their addresses and their lives (RFC 791 section 3.1, RFC 1122 section 3.2.1). */
public final class PacketSteps {
    private static final int AT_MOST = 8;
    private static final String DESTINATION = "the destination";
    private static final String COUNT = "the number of datagrams";

    private final Trials trials;

    /** For Cucumber. */
    public PacketSteps(Trials trials) {
        this.trials = trials;
    }

    @When("a datagram with any data arrives whose destination differs from the endpoint's address in any one bit")
    public void forANeighbour() {
        trials.act(t -> {
            Ipv4Packet packet = LayerSteps.datagram(t);
            Ipv4Address own = packet.destination();
            int bit = t.draw("the bit that differs, from the right", numbers(32));
            Ipv4Address neighbour = neighbour(own, bit);
            t.show("the destination", neighbour);
            UdpDatagram udp = new UdpDatagram(
                    t.the(Scene.PEER_PORT, Port.class), Scene.endpointPort(t), t.the(Datagrams.DATA, Octets.class));
            LayerSteps.arrive(
                    t,
                    Ipv4Packet.of(packet.source(), neighbour, IpProtocol.UDP, udp.encode(packet.source(), neighbour))
                            .encode(),
                    "it is for the host " + neighbour);
        });
    }

    /** The next one that is one host's: not the broadcast of a network of 2^17 addresses, as all hosts here are in. */
    private static Ipv4Address neighbour(Ipv4Address own, int bit) {
        Ipv4Address candidate = new Ipv4Address(own.bits() ^ 1 << bit);
        int host = candidate.bits() & 0x1ffff;
        boolean one = candidate.isUnicast() && !candidate.isLoopback() && host != 0 && host != 0x1ffff;
        return one ? candidate : neighbour(own, (bit + 1) % 32);
    }

    @Then("the endpoint neither hands it on nor answers")
    public void keepsQuiet() {
        trials.await(t -> new Silence(
                Scene.peer(t).everything(),
                "silence: what is for others is no business of a host with one link",
                arrival -> Optional.of(arrival.ip()
                        .filter(ip -> !ip.source().equals(Scene.peer(t).endpoint()))
                        .map(ip -> "the endpoint handed on a packet from " + ip.source() + " to " + ip.destination()
                                + ", but a host with one link is no router")
                        .orElse("the endpoint answered something that was for another host"))));
    }

    @When("a datagram with any data arrives in a packet with any other fields in its header")
    public void withAnyFields() {
        trials.act(t -> {
            Ipv4Packet usual = LayerSteps.datagram(t);
            Ipv4Packet packet = new Ipv4Packet(
                    t.draw("the type of service", numbers(256)),
                    t.draw("the identification", numbers(65536)),
                    t.draw("Don't Fragment", Arbitraries.of(false, true)),
                    false,
                    0,
                    t.draw("the Time to Live", numbers(255).map(less -> 255 - less)),
                    IpProtocol.UDP,
                    usual.source(),
                    usual.destination(),
                    t.draw("the IP options", Any.ipOptions()),
                    usual.payload());
            Datagrams.note(t, t.the(Datagrams.DATA, Octets.class));
            Scene.peer(t).send(packet.encode());
        });
    }

    @Then("it is told that the datagram comes from the peer's address and port")
    public void toldTheSource() {
        trials.await(t -> {
            SocketAddress source = Scene.peer(t).at(t.the(Scene.PEER_PORT, Port.class));
            UdpApplication application = t.the(UdpApplication.class);
            return Becomes.becomesTrue(
                    "the application is told that the datagram comes from " + source,
                    () -> application.received().stream()
                            .anyMatch(r -> r.source().equals(source)),
                    () -> application.received().isEmpty()
                            ? "it was told nothing"
                            : "it was told " + application.received().get(0).source());
        });
    }

    @When("it sends any data to any address")
    public void sendsAnywhere() {
        trials.act(t -> {
            // The other end of the cable sees what leaves, whoever it is for.
            Scene.peer(t);
            Ipv4Address destination = t.put(DESTINATION, t.draw(DESTINATION, AnyNetwork.hostAddress()));
            Octets data = t.put(Datagrams.DATA, t.draw(Datagrams.DATA, Any.data(0, 1472)));
            t.the(UdpApplication.class).send(new SocketAddress(destination, Scene.drawPeerPort(t)), data);
        });
    }

    @Then("the packet on the wire is addressed to exactly that address, and carries exactly that data")
    public void addressedThere() {
        trials.await(t -> {
            SocketAddress destination =
                    new SocketAddress(t.the(DESTINATION, Ipv4Address.class), t.the(Scene.PEER_PORT, Port.class));
            return new Arrives(
                    Scene.peer(t).everything(),
                    "a packet from " + Scene.endpointSocket(t) + " to " + destination,
                    packet -> Packets.verdict(addressed(packet, t, destination)),
                    a -> {});
        });
    }

    @Then(
            "the IP header says version 4, its length, the whole length, UDP and the two addresses, and its checksum is right")
    public void ipHeader() {
        trials.await(t -> new Arrives(
                Scene.peer(t).everything(),
                "an IP header as RFC 791 section 3.1 has it, for "
                        + Datagrams.data(t).length() + " octets of data",
                packet -> Packets.verdict(IpHeader.objections(
                        packet.datagram(),
                        Scene.peer(t).endpoint(),
                        Scene.peer(t).address(),
                        Datagrams.data(t).length())),
                a -> {}));
    }

    @When("it sends any number of datagrams to the peer")
    public void sendsMany() {
        trials.act(t -> sendMany(t, Scene.peer(t).address()));
    }

    @When("it sends any number of datagrams to any address, and nobody answers")
    public void sendsManyAnywhere() {
        trials.act(t -> {
            Scene.peer(t);
            sendMany(t, t.draw(DESTINATION, AnyNetwork.hostAddress()));
        });
    }

    private static void sendMany(Trial t, Ipv4Address destination) {
        SocketAddress there = new SocketAddress(destination, Scene.drawPeerPort(t));
        int count = t.put(COUNT, t.draw(COUNT, Arbitraries.integers().between(1, AT_MOST)));
        numbered(count).forEach(data -> t.the(UdpApplication.class).send(there, data));
    }

    @Then("each of them leaves in a packet of its own, once")
    public void eachInAPacket() {
        trials.await(t ->
                Datagrams.peerReceives(t, t.the(Scene.PEER_PORT, Port.class), numbered(t.the(COUNT, Integer.class))));
        eachOnce();
    }

    @Then("the peer receives exactly those that were not lost")
    public void peerReceivesThoseNotLost() {
        trials.await(t -> {
            List<Octets> sent = numbered(t.the(COUNT, Integer.class));
            List<Octets> arrived = IntStream.range(0, sent.size())
                    .filter(i -> !t.the(Datagrams.LOST, Set.class).contains(i))
                    .mapToObj(sent::get)
                    .toList();
            return Datagrams.peerReceives(t, t.the(Scene.PEER_PORT, Port.class), arrived);
        });
    }

    @Then("the endpoint has sent each of them once, and nothing again")
    public void sentOnce() {
        eachOnce();
    }

    private static List<String> addressed(Packet packet, Trial t, SocketAddress destination) {
        List<String> wrong = new ArrayList<>(Packets.route(packet, Scene.endpointSocket(t), destination));
        wrong.addAll(Datagrams.envelopes(packet, Datagrams.data(t)));
        return wrong;
    }

    /** Where all are lost, nothing else has told that they have left the endpoint: it may do that a little later. */
    private void eachOnce() {
        trials.await(t -> Becomes.becomesTrue(
                onePacketEach(t), () -> sentByEndpoint(t) >= t.the(COUNT, Integer.class), () -> packetsFor(t)));
        trials.await(t -> Becomes.staysUntrue(
                onePacketEach(t), () -> sentByEndpoint(t) != t.the(COUNT, Integer.class), () -> packetsFor(t)));
    }

    private static String onePacketEach(Trial t) {
        return "one packet for each of the " + t.the(COUNT, Integer.class) + " datagrams";
    }

    private static String packetsFor(Trial t) {
        return "the endpoint sent " + sentByEndpoint(t) + " packets for " + t.the(COUNT, Integer.class) + " datagrams";
    }

    private static long sentByEndpoint(Trial t) {
        return t.world().transcript().entries().stream()
                .filter(entry ->
                        entry.kind() == Transcript.Kind.SENT && entry.host().equals(Lab.ENDPOINT))
                .count();
    }

    private static List<Octets> numbered(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Octets.ofText("datagram number " + number))
                .toList();
    }

    private static Arbitrary<Integer> numbers(int count) {
        return Arbitraries.integers().between(0, count - 1).shrinkTowards(0);
    }
}
