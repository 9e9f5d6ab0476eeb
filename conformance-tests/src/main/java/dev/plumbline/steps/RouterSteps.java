package dev.plumbline.steps;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Judgement;
import dev.plumbline.peer.Peer;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyNetwork;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** The endpoint as one of the nodes in between (RFC 1812 section 5.2). */
public final class RouterSteps {
    private static final String NEXT_MTU = "the MTU of the second peer's link";
    private static final String LENGTHS = "the lengths of the prefixes";
    private static final String SENT = "the packet that the first peer has sent";
    private static final Port PORT = Port.of(4000);
    private static final int ETHERNET = 1500;

    private final Trials trials;

    /** For Cucumber. */
    public RouterSteps(Trials trials) {
        this.trials = trials;
    }

    /** Where a packet must go: the number of the peer. */
    private record Target(int peer) {}

    @Given("the endpoint is a router between two peers")
    public void betweenTwo() {
        trials.act(t -> router(t, List.of(ETHERNET, ETHERNET), Map.of()));
    }

    @Given(
            "the endpoint is a router between two peers, and the second one's link takes packets of any size from 68 octets on")
    public void narrow() {
        trials.act(t -> {
            int mtu = t.put(NEXT_MTU, t.draw(NEXT_MTU, AnyNetwork.mtu(68).map(size -> Math.min(size, 1400))));
            router(t, List.of(ETHERNET, mtu), Map.of());
        });
    }

    @Given(
            "the endpoint is a router between four peers, with any three prefixes in its table that lie one within the other")
    public void nested() {
        trials.act(t -> {
            List<Integer> lengths = new ArrayList<>(t.draw(LENGTHS, lengths()));
            List<Integer> links = t.draw("the peers they lead to", Any.order(3));
            Ipv4Address inner = t.draw("an address in all of them", inner());
            int chosen = t.draw("the longest that contains the destination", Arbitraries.of(0, 1, 2));
            Map<Ipv4Prefix, Integer> table = new LinkedHashMap<>();
            for (int i = 0; i < 3; i++) {
                table.put(new Ipv4Prefix(inner, lengths.get(i)), links.get(i) + 1);
            }
            // One bit behind the chosen prefix differs, so that the longer ones do not contain it.
            int bit = chosen == 2 ? 0 : Integer.MIN_VALUE >>> lengths.get(chosen);
            t.put(Scene.PEER_PORT, PORT);
            t.put(new Target(links.get(chosen) + 1));
            t.put("destination", new Ipv4Address(inner.bits() ^ bit));
            router(t, List.of(ETHERNET, ETHERNET, ETHERNET, ETHERNET), table);
        });
    }

    @When("the first peer sends any datagram to any address that is in the table")
    public void sendsIntoTheTable() {
        trials.act(t -> send(t, packet(t, t.the("destination", Ipv4Address.class), Any.data(0, 1400))));
    }

    @When("the first peer sends the second any datagram")
    public void sends() {
        trials.act(t -> send(t, packet(t, second(t), Any.data(0, 1400))));
        trials.act(t -> t.put(new Target(1)));
    }

    @When("the first peer sends the second a datagram with any data and any Time to Live below two")
    public void sendsOld() {
        trials.act(t -> send(
                t,
                packet(t, second(t), Any.data(0, 1400))
                        .withTimeToLive(t.draw("the Time to Live", Arbitraries.of(1, 0)))));
    }

    @When("the first peer sends the second any datagram that is too large for that link")
    public void sendsLarge() {
        trials.act(t -> send(t, tooLarge(t)));
    }

    @When("the first peer sends the second any datagram that is too large for that link, and must not be cut")
    public void sendsUncuttable() {
        trials.act(t -> send(t, tooLarge(t).withDontFragment(true)));
    }

    @When("the first peer sends any datagram to any address that is not in the table")
    public void sendsNowhere() {
        trials.act(t -> send(t, packet(t, t.draw("the destination", AnyNetwork.hostAddress()), Any.data(0, 1400))));
    }

    @Then("exactly the peer that the longest prefix leads to receives it, older and otherwise the same")
    @Then("exactly the second peer receives it, older and otherwise the same")
    public void handedOn() {
        trials.await(t -> {
            Ipv4Packet sent = t.the(SENT, Ipv4Packet.class);
            int target = t.the(Target.class).peer();
            return new Arrives(
                    Scene.lab(t).peer(target).reader(packet -> true),
                    "the packet, at peer " + (target + 1) + ", with a Time to Live of less than " + sent.timeToLive(),
                    packet -> Packets.verdict(handedOnWrongly(packet, sent)),
                    a -> {});
        });
        trials.await(t -> nobodyElse(t, t.the(Target.class).peer()));
    }

