package dev.plumbline.steps.tcp;

import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import java.util.List;

/** Who connects to the port on which the endpoint's application listens. */
public enum Clients {
    /** One. */
    ONE("a client at the peer") {
        @Override
        void arrive(Trial t) {
            Visitors.of(t).arrive(t, "the client", Scene.peer(t), t.draw(Scene.PEER_PORT, Any.clientPort()));
        }
    },
    /** One more, after the connection with the first was closed. */
    ANOTHER("another client at the peer") {
        @Override
        void arrive(Trial t) {
            Port before = t.the(PeerConnection.class).local().port();
            Port port = t.draw("the second client's port", Any.clientPort().filter(p -> !p.equals(before)));
            Visitors.of(t)
                    .arrive(
                            t,
                            "the second client, after the connection with the first one was closed",
                            Scene.peer(t),
                            port);
        }
    },
    /** Two on one host. */
    TWO("two clients at the peer, from any two ports,") {
        @Override
        void arrive(Trial t) {
            List<Port> ports = List.copyOf(t.draw("the clients' ports", Any.ports(2, 2)));
            Visitors.of(t).arrive(t, "the first client", Scene.peer(t), ports.get(0));
            Visitors.of(t).arrive(t, SECOND, Scene.peer(t), ports.get(1));
        }
    },
    /** Two on two hosts. */
    TWO_HOSTS("two clients on two hosts, from any port, the same for both,") {
        @Override
        void arrive(Trial t) {
            Port port = t.draw("the clients' port", Any.clientPort());
            Visitors.of(t).arrive(t, "the first client", Scene.lab(t).peer(0), port);
            Visitors.of(t).arrive(t, SECOND, Scene.lab(t).peer(1), port);
        }
    },
    /** As many as it takes to say that their connections begin alike. */
    FIVE_HOSTS("five clients on five hosts, from any port, the same for all,") {
        @Override
        void arrive(Trial t) {
            Port port = t.draw("the clients' port", Any.clientPort());
            for (int number = 0; number < NumberHabit.ENOUGH; number++) {
                Visitors.of(t).arrive(t, "client " + (number + 1), Scene.lab(t).peer(number), port);
            }
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "a client at the peer|another client at the peer"
            + "|two clients at the peer, from any two ports,"
            + "|two clients on two hosts, from any port, the same for both,"
            + "|five clients on five hosts, from any port, the same for all,";

    private static final String SECOND = "the second client, while the first one is connected to the same port";

    private final String words;

    Clients(String words) {
        this.words = words;
    }

    /** They are there, and have not asked yet. */
    abstract void arrive(Trial t);

    @Override
    public String toString() {
        return words;
    }
}
