package dev.plumbline.steps;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Peer;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;

/** Datagrams in pieces (RFC 791 section 3.2, RFC 1122 section 3.3.2). */
public final class FragmentSteps {
    private static final String SIZES = "the sizes of the pieces, in eights of octets";
    private static final String FIRST_PIECE = "the piece with the ports";
    private static final String LARGE = "the large datagrams";
    private static final int LONGEST = 3000;

    private final Trials trials;

    /** For Cucumber. */
    public FragmentSteps(Trials trials) {
        this.trials = trials;
    }

    @When("the peer sends any datagram, however large, to that port")
    public void sendsLarge() {
        trials.act(t -> Datagrams.peerSends(t, t.draw(Datagrams.DATA, Any.data(0, 6000))));
    }

    @When("it sends several datagrams with any large data to the peer")
    public void sendsSeveralLarge() {
        trials.act(t -> {
            Port port = Scene.drawPeerPort(t);
            List<Octets> all = new ArrayList<>();
            for (int number = 1; number <= 3; number++) {
                Octets data = t.draw("the data of datagram " + number, Any.data(1500, LONGEST));
                all.add(data);
                t.the(UdpApplication.class).send(Scene.peer(t).at(port), data);
            }
            t.put(LARGE, all);
        });
    }

    @Then("the peer receives each of them whole")
    public void peerReceivesEachWhole() {
        trials.await(t -> Datagrams.peerReceives(t, t.the(Scene.PEER_PORT, Port.class), large(t)));
    }

    @SuppressWarnings("unchecked")
    private static List<Octets> large(Trial t) {
        return (List<Octets>) t.the(LARGE, List.class);
    }

    @When("a datagram with any data arrives in any pieces, in any order, some of them twice")
    public void inPieces() {
        trials.act(t -> {
            List<Ipv4Packet> pieces = pieces(t);
            Datagrams.note(t, t.the(Datagrams.DATA, Octets.class));
            Set<Integer> twice = t.draw("twice come the pieces numbered", Any.losses(3, pieces.size()));
            List<Integer> order = new ArrayList<>(t.draw("the order of the pieces", Any.order(pieces.size())));
            // What comes again after the last that was missing would be the start of another datagram.
            Integer last = order.get(order.size() - 1);
            twice.stream().filter(piece -> !piece.equals(last)).forEach(piece -> order.add(0, piece));
            order.forEach(piece -> Scene.peer(t).send(pieces.get(piece).encode()));
        });
    }

    @When("a datagram with any data arrives in any pieces but one, in any order")
    public void oneMissing() {
        trials.act(t -> {
            List<Ipv4Packet> pieces = pieces(t);
            int missing = t.draw(
                    "the piece that is missing",
                    Arbitraries.integers().between(0, pieces.size() - 1).shrinkTowards(0));
            t.draw("the order of the pieces", Any.order(pieces.size())).stream()
                    .filter(piece -> piece != missing)
                    .forEach(piece -> LayerSteps.arrive(t, pieces.get(piece).encode(), "a piece of it is missing"));
        });
    }

    @When("datagrams with any data arrive at the same time, each in any pieces, mixed in any order")
    public void mixed() {
        trials.act(t -> {
            Port from = t.put(Scene.PEER_PORT, t.draw(Scene.PEER_PORT, Any.port()));
            List<Ipv4Packet> all = new ArrayList<>();
            for (int number = 1; number <= 3; number++) {
                Octets data = t.draw("the data of datagram " + number, Any.data(1, LONGEST));
                Datagrams.note(t, data);
                String sizes = SIZES + ", of datagram " + number;
                all.addAll(Pieces.of(t, Scene.peer(t), from, Scene.endpointPort(t), data, sizes));
            }
            t.draw("the order of the pieces", Any.order(all.size()))
                    .forEach(piece -> Scene.peer(t).send(all.get(piece).encode()));
        });
    }

