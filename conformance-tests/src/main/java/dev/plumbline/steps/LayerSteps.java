package dev.plumbline.steps;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Segments that are damaged on their way (RFC 9293 section 3.1). */
public final class LayerSteps {
    private static final int IP_HEADER = Ipv4Packet.MIN_HEADER;
    private static final String DATA = "the data";
    private static final String HEARD = "what the application had heard before";

    private final Trials trials;

    /** For Cucumber. */
    public LayerSteps(Trials trials) {
        this.trials = trials;
    }

    @When("the peer sends any data in a segment with one bit turned over")
    public void damagedSegment() {
        trials.act(t -> {
            PeerConnection connection = Scene.connection(t);
            Octets data = t.put(DATA, t.draw(DATA, Any.data(1, 1000)));
            TcpSegment segment =
                    connection.next().flag(TcpFlag.PSH).payload(data).build();
            Octets packet = connection.packet(segment).encode();
            int bit = t.draw(
                    "the bit that is turned over, from the start of the segment",
                    AnyPacket.number((packet.length() - IP_HEADER) * 8));
            t.put(HEARD, Scene.received(t).length());
            Scene.peer(t).send(turned(packet, IP_HEADER * 8 + bit));
        });
    }

    @Then("the endpoint's application hears nothing of it")
    public void hearsNothing() {
        trials.await(t -> Becomes.staysUntrue(
                "the packet is dropped in silence",
                () -> Scene.received(t).length() != t.the(HEARD, Integer.class),
                () -> "the application received what had to be dropped: the TCP checksum does not fit"));
    }

    @Then("the same data sent again, intact, reaches the endpoint's application")
    public void intactSegmentArrives() {
        trials.act(t -> Streams.sendByPeer(t, t.the(DATA, Octets.class)));
        trials.await(Streams::receivedByEndpoint);
    }

    private static Octets turned(Octets octets, int bit) {
        byte[] copy = octets.toByteArray();
        copy[bit / 8] ^= (byte) (0x80 >>> bit % 8);
        return Octets.wrap(copy);
    }
}
