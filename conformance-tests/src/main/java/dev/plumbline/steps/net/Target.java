package dev.plumbline.steps.net;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyNetwork;

/** Where the first peer sends something through the router. */
public enum Target {
    SECOND("the second") {
        @Override
        Ipv4Address address(Trial t) {
            return Scene.lab(t).peer(1).address();
        }
    },
    IN_THE_TABLE("any address in its table") {
        @Override
        Ipv4Address address(Trial t) {
            return RouterScene.of(t).inTheTable();
        }
    },
    NOWHERE("any address that is not in its table") {
        @Override
        Ipv4Address address(Trial t) {
            return t.draw("the destination", AnyNetwork.hostAddress());
        }
    };

    private final String words;

    Target(String words) {
        this.words = words;
    }

    abstract Ipv4Address address(Trial t);

    @Override
    public String toString() {
        return words;
    }
}
