package dev.plumbline.steps;

import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Lab;
import dev.plumbline.peer.Peer;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Several hosts at the other end, each with data of its own at one port. */
final class SeveralPeers {
    private final List<Peer> peers;
    private final Port port;

    SeveralPeers(Lab lab, int count, Port port) {
        this.peers = IntStream.range(0, count).mapToObj(lab::peer).toList();
        this.port = port;
    }

    /** Something is done with each of them and its data. */
    void inAnyOrder(Trial t, BiConsumer<Peer, Octets> action) {
        t.draw("the order of the peers", Any.order(peers.size()))
                .forEach(number -> action.accept(peers.get(number), own(number)));
    }

    /** Each has received its data once, and nothing else. */
    Expectation haveExactlyTheirOwn() {
        return Becomes.becomesTrue(
                "each of the " + peers.size() + " hosts receives exactly its own data",
                () -> IntStream.range(0, peers.size()).allMatch(this::isRight),
                () -> IntStream.range(0, peers.size())
                        .filter(number -> !isRight(number))
                        .mapToObj(number -> "the host with the address "
                                + peers.get(number).address() + " received "
                                + Streams.words(peers.get(number).udpData(port)))
                        .collect(Collectors.joining("; ")));
    }

    private boolean isRight(int number) {
        return peers.get(number).udpData(port).equals(List.of(own(number)));
    }

    private static Octets own(int number) {
        return Octets.ofText("the data of peer " + (number + 1));
    }
}
