package dev.plumbline.steps.tcp;

import static dev.plumbline.peer.SegmentPattern.segment;
import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.FIN;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.Reader;
import dev.plumbline.peer.SegmentPattern;
import dev.plumbline.steps.Packets;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;

/** What is awaited on the way into and out of a connection (RFC 9293 sections 3.5 and 3.6), each thing once. */
public final class Handshake {
    /** A request to connect, and nothing else (RFC 9293 section 3.10.1). */
    public static final SegmentPattern BARE_SYN =
            segment().with(SYN).without(ACK, RST, FIN).withoutData();

    /** A request accepted, and another one. */
    static final SegmentPattern SYN_AND_ACK =
            segment().with(SYN, ACK).without(RST, FIN).withoutData();

    private Handshake() {}

    /** The endpoint's SYN to the peer's port; from then on there is a {@link PeerConnection}. */
    static Expectation syn(Trial t) {
        return syn(t, Any.sequenceNumber());
    }

    /** The same, where the peer's ISS is not just any. */
    static Expectation syn(Trial t, Arbitrary<SeqNumber> iss) {
        TcpScene scene = TcpScene.of(t);
        Port port = t.draw("the peer's port", Any.port());
        return new Arrives(
                t.maybe(Reader.class).orElseGet(() -> scene.peer().tcp(port)),
                BARE_SYN + ", to port " + port,
                arrival -> Packets.judge(arrival, BARE_SYN),
                arrival -> takeUp(t, port, arrival, iss));
    }

    private static void takeUp(Trial t, Port port, Packet arrival, Arbitrary<SeqNumber> iss) {
        TcpScene scene = TcpScene.of(t);
        TcpSegment syn = arrival.tcp().orElseThrow();
        PeerConnection connection = t.put(new PeerConnection(
                scene.peer(),
                scene.peer().at(port),
                new SocketAddress(arrival.ip().orElseThrow().source(), syn.sourcePort()),
                t.draw("the peer's initial sequence number", iss)));
        connection.synArrived(syn);
        connection.reader().skipAll();
        scene.acknowledgedUpTo(syn.seq());
    }

    /** The peer sends a SYN to a server, from any port of a client. */
    public static void connect(Trial t, SocketAddress server) {
        TcpScene scene = TcpScene.of(t);
        PeerConnection connection = t.put(new PeerConnection(
                scene.peer(),
                scene.peer().at(t.draw("the peer's port", Any.clientPort())),
                server,
                t.draw("the peer's initial sequence number", Any.sequenceNumber())));
        connection.send(connection.syn());
    }

    /** The peer asks, too, as if it had heard nothing of the endpoint's SYN yet (RFC 9293 section 3.5, figure 7). */
    static void cross(Trial t) {
        PeerConnection connection = TcpScene.of(t).connection();
        connection.send(connection.syn().toBuilder().flags(TcpFlags.of(SYN)).build());
    }

    /** The endpoint's SYN and ACK. */
    public static Expectation synAck(Trial t) {
        PeerConnection connection = TcpScene.of(t).connection();
        return synAck(connection, s -> TcpScene.of(t).acknowledgedUpTo(s.seq()));
    }

    /** The same for one of several connections. */
    static Expectation synAck(PeerConnection connection, Consumer<TcpSegment> then) {
        return connection.expect(SYN_AND_ACK.acknowledging(connection.iss().plus(1), "the peer's SYN, plus 1"), s -> {
            connection.synArrived(s);
            then.accept(s);
        });
    }

    /** The endpoint's server gets the connection, among others. */
    static Expectation accepted(Trial t, PeerConnection connection) {
        return Becomes.becomesTrue(
                "the endpoint's application gets the connection with " + connection.local(),
                () -> t.the(ServerApplication.class)
                        .connectionWith(connection.local())
                        .isPresent(),
                () -> "it was told nothing of it" + Hints.turningPoint(connection));
    }

    /** The endpoint's acknowledgment of the peer's SYN. */
    static Expectation ackOfSyn(Trial t) {
        PeerConnection connection = TcpScene.of(t).connection();
        return connection.expect(
                segment()
                        .with(ACK)
                        .without(SYN, RST, FIN)
                        .numbered(connection.rcvNxt(), "the number after its own SYN")
                        .acknowledging(connection.iss().plus(1), "the peer's SYN, plus 1"),
                s -> {});
    }

    /** The endpoint's application, client or server, is told. */
    public static Expectation connected(Trial t) {
        TcpScene scene = TcpScene.of(t);
        return Becomes.becomesTrue(
                "the endpoint's application is told that it is connected",
                () -> Hearsay.of(scene).connected(),
                () -> "it was told nothing of a connection with the peer" + Hints.turningPoint(t));
    }

    /** The endpoint's FIN, which the peer does not acknowledge yet. */
    static Expectation fin(Trial t) {
        TcpScene scene = TcpScene.of(t);
        PeerConnection connection = scene.connection();
        return connection.expect(
                segment()
                        .with(FIN, ACK)
                        .without(SYN, RST)
                        .and(
                                "at the end of its stream",
                                s -> s.end()
                                                .equals(connection
                                                        .irs()
                                                        .plus(2L + scene.sent().length()))
                                        ? Optional.empty()
                                        : Optional.of("it is somewhere else"))
                        .acknowledging(connection.sndNxt(), "everything that the peer has sent"),
                scene::finArrived);
    }

    /** All that the peer has sent, its FIN included. */
    static Expectation everythingAcknowledged(Trial t) {
        PeerConnection connection = TcpScene.of(t).connection();
        return connection.expect(
                segment().without(SYN, RST).acknowledging(connection.sndNxt(), "everything that the peer has sent"),
                s -> {});
    }

    static Expectation toldOfEnd(Trial t) {
        TcpScene scene = TcpScene.of(t);
        return Becomes.becomesTrue(
                "the endpoint's application is told that the peer has closed",
                () -> Hearsay.of(scene).peerClosed(),
                () -> "it was told nothing");
    }
}
