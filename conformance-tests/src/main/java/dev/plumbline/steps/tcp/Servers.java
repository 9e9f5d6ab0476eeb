package dev.plumbline.steps.tcp;

import dev.plumbline.steps.Scene;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import java.util.Collections;
import java.util.List;

/** Which of the peer's ports clients of the endpoint connect to. */
public enum Servers {
    /** The same for all of them. */
    ONE("any port") {
        @Override
        List<SocketAddress> draw(Trial t, int clients) {
            return Collections.nCopies(clients, Scene.peer(t).at(Scene.drawPeerPort(t)));
        }
    },
    /** Another for each of them. */
    EACH_ANOTHER("another port each") {
        @Override
        List<SocketAddress> draw(Trial t, int clients) {
            return t.draw("the peer's ports", Any.ports(clients, clients)).stream()
                    .map(port -> Scene.peer(t).at(port))
                    .toList();
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "any port|another port each";

    private final String words;

    Servers(String words) {
        this.words = words;
    }

    /** One for each client. */
    abstract List<SocketAddress> draw(Trial t, int clients);

    @Override
    public String toString() {
        return words;
    }
}
