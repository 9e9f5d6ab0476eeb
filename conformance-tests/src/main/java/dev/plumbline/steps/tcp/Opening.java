package dev.plumbline.steps.tcp;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.trial.Waits;
import dev.plumbline.values.Any;
import net.jqwik.api.Arbitrary;

/** The way into a connection on the peer's terms, whoever asks (RFC 9293 section 3.5). */
final class Opening {
    private Opening() {}

    /** The peer, played by hand, connects to a server of the endpoint. */
    static void byPeer(Trials trials, Terms terms) {
        trials.act(t -> {
            t.put(ServerApplication.listen(Scene.endpoint(t), Scene.drawEndpointPort(t)));
            PeerConnection connection = expectPeer(t, terms.iss());
            connection.send(terms.syn(t, connection));
        });
        trials.reach(Handshake::synAck);
        trials.reach(terms::agreed);
        trials.reach(terms::answered);
        trials.act(t -> {
            terms.insist(Scene.connection(t));
            Scene.connection(t).acknowledge();
        });
        trials.reach(Handshake::connected);
    }

    /** The peer may ask for a connection from now on. */
    static PeerConnection expectPeer(Trial t) {
        return expectPeer(t, Any.sequenceNumber());
    }

    private static PeerConnection expectPeer(Trial t, Arbitrary<dev.plumbline.tcp.SeqNumber> iss) {
        TcpScene.of(t).openedBy(true);
        return t.put(new PeerConnection(
                Scene.peer(t),
                Scene.peer(t).at(t.draw(Scene.PEER_PORT, Any.clientPort())),
                Scene.endpointSocket(t),
                t.draw(Scene.PEER_ISN, iss)));
    }

    /** The endpoint's application connects to a peer that is played by hand. */
    static void byEndpoint(Trials trials, Terms terms) {
        terms.prepare(trials);
        trials.act(t -> connect(t, Scene.peer(t).at(Scene.drawPeerPort(t))));
        trials.reach(t -> Handshake.syn(t, terms.iss()));
        trials.reach(terms::agreed);
        trials.act(t -> Scene.connection(t).send(terms.syn(t, Scene.connection(t))));
        trials.reach(Handshake::ackOfSyn);
        trials.reach(Handshake::connected);
    }

    /** Both ask at the same time, and each answers the other (RFC 9293 section 3.5, figure 7). */
    static void byBoth(Trials trials, Terms terms) {
        terms.prepare(trials);
        trials.act(t -> connect(t, Scene.peer(t).at(Scene.drawPeerPort(t))));
        trials.reach(t -> Handshake.syn(t, terms.iss()));
        trials.act(Handshake::cross);
        trials.reach(Handshake::synAck);
        trials.act(t -> Scene.connection(t).send(terms.syn(t, Scene.connection(t))));
        trials.reach(Handshake::connected);
    }

    private static void connect(Trial t, SocketAddress server) {
        t.put(TcpApplication.connect(
                Scene.endpoint(t), "the client", t.draw(Scene.ENDPOINT_PORT, Any.clientPort()), server));
    }

    /** The endpoint's application connects to one on another host, which has a whole stack. */
    static void toOtherHost(Trial t) {
        SocketAddress server = new SocketAddress(Scene.lab(t).peerStack().address(), Scene.drawPeerPort(t));
        t.put(new OtherHost(t.put(ServerApplication.listen(Scene.lab(t).peerStack(), server.port()))));
        connect(t, server);
    }

    /** The other way round. */
    static void fromOtherHost(Trial t) {
        ServerApplication server = t.put(ServerApplication.listen(Scene.endpoint(t), Scene.drawEndpointPort(t)));
        t.put(TcpApplication.connect(
                Scene.lab(t).peerStack(), "the client", t.draw(Scene.PEER_PORT, Any.clientPort()), server.local()));
    }

    /** Client and server are told, however long it takes. */
    static Expectation bothConnected(Trial t) {
        return Becomes.becomesTrue(
                        "the client and the server are told that they are connected",
                        () -> t.the(TcpApplication.class).isConnected()
                                && t.the(ServerApplication.class).connections().size() == 1,
                        () -> "the client was told "
                                + (t.the(TcpApplication.class).isConnected() ? "so" : "nothing of the kind")
                                + ", the server "
                                + (t.the(ServerApplication.class).connections().isEmpty() ? "was not" : "too"))
                .unless(() -> t.the(TcpApplication.class).error().isPresent())
                .within(Waits.GIVING_UP);
    }
}
