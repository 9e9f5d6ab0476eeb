package dev.plumbline.steps.tcp;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyRoute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** By way of which gateways the peer's packets come (RFC 1122 section 3.2.1.8). */
public enum Track {
    /** As senders should write it. */
    ANY("any gateways"),
    /** The peer has found another way. */
    ANY_OTHER("any other gateways"),
    /** They come as packets usually do. */
    NONE("no more gateways") {
        @Override
        void begin(Trial t) {
            Scene.peer(t).comeWith(List.of());
        }
    },
    /** Some senders write themselves down as the first gateway; the way back does not go by them (case B). */
    AFTER_ITSELF("any gateways, its own address in front of them") {
        @Override
        SourceRoute recorded(Ipv4Address peer, SourceRoute come) {
            List<Ipv4Address> all = new ArrayList<>(List.of(peer));
            all.addAll(come.gateways());
            return new SourceRoute(come.strict(), all);
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "any gateways|any other gateways|no more gateways|any gateways, its own address in front of them";

    private static final String CHOSEN = "the endpoint's application has named its gateways";

    private final String words;

    Track(String words) {
        this.words = words;
    }

    /** The endpoint's application is about to name the gateways of its own segments. */
    static List<Ipv4Address> chosen(Trial t) {
        List<Ipv4Address> gateways = t.draw("the gateways", AnyRoute.gateways());
        t.put(CHOSEN, true);
        Mark.SOURCE_ROUTE.asked(t, RouteTaken.by(gateways, Scene.peer(t).address()));
        return gateways;
    }

    /** From now on the peer's packets come so; back it goes the other way round, unless the application has named its own gateways. */
    void begin(Trial t) {
        SourceRoute come = t.draw("the route of " + words, AnyRoute.route());
        Ipv4Address peer = Scene.peer(t).address();
        Ipv4Option option = recorded(peer, come).recorded();
        Scene.peer(t).comeWith(List.of(option));
        if (t.maybe(CHOSEN, Boolean.class).isEmpty()) {
            List<Ipv4Address> back = new ArrayList<>(come.gateways());
            Collections.reverse(back);
            Mark.SOURCE_ROUTE.asked(t, RouteTaken.by(back, peer));
        }
    }

    /** What stands in the packets then. */
    SourceRoute recorded(Ipv4Address peer, SourceRoute come) {
        return come;
    }

    @Override
    public String toString() {
        return words;
    }
}