    @Then("the second peer receives pieces that make it whole")
    public void wholeAgain() {
        trials.await(t -> {
            Octets payload = t.the(SENT, Ipv4Packet.class).payload();
            Peer second = Scene.lab(t).peer(1);
            return Becomes.becomesTrue(
                    "the second peer receives pieces that fit its link and make the datagram whole",
                    () -> second.arrivals().stream()
                            .flatMap(packet -> packet.ip().stream())
                            .anyMatch(ip -> !ip.isFragment() && ip.payload().equals(payload)),
                    () -> second.arrivals().isEmpty()
                            ? "nothing"
                            : second.arrivals().toString());
        });
    }

    @Then("the second peer receives nothing")
    @Then("no other peer receives anything")
    public void nothing() {
        trials.await(t -> nobodyElse(t, 0));
    }

    @Then("the first peer is told that the packet's time was exceeded")
    public void timeExceeded() {
        told(
                "an ICMP message: time exceeded in transit",
                message -> message instanceof TimeExceeded exceeded && exceeded.code() == TimeExceeded.IN_TRANSIT);
    }

    @Then("the first peer is told which size would fit")
    public void fragmentationNeeded() {
        trials.await(t -> told(
                t,
                "an ICMP message: fragmentation needed, next-hop MTU " + t.the(NEXT_MTU, Integer.class),
                message -> message instanceof DestinationUnreachable unreachable
                        && unreachable.code() == DestinationUnreachable.FRAGMENTATION_NEEDED
                        && unreachable.nextHopMtu() == t.the(NEXT_MTU, Integer.class)));
    }

    @Then("the first peer is told that there is no way")
    public void noWay() {
        Set<Integer> codes = Set.of(DestinationUnreachable.NETWORK, DestinationUnreachable.HOST);
        told(
                "an ICMP message: network unreachable, or host unreachable",
                message -> message instanceof DestinationUnreachable unreachable && codes.contains(unreachable.code()));
    }

    private void told(String expected, Predicate<IcmpMessage> right) {
        trials.await(t -> told(t, expected, right));
    }

    private static Expectation told(Trial t, String expected, Predicate<IcmpMessage> right) {
        return new Arrives(
                Scene.peer(t).reader(packet -> true),
                expected,
                packet -> packet.icmp().filter(right).isPresent()
                        ? Judgement.accepted()
                        : Judgement.wrong("the first peer was told something else"),
                a -> {});
    }

    private static void router(Trial t, List<Integer> mtus, Map<Ipv4Prefix, Integer> table) {
        Scene.lab(t).router(mtus, table);
        for (int peer = 0; peer < mtus.size(); peer++) {
            Scene.lab(t).peer(peer);
        }
    }

    private static Ipv4Address second(Trial t) {
        return Scene.lab(t).peer(1).address();
    }

    private static Ipv4Packet tooLarge(Trial t) {
        int mtu = t.the(NEXT_MTU, Integer.class);
        return packet(t, second(t), Any.data(mtu - 27, ETHERNET - 28));
    }

    private static Ipv4Packet packet(Trial t, Ipv4Address destination, Arbitrary<Octets> data) {
        Peer first = Scene.peer(t);
        UdpDatagram udp = new UdpDatagram(PORT, PORT, t.draw(Datagrams.DATA, data));
        return Ipv4Packet.of(first.address(), destination, IpProtocol.UDP, udp.encode(first.address(), destination))
                .withIdentification(7);
    }

    private static void send(Trial t, Ipv4Packet packet) {
        t.put(SENT, packet);
        Scene.peer(t).send(packet.encode());
    }

    private static List<String> handedOnWrongly(Packet arrived, Ipv4Packet sent) {
        Ipv4Packet ip = arrived.ip().orElseThrow();
        List<String> wrong = new ArrayList<>();
        if (ip.timeToLive() >= sent.timeToLive()) {
            wrong.add("its Time to Live is " + ip.timeToLive() + ", and it was sent with " + sent.timeToLive());
        }
        if (!ip.withTimeToLive(sent.timeToLive()).equals(sent)) {
            wrong.add("it is not the packet that was sent");
        }
        return wrong;
    }

    /** No peer but the first and {@code target} receives anything. */
    private static Expectation nobodyElse(Trial t, int target) {
        return Becomes.staysUntrue(
                "no other peer receives anything",
                () -> wronglyServed(t, target).isPresent(),
                () -> "peer " + (wronglyServed(t, target).orElse(0) + 1) + " received the packet");
    }

    private static Optional<Integer> wronglyServed(Trial t, int target) {
        for (int peer = 1; peer < Scene.endpoint(t).links().size(); peer++) {
            if (peer != target && !Scene.lab(t).peer(peer).arrivals().isEmpty()) {
                return Optional.of(peer);
            }
        }
        return Optional.empty();
    }

    /** Three lengths, each longer than the one before. */
    private static Arbitrary<List<Integer>> lengths() {
        return Arbitraries.integers()
                .between(8, 32)
                .set()
                .ofSize(3)
                .map(lengths -> lengths.stream().sorted().toList());
    }

    /** In 10.0.0.0/8, which nobody has: RFC 1918 section 3. */
    private static Arbitrary<Ipv4Address> inner() {
        return Arbitraries.integers().between(1, 0xfffffe).map(Ipv4Address.parse("10.0.0.0")::plus);
    }
}
