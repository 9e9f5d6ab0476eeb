package dev.plumbline.steps.udp;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Peer;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;

/** More pieces than a host has room for (RFC 1122 section 3.3.2): what they take, they give back. */
public final class PieceSteps {
    private static final int HUNDREDS = 400;
    private static final int EIGHTS = 512;
    private static final Octets WHOLE = Octets.ofText("whole in spite of all the pieces that are not");
    private static final int CUT = 24;
    private static final Duration AGAIN = Duration.ofSeconds(10);
    /** Whoever has no room for it now must have some when the time for the other pieces is over. */
    private static final Duration MINUTES = Duration.ofMinutes(5);

    private final Trials trials;

    /** For Cucumber. */
    public PieceSteps(Trials trials) {
        this.trials = trials;
    }

    @When("the peer sends the first piece of hundreds of datagrams, and nothing more of them")
    public void flood() {
        trials.act(t -> {
            Octets piece = datagram(t, Octets.wrap(new byte[EIGHTS])).slice(0, EIGHTS);
            for (int i = 0; i < HUNDREDS; i++) {
                Ipv4Packet packet = Scene.peer(t).packet(IpProtocol.UDP, piece);
                Scene.peer(t).send(packet.withFragment(0, true, piece).encode());
            }
        });
    }

    @Then("a datagram in two pieces, sent again and again, still reaches {inbox}")
    public void stillReaches(Inbox inbox) {
        trials.act(t -> sendUntilThere(t, inbox));
        trials.await(t -> Becomes.becomesTrue(
                        inbox + " receives a datagram that comes in two pieces, every ten seconds for five minutes",
                        () -> inbox.received(t).contains(WHOLE),
                        () -> "nothing of the kind")
                .within(MINUTES));
    }

    private static void sendUntilThere(Trial t, Inbox inbox) {
        if (!inbox.received(t).contains(WHOLE)) {
            Peer peer = Scene.peer(t);
            Octets udp = datagram(t, WHOLE);
            Ipv4Packet whole = peer.packet(IpProtocol.UDP, udp);
            peer.send(whole.withFragment(0, true, udp.slice(0, CUT)).encode());
            peer.send(whole.withFragment(CUT, false, udp.from(CUT)).encode());
            t.later(AGAIN, () -> sendUntilThere(t, inbox));
        }
    }

    private static Octets datagram(Trial t, Octets data) {
        Peer peer = Scene.peer(t);
        return new UdpDatagram(UdpScene.peerPort(t), Scene.endpointPort(t), data)
                .encode(peer.address(), peer.endpoint());
    }
}
