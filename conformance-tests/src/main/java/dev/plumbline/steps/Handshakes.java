package dev.plumbline.steps;

import static dev.plumbline.peer.SegmentPattern.segment;
import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.FIN;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.SegmentPattern;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;

/** What is awaited in a handshake, each thing once: several steps say the same. */
public final class Handshakes {
    /** A request to connect, and nothing else (RFC 9293 section 3.10.1). */
    public static final SegmentPattern BARE_SYN =
            segment().with(SYN).without(ACK, RST, FIN).withoutData();

    private Handshakes() {}

    /** The endpoint's SYN to the peer's port; from then on there is a {@link PeerConnection}. */
    static Expectation synOfEndpoint(Trial t) {
        Port port = t.the(Scene.PEER_PORT, Port.class);
        return new Arrives(
                Scene.peer(t).tcp(port),
                BARE_SYN + ", to port " + port,
                arrival -> Packets.judge(arrival, BARE_SYN),
                arrival -> takeUp(t, arrival.tcp().orElseThrow()));
    }

    private static void takeUp(Trial t, TcpSegment syn) {
        PeerConnection connection = t.put(new PeerConnection(
                Scene.peer(t),
                Scene.peer(t).at(t.the(Scene.PEER_PORT, Port.class)),
                new SocketAddress(Scene.peer(t).endpoint(), syn.sourcePort()),
                t.draw(Scene.PEER_ISN, Any.sequenceNumber())));
        connection.synArrived(syn);
    }

    /** The peer sends a SYN to a server, from any port of a client. */
    public static void connect(Trial t, SocketAddress server) {
        PeerConnection connection = t.put(new PeerConnection(
                Scene.peer(t),
                Scene.peer(t).at(t.draw(Scene.PEER_PORT, Any.clientPort())),
                server,
                t.draw(Scene.PEER_ISN, Any.sequenceNumber())));
        connection.send(connection.syn());
    }

    /** The endpoint's SYN and ACK. */
    public static Expectation synAck(Trial t) {
        return synAck(Scene.connection(t));
    }

    /** The same for one of several connections; one that has sent a SYN before keeps its number (RFC 9293 section 3.10.7.3). */
    static Expectation synAck(PeerConnection connection) {
        SegmentPattern pattern = segment()
                .with(SYN, ACK)
                .without(RST, FIN)
                .withoutData()
                .acknowledging(connection.iss().plus(1), "the peer's SYN, plus 1");
        return connection.expect(
                connection.hasSyn()
                        ? pattern.numbered(connection.irs(), "that of the SYN that the endpoint has sent before")
                        : pattern,
                connection::synArrived);
    }

    /** The endpoint's acknowledgment of the peer's SYN. */
    static Expectation ackOfSyn(Trial t) {
        PeerConnection connection = Scene.connection(t);
        SegmentPattern pattern = segment()
                .with(ACK)
                .without(SYN, RST, FIN)
                .numbered(connection.rcvNxt(), "the number after its own SYN")
                .acknowledging(connection.iss().plus(1), "the peer's SYN, plus 1");
        return connection.expect(pattern, s -> {});
    }

    /** The endpoint's client is told. */
    static Expectation connected(Trial t) {
        return Becomes.becomesTrue(
                "the endpoint's application is told that it is connected",
                () -> Scene.application(t).isConnected(),
                () -> "it was told nothing");
    }

    /** The endpoint's server is told. */
    public static Expectation accepted(Trial t) {
        return accepted(t, Scene.connection(t));
    }

    /** The same for one of several connections. */
    static Expectation accepted(Trial t, PeerConnection connection) {
        return Becomes.becomesTrue(
                "the endpoint's application gets the connection with " + connection.local(),
                () -> t.the(ServerApplication.class)
                        .connectionWith(connection.local())
                        .isPresent(),
                () -> "it was told nothing of it" + Streams.turningPoint(connection));
    }

    /**
     * The reset that answers a segment without a connection: what has no ACK to take a number from is acknowledged, what has one
     * is not (RFC 9293 section 3.10.7.1).
     */
    static SegmentPattern resetFor(TcpSegment stray) {
        SegmentPattern reset = segment().with(RST).without(SYN, FIN).withoutData();
        if (stray.has(ACK)) {
            return reset.without(ACK).numbered(stray.ack(), "the number that the segment acknowledged");
        }
        return reset.numbered(SeqNumber.ZERO, "as there was no ACK to take it from")
                .acknowledging(stray.end(), "the segment's number plus its length, SYN and FIN counted");
    }
}