    @When("two peers each send a datagram with any data in any pieces, under the same number, mixed in any order")
    public void sameNumber() {
        trials.act(t -> {
            Port from = t.put(Scene.PEER_PORT, t.draw(Scene.PEER_PORT, Any.port()));
            List<Runnable> all = new ArrayList<>();
            for (int number = 0; number < 2; number++) {
                Peer peer = Scene.lab(t).peer(number);
                Octets data = Octets.ofText("from peer " + (number + 1) + ": ")
                        .plus(t.draw("the data of both", Any.data(1, LONGEST)));
                Datagrams.note(t, data);
                Pieces.of(t, peer, from, Scene.endpointPort(t), data, SIZES)
                        .forEach(piece -> all.add(
                                () -> peer.send(piece.withIdentification(77).encode())));
            }
            t.draw("the order of the pieces", Any.order(all.size()))
                    .forEach(piece -> all.get(piece).run());
        });
    }

    @Then("the endpoint's application receives each of them whole")
    public void eachWhole() {
        trials.await(t -> Datagrams.receivesInAnyOrder(t, Datagrams.sent(t)));
    }

    @When("the peer sends any number of datagrams, each in two pieces")
    public void manyInTwo() {
        trials.act(t -> {
            Port from = t.put(Scene.PEER_PORT, t.draw(Scene.PEER_PORT, Any.port()));
            Set<?> lost = t.the(Datagrams.LOST, Set.class);
            int count = t.draw("the number of datagrams", Arbitraries.integers().between(1, 4));
            for (int number = 0; number < count; number++) {
                Octets data = Octets.ofText("datagram number " + (number + 1));
                if (!lost.contains(2 * number) && !lost.contains(2 * number + 1)) {
                    Datagrams.note(t, data);
                }
                Pieces.cut(Pieces.whole(Scene.peer(t), from, Scene.endpointPort(t), data), List.of(2))
                        .forEach(piece -> Scene.peer(t).send(piece.encode()));
            }
        });
    }

    @Then("the endpoint's application receives exactly those of which no piece was lost")
    public void thoseThatAreWhole() {
        trials.await(t -> Datagrams.receives(t, Datagrams.sent(t)));
    }

    @When("the pieces without ports of a datagram for any of these ports arrive, in any order")
    public void withoutPorts() {
        trials.act(t -> {
            List<Port> ports = t.the(Applications.class).ports();
            Port to = t.draw("the port it is for", Arbitraries.of(ports));
            Octets data = t.put(Datagrams.DATA, t.draw(Datagrams.DATA, Any.data(1, LONGEST)));
            Port from = t.draw(Scene.PEER_PORT, Any.port());
            List<Ipv4Packet> pieces = Pieces.of(t, Scene.peer(t), from, to, data, SIZES);
            t.put(FIRST_PIECE, pieces.get(0));
            t.put(Scene.ENDPOINT_PORT, to);
            t.draw("the order of the other pieces", Any.order(pieces.size() - 1))
                    .forEach(piece -> Scene.peer(t).send(pieces.get(piece + 1).encode()));
        });
    }

    @Then("no application receives anything before the piece with the ports is there")
    public void nobodyReceives() {
        trials.await(t -> Becomes.staysUntrue(
                "nobody knows which application the pieces are for",
                () -> t.the(Applications.class).heard() > 0,
                () -> "an application received something, although the piece with the ports has not come"));
    }

    @Then("once it is there, only the application with that port receives the datagram")
    public void thenOneReceives() {
        trials.act(t -> {
            t.the(Applications.class).expect(Scene.endpointPort(t), Datagrams.data(t));
            Scene.peer(t).send(t.the(FIRST_PIECE, Ipv4Packet.class).encode());
        });
        trials.await(t -> t.the(Applications.class).haveExactlyTheirOwn());
    }

    /** The pieces of a datagram with any data, from any port of the peer to the endpoint's application. */
    private static List<Ipv4Packet> pieces(Trial t) {
        Port from = t.put(Scene.PEER_PORT, t.draw(Scene.PEER_PORT, Any.port()));
        Octets data = t.put(Datagrams.DATA, t.draw(Datagrams.DATA, Any.data(1, LONGEST)));
        return Pieces.of(t, Scene.peer(t), from, Scene.endpointPort(t), data, SIZES);
    }
}
