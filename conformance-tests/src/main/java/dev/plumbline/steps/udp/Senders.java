package dev.plumbline.steps.udp;

import dev.plumbline.peer.Peer;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import java.util.List;

/** Several hosts at the other end. */
public enum Senders {
    TWO("two peers") {
        @Override
        List<Peer> in(Trial t) {
            return List.of(Scene.lab(t).peer(0), Scene.lab(t).peer(1));
        }
    },
    /** As many as there are. */
    ALL("the peers, in any order,") {
        @Override
        List<Peer> in(Trial t) {
            List<Peer> peers = UdpScene.of(t).peers(t);
            return t.draw("the order of the peers", Any.order(peers.size())).stream()
                    .map(peers::get)
                    .toList();
        }
    };

    private final String words;

    Senders(String words) {
        this.words = words;
    }

    abstract List<Peer> in(Trial t);

    @Override
    public String toString() {
        return words;
    }
}
