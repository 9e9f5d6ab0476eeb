package dev.plumbline.steps;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.peer.Peer;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Sizes at which cutting goes wrong easily, and numbers by which pieces are told apart (RFC 791 section 3.2). */
public final class SizeSteps {
    private static final int BLOCK = 8;
    private static final int MOST_PACKETS = 5;
    /** As a number of 16 bits it is negative; in a fragment offset it takes the field's first bit. */
    private static final int HALF = 32_768;

    private final Trials trials;

    /** For Cucumber. */
    public SizeSteps(Trials trials) {
        this.trials = trials;
    }

    @When("it sends data that fills any number of packets exactly to any port of the peer")
    public void fillsPackets() {
        trials.act(t -> {
            int packets = t.draw("the number of packets", Arbitraries.integers().between(2, MOST_PACKETS));
            int room = Scene.endpoint(t).links().get(0).mtu() - Ipv4Packet.MIN_HEADER;
            int payload = packets * (room / BLOCK * BLOCK);
            send(t, payload - UdpDatagram.HEADER);
        });
    }

    @When("it sends a little more or less than 32768 octets to any port of the peer")
    public void sendsHalf() {
        trials.act(t -> {
            int more = t.draw("more than 32768 by", Arbitraries.integers().between(-40, 3000));
            send(t, HALF + more);
        });
    }

    @When("a datagram and one of another protocol arrive in any pieces, under the same number, mixed in any order")
    public void sameNumber() {
        trials.act(t -> {
            Peer peer = Scene.peer(t);
            Octets data = t.draw(Datagrams.DATA, Any.data(1, 3000));
            Port from = t.put(Scene.PEER_PORT, t.draw(Scene.PEER_PORT, Any.port()));
            Datagrams.note(t, data);
            Ipv4Packet whole = Pieces.whole(peer, from, Scene.endpointPort(t), data);
            // 253 is for experiments: RFC 3692 section 2.1.
            Ipv4Packet stranger = peer.packet(
                            new IpProtocol(253),
                            Octets.ofText("of another protocol: ").plus(data))
                    .withIdentification(whole.identification());
            List<Integer> sizes = t.draw("the sizes of the pieces, in eights of octets", sizes());
            List<Ipv4Packet> all = new ArrayList<>(Pieces.cut(whole, sizes));
            all.addAll(Pieces.cut(stranger, sizes));
            t.draw("the order of the pieces", Any.order(all.size()))
                    .forEach(piece -> peer.send(all.get(piece).encode()));
        });
    }

    private static Arbitrary<List<Integer>> sizes() {
        return Arbitraries.integers()
                .between(1, 100)
                .edgeCases(edges -> edges.filter(v -> false).add(1, 100))
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
    }

    private static void send(Trial t, int length) {
        Octets data = t.put(Datagrams.DATA, t.draw(Datagrams.DATA, Any.data(length, length)));
        t.the(UdpApplication.class).send(Scene.peer(t).at(Scene.drawPeerPort(t)), data);
    }
}
