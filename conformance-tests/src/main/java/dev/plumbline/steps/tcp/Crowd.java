package dev.plumbline.steps.tcp;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.Optional;

/** More clients at once than a server has places for (RFC 4987 section 2). */
final class Crowd {
    private static final int FIRST_PORT = 20_000;
    private static final int HUNDREDS = 200;
    private static final int NUMBERS_APART = 1 << 20;
    /** Whoever wants in asks again after so long; for this long, if need be. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration HOURS = Duration.ofHours(2);

    private final Trial trial;
    private final SocketAddress server;
    private int come;

    private Crowd(Trial trial) {
        this.trial = trial;
        this.server = Scene.connection(trial).remote();
    }

    static Crowd of(Trial t) {
        return t.maybe(Crowd.class).orElseGet(() -> t.put(new Crowd(t)));
    }

    /** Hundreds of strangers ask, and never say a word again. */
    void floods() {
        for (int i = 0; i < HUNDREDS; i++) {
            PeerConnection stranger = next();
            stranger.send(stranger.syn());
        }
    }

    /** After them comes one who means it, and asks until it is answered. */
    Expectation letsIn() {
        PeerConnection client = next();
        asksUntilAnswered(client);
        Scene.peer(trial)
                .onArrival(packet -> acceptance(packet, client).ifPresent(synAck -> {
                    client.synArrived(synAck);
                    client.acknowledge();
                }));
        return Becomes.becomesTrue(
                        "a client that asks every ten seconds gets its connection",
                        () -> application(client).isPresent(),
                        () -> "it was " + (client.hasSyn() ? "answered, but has no connection" : "never answered"))
                .within(HOURS);
    }

    private void asksUntilAnswered(PeerConnection client) {
        if (!client.hasSyn()) {
            client.send(client.syn());
            trial.later(PATIENCE, () -> asksUntilAnswered(client));
        }
    }

    private Optional<TcpApplication> application(PeerConnection client) {
        return trial.the(ServerApplication.class).connectionWith(client.local());
    }

    private static Optional<TcpSegment> mine(Packet packet, PeerConnection client) {
        return packet.tcp()
                .filter(s -> s.destinationPort().equals(client.local().port()));
    }

    private static Optional<TcpSegment> acceptance(Packet packet, PeerConnection client) {
        return mine(packet, client)
                .filter(s -> s.has(TcpFlag.SYN) && s.has(TcpFlag.ACK) && !client.hasSyn())
                .filter(s -> s.ack().equals(client.iss().plus(1)));
    }

    /** A client at a port of its own, which the scenario's other connection does not have. */
    private PeerConnection next() {
        Port taken = Scene.connection(trial).local().port();
        come++;
        int number = FIRST_PORT + come;
        Port port = Port.of(number >= taken.number() ? number + 1 : number);
        return new PeerConnection(
                Scene.peer(trial), Scene.peer(trial).at(port), server, SeqNumber.of((long) NUMBERS_APART * come));
    }
}
