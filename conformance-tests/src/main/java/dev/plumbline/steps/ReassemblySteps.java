package dev.plumbline.steps;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Judgement;
import dev.plumbline.peer.Pause;
import dev.plumbline.peer.Peer;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;

/** A datagram whose pieces do not all come in time (RFC 1122 section 3.3.2). */
public final class ReassemblySteps {
    private static final String SECOND_PIECE = "the second piece";
    private static final String SECONDS = "the seconds between the two";
    /** Recommended are 60 to 120 seconds; how many more are too many, nobody says. */
    private static final Duration MINUTES = Duration.ofMinutes(10);
    /** Of a minute so much is left that a stack which counts whole seconds is not blamed. */
    private static final int LATEST = 58;
    /** Whatever is drawn, two pieces of eights fill more than this. */
    private static final int LEAST = 24;
    /** What every host must be able to put together. */
    private static final int MOST = Ipv4Packet.MIN_RECEIVABLE - Ipv4Packet.MIN_HEADER - UdpDatagram.HEADER;

    private final Trials trials;

    /** For Cucumber. */
    public ReassemblySteps(Trials trials) {
        this.trials = trials;
    }

    @When("the peer sends the first piece of any datagram, and for minutes nothing more of it")
    public void sendsFirstPiece() {
        trials.act(ReassemblySteps::sendFirst);
    }

    @When("the peer sends the first piece of any datagram, and the other one within a minute")
    public void sendsBothPieces() {
        trials.act(ReassemblySteps::sendFirst);
        trials.await(t -> new Pause(Duration.ofSeconds(t.draw(SECONDS, AnyPacket.count(LATEST)))));
        trials.act(ReassemblySteps::sendSecond);
    }

    @When("the peer sends the first piece of an ICMP error, and nothing more of it")
    public void sendsFirstPieceOfAnError() {
        trials.act(t -> {
            Peer peer = Scene.peer(t);
            Octets udp = new UdpDatagram(
                            Scene.drawEndpointPort(t),
                            t.draw(Scene.PEER_PORT, Any.port()),
                            t.draw("the data", Any.data(LEAST, MOST)))
                    .encode(peer.endpoint(), peer.address());
            Octets about = Ipv4Packet.of(peer.endpoint(), peer.address(), IpProtocol.UDP, udp)
                    .encode();
            sendFirst(t, IpProtocol.ICMP, new DestinationUnreachable(DestinationUnreachable.PORT, 0, about).encode());
        });
    }

    private static void sendFirst(Trial t) {
        Port port = Scene.drawEndpointPort(t);
        t.put(UdpApplication.open(Scene.endpoint(t), "the application", port));
        Peer peer = Scene.peer(t);
        UdpDatagram datagram = t.put(
                new UdpDatagram(t.draw(Scene.PEER_PORT, Any.port()), port, t.draw("the data", Any.data(LEAST, MOST))));
        sendFirst(t, IpProtocol.UDP, datagram.encode(peer.address(), peer.endpoint()));
    }

    private static void sendFirst(Trial t, IpProtocol protocol, Octets payload) {
        int cut = 8
                * t.draw(
                        "the first piece has so many eights",
                        Arbitraries.integers().between(1, payload.length() / 8 - 1));
        Ipv4Packet whole = Scene.peer(t).packet(protocol, payload);
        t.put(SECOND_PIECE, whole.withFragment(cut, false, payload.from(cut)));
        Scene.peer(t).send(whole.withFragment(0, true, payload.slice(0, cut)).encode());
    }

    @Then("the endpoint reports that the time for the pieces is over")
    public void reports() {
        trials.await(t -> new Arrives(
                Scene.peer(t).everything(),
                "an ICMP message that says Time Exceeded, code 1: not all pieces came in time",
                ReassemblySteps::judge,
                arrival -> {},
                MINUTES));
    }

    @Then("the piece that comes then makes nothing whole")
    public void completesNothing() {
        trials.act(ReassemblySteps::sendSecond);
        trials.await(ReassemblySteps::nothingWhole);
    }

    @Then("the datagram reaches the endpoint's application")
    public void reachesTheApplication() {
        trials.await(t -> Becomes.becomesTrue(
                "the datagram reaches the application",
                () -> t.the(UdpApplication.class)
                        .data()
                        .equals(List.of(t.the(UdpDatagram.class).payload())),
                () -> "the application received " + t.the(UdpApplication.class).count() + " datagrams"));
    }

    private static void sendSecond(Trial t) {
        Scene.peer(t).send(t.the(SECOND_PIECE, Ipv4Packet.class).encode());
    }

    private static Becomes nothingWhole(Trial t) {
        return Becomes.staysUntrue(
                "nothing of the datagram reaches the application",
                () -> t.the(UdpApplication.class).count() > 0,
                () -> "the application received the datagram, although the endpoint had given it up");
    }

    private static Judgement judge(Packet arrival) {
        return arrival.icmp()
                        .filter(message ->
                                message instanceof TimeExceeded exceeded && exceeded.code() == TimeExceeded.REASSEMBLY)
                        .isPresent()
                ? Judgement.accepted()
                : Judgement.wrong("the endpoint sent something else");
    }
}
