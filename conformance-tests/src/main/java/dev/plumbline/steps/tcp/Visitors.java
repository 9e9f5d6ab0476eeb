package dev.plumbline.steps.tcp;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Peer;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.Retold;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.Streams;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Clients at the other end that connect to the same port of the endpoint (RFC 9293 section 3.3.1). */
final class Visitors {
    /** So many come at most. */
    static final int MOST = NumberHabit.ENOUGH;

    private record Visitor(String name, PeerConnection connection) {}

    private final List<Visitor> visitors = new ArrayList<>();
    private final List<Octets> sent = new ArrayList<>();

    static Visitors of(Trial t) {
        return t.maybe(Visitors.class).orElseGet(() -> t.put(new Visitors()));
    }

    /** One more, at this host and port; the trial's connection is from now on that one. */
    void arrive(Trial t, String name, Peer host, Port port) {
        String isn = visitors.isEmpty() ? Scene.PEER_ISN : name + "'s initial sequence number";
        visitors.add(new Visitor(
                name,
                t.put(new PeerConnection(
                        host, host.at(port), Scene.endpointSocket(t), t.draw(isn, Any.sequenceNumber())))));
        sent.add(Octets.empty());
    }

    /** The visitor with this number, counted from 0, connects as far as there is one. */
    static void connect(Trials trials, int number) {
        trials.act(t -> of(t).at(number)
                .ifPresent(v -> v.connection().send(v.connection().syn())));
        trials.await(t -> of(t).about(number, v -> Handshake.synAck(v.connection(), s -> {})));
        trials.act(t -> of(t).at(number).ifPresent(v -> v.connection().acknowledge()));
        trials.await(t -> of(t).about(number, v -> Handshake.accepted(t, v.connection())));
    }

    private Optional<Visitor> at(int number) {
        return number < visitors.size() ? Optional.of(visitors.get(number)) : Optional.empty();
    }

    private Expectation about(int number, java.util.function.Function<Visitor, Expectation> expectation) {
        return at(number)
                .map(v -> (Expectation)
                        Retold.about(v.name() + ", at " + v.connection().local(), expectation.apply(v)))
                .orElse(Expectation.NOTHING);
    }

    /** Each sends data of its own. */
    void sendInAnyOrder(Trial t) {
        for (int number : t.draw("who sends first", Any.order(visitors.size()))) {
            Visitor visitor = visitors.get(number);
            Octets drawn = t.draw("the data of " + visitor.name(), Any.data(1, 1000));
            Octets data = visitor.connection().fitting(drawn, 0);
            sent.set(number, data);
            visitor.connection().sendData(data);
        }
    }

    /** What the visitor with this number has sent arrives on its own connection. */
    Expectation received(Trial t, int number) {
        return about(number, v -> {
            Octets data = sent.get(number);
            Optional<TcpApplication> own =
                    t.the(ServerApplication.class).connectionWith(v.connection().local());
            return Becomes.becomesTrue(
                    "what it sent arrives on its own connection",
                    () -> own.filter(c -> c.received().equals(data)).isPresent(),
                    () -> Streams.difference(
                            data, own.map(TcpApplication::received).orElse(Octets.empty())));
        });
    }
}
