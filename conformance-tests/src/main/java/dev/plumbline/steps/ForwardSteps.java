package dev.plumbline.steps;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Peer;
import dev.plumbline.spi.Link;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What a router does with pieces of datagrams (RFC 791 section 3.2), and with packets that are old (RFC 791 section 3.1). */
public final class ForwardSteps {
    private static final Port PORT = Port.of(4000);
    private static final int BLOCK = 8;
    /** Two pieces of at most 1480 octets of payload each, however the eights fall: what an Ethernet takes. */
    private static final int TWO_PIECES = 2938;

    private final Trials trials;

    /** For Cucumber. */
    public ForwardSteps(Trials trials) {
        this.trials = trials;
    }

    /** What the first peer has sent. */
    private record Sent(Ipv4Packet whole, List<Ipv4Packet> pieces) {}

    @When("the first peer sends the second a datagram with any data and a Time to Live of two")
    public void sendsWithTwoHops() {
        trials.act(t -> send(t, whole(t, Any.data(0, 1400)).withTimeToLive(2), List.of()));
    }

    @When("the first peer sends the second a datagram with any data in any pieces")
    public void sendsPieces() {
        trials.act(t -> {
            List<Integer> sizes = t.draw(
                    "the sizes of the pieces, in eights of octets",
                    Arbitraries.integers().between(1, 100).list().ofMinSize(1).ofMaxSize(7));
            send(t, whole(t, Any.data(1, 1400)), sizes);
        });
    }

    @When(
            "the first peer sends the second a datagram with any data in two pieces that are both too large for that link")
    public void sendsLargePieces() {
        trials.act(t -> {
            Ipv4Packet whole = whole(t, Any.data(2 * secondLink(t).mtu() - 30, TWO_PIECES));
            send(t, whole, List.of(whole.payload().length() / 2 / BLOCK));
        });
    }

    @Then("the second peer receives each of the pieces, older and otherwise the same")
    public void eachPiece() {
        trials.await(t -> {
            List<Ipv4Packet> pieces = t.the(Sent.class).pieces();
            return Becomes.becomesTrue(
                    "the second peer receives each of the " + pieces.size()
                            + " pieces as it is, but with a lower Time to Live: they fit its link",
                    () -> younger(arrived(t)).equals(younger(pieces)),
                    () -> arrivals(t));
        });
    }

    @Then("the second peer receives pieces of these pieces, which make the datagram whole")
    public void wholeAgain() {
        trials.await(t -> {
            Octets payload = t.the(Sent.class).whole().payload();
            return Becomes.becomesTrue(
                    "the second peer receives pieces that fit its link, each with its place in the whole datagram of "
                            + payload.length() + " octets, and all but the very last with More Fragments",
                    () -> packets(t)
                            .anyMatch(ip -> !ip.isFragment() && ip.payload().equals(payload)),
                    () -> arrivals(t));
        });
    }

    @Then("the second peer receives it with a Time to Live of one, and otherwise the same")
    public void withOneHop() {
        trials.await(t -> {
            Ipv4Packet aged = t.the(Sent.class).whole().withTimeToLive(1);
            return Becomes.becomesTrue(
                    "the second peer receives the packet with a Time to Live of 1: it came with 2, and only 0 is the end",
                    () -> packets(t).toList().equals(List.of(aged)),
                    () -> arrivals(t));
        });
    }

    private static Ipv4Packet whole(Trial t, Arbitrary<Octets> data) {
        Peer first = Scene.peer(t);
        UdpDatagram udp = new UdpDatagram(PORT, PORT, t.draw(Datagrams.DATA, data));
        return Ipv4Packet.of(
                        first.address(),
                        second(t).address(),
                        IpProtocol.UDP,
                        udp.encode(first.address(), second(t).address()))
                .withIdentification(7);
    }

    private static void send(Trial t, Ipv4Packet whole, List<Integer> sizes) {
        Sent sent = t.put(new Sent(whole, sizes.isEmpty() ? List.of(whole) : Pieces.cut(whole, sizes)));
        sent.pieces().forEach(piece -> Scene.peer(t).send(piece.encode()));
    }

    private static Peer second(Trial t) {
        return Scene.lab(t).peer(1);
    }

    private static Link secondLink(Trial t) {
        return Scene.endpoint(t).links().get(1);
    }

    private static Stream<Ipv4Packet> packets(Trial t) {
        return second(t).arrivals().stream().flatMap(packet -> packet.ip().stream());
    }

    /** What came over the wire: the whole that the pieces make is the peer's own work. */
    private static List<Ipv4Packet> arrived(Trial t) {
        return packets(t).filter(Ipv4Packet::isFragment).toList();
    }

    /** All with the same Time to Live, in the order of the datagram: pieces may overtake each other. */
    private static List<Octets> younger(List<Ipv4Packet> pieces) {
        return pieces.stream()
                .map(piece -> piece.withTimeToLive(64))
                .sorted(Comparator.comparingInt(Ipv4Packet::fragmentOffset))
                .map(Ipv4Packet::encode)
                .toList();
    }

    private static String arrivals(Trial t) {
        List<Packet> arrivals = second(t).arrivals();
        return arrivals.isEmpty() ? "nothing" : arrivals.toString();
    }
}
