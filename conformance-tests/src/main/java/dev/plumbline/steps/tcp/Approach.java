package dev.plumbline.steps.tcp;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.Pause;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.trial.Waits;
import dev.plumbline.values.Any;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** The way into each state (RFC 9293 section 3.3.2), as far as an onlooker can walk it. */
final class Approach {
    private static final Arbitrary<Boolean> BY_PEER = Arbitraries.of(false, true);

    private final Trials trials;

    Approach(Trials trials) {
        this.trials = trials;
    }

    void closed() {
        trials.act(t -> connectionFromPeer(t, t.draw("the endpoint's port", Any.port())));
    }

    void listen() {
        trials.act(Approach::listen);
    }

    void synSent() {
        trials.act(Approach::connect);
        trials.reach(Handshake::syn);
    }

    void synReceivedPassive() {
        listen();
        trials.act(Approach::sendSyn);
        trials.reach(Handshake::synAck);
    }

    void synReceivedActive() {
        synSent();
        trials.act(Handshake::cross);
        trials.reach(Handshake::synAck);
    }

    void establishedActive() {
        open(t -> false);
    }

    void establishedPassive() {
        open(t -> true);
    }

    /** Where it does not matter who has asked. */
    private void established() {
        open(t -> t.draw("the peer has opened the connection", BY_PEER));
    }

    private void open(Predicate<Trial> byPeer) {
        trials.act(t -> {
            TcpScene.of(t).openedBy(byPeer.test(t));
            if (isPassive(t)) {
                listen(t);
                sendSyn(t);
            } else {
                connect(t);
            }
        });
        trials.reach(t -> isPassive(t) ? Handshake.synAck(t) : Handshake.syn(t));
        trials.act(t -> {
            if (isPassive(t)) {
                connection(t).acknowledge();
            } else {
                connection(t).send(connection(t).syn());
            }
        });
        trials.reach(t -> isPassive(t) ? Expectation.NOTHING : Handshake.ackOfSyn(t));
        trials.reach(Handshake::connected);
        trials.act(t -> TcpScene.of(t).acknowledgedUpTo(connection(t).rcvNxt()));
    }

    void finWait1() {
        established();
        close();
    }

    void finWait2() {
        finWait1();
        finAcknowledged();
    }

    private void finAcknowledged() {
        trials.act(t -> {
            connection(t).acknowledge();
            TcpScene.of(t).acknowledgedUpTo(connection(t).rcvNxt());
        });
        trials.reach(t -> new Pause(Waits.MOMENT));
    }

    void closeWait() {
        established();
        trials.act(t ->
                TcpScene.of(t).sendFin(connection(t).next().flag(TcpFlag.FIN).build()));
        trials.reach(Handshake::everythingAcknowledged);
        trials.reach(Handshake::toldOfEnd);
    }

    void closing() {
        finWait1();
        trials.act(t -> TcpScene.of(t)
                .sendFin(connection(t)
                        .next()
                        .flag(TcpFlag.FIN)
                        .ackNumber(TcpScene.of(t).fin())
                        .build()));
        trials.reach(Handshake::everythingAcknowledged);
        trials.reach(Handshake::toldOfEnd);
    }

    void lastAck() {
        closeWait();
        close();
    }

    void timeWait() {
        finWait2();
        peerCloses();
    }

    void timeWaitPassive() {
        establishedPassive();
        close();
        finAcknowledged();
        peerCloses();
    }

    private void peerCloses() {
        trials.act(t ->
                TcpScene.of(t).sendFin(connection(t).next().flag(TcpFlag.FIN).build()));
        trials.reach(Handshake::everythingAcknowledged);
        trials.reach(Handshake::toldOfEnd);
    }

    private void close() {
        trials.act(t -> TcpScene.of(t).application().close());
        trials.reach(Handshake::fin);
    }

    private static void listen(Trial t) {
        Port port = t.draw("the endpoint's port", Any.port());
        t.put(ServerApplication.listen(TcpScene.of(t).endpoint(), port));
        connectionFromPeer(t, port);
    }

    private static void connectionFromPeer(Trial t, Port endpointPort) {
        TcpScene scene = TcpScene.of(t);
        scene.openedBy(true);
        t.put(new PeerConnection(
                scene.peer(),
                scene.peer().at(t.draw("the peer's port", Any.clientPort())),
                new SocketAddress(scene.peer().endpoint(), endpointPort),
                t.draw("the peer's initial sequence number", Any.sequenceNumber())));
    }

    private static void connect(Trial t) {
        TcpScene scene = TcpScene.of(t);
        t.put(TcpApplication.connect(
                scene.endpoint(),
                "the client",
                t.draw("the endpoint's port", Any.clientPort()),
                scene.peer().at(t.draw("the peer's port", Any.port()))));
    }

    private static void sendSyn(Trial t) {
        connection(t).send(connection(t).syn());
    }

    private static boolean isPassive(Trial t) {
        return TcpScene.of(t).isPassive();
    }

    private static PeerConnection connection(Trial t) {
        return TcpScene.of(t).connection();
    }
}
