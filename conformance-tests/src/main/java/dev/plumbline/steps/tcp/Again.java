package dev.plumbline.steps.tcp;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Pause;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.Reader;
import dev.plumbline.peer.Retold;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.trial.Waits;
import java.util.List;
import java.util.function.Function;

/** Between two sockets whose connection is over there is another one, of which the first one's user knows nothing (RFC 9293 section 3.4.1). */
final class Again {
    private Again() {}

    /** Whoever has asked for the first one asks again, and hears no more than one answer to that. */
    static void ask(Trials trials, Terms terms) {
        // What the first connection has sent last may still be under way.
        trials.await(t -> Scene.isInRealTime(t) ? new Pause(Waits.MOMENT) : Expectation.NOTHING);
        trials.act(t -> ask(t, terms));
        await(trials, t -> isPassive(t) ? Handshake.synAck(t) : Handshake.syn(t, terms.iss()));
    }

    /** The same, and gets its connection. */
    static void open(Trials trials, Terms terms) {
        ask(trials, terms);
        trials.act(t -> {
            if (isPassive(t)) {
                Scene.connection(t).acknowledge();
            } else {
                Scene.connection(t).send(terms.syn(t, Scene.connection(t)));
            }
        });
        await(trials, t -> isPassive(t) ? Expectation.NOTHING : Handshake.ackOfSyn(t));
        await(trials, t -> isPassive(t) ? accepted(t) : Handshake.connected(t));
        trials.act(Again::takeUp);
    }

    private static void await(Trials trials, Function<Trial, Expectation> expectation) {
        trials.await(t -> Retold.about("the second connection between the two sockets", expectation.apply(t)));
    }

    private static void ask(Trial t, Terms terms) {
        PeerConnection before = Scene.connection(t);
        before.replies().end();
        TcpScene.anew(t);
        Talk.anew(t);
        if (isPassive(t)) {
            t.put(new Earlier(server(t).connections().size()));
            PeerConnection next =
                    t.put(new PeerConnection(Scene.peer(t), before.local(), before.remote(), before.iss()));
            next.reader().skipAll();
            next.send(terms.syn(t, next));
        } else {
            Reader reader = t.put(Scene.peer(t).tcp(before.local().port()));
            reader.skipAll();
            t.put(TcpApplication.connect(
                    Scene.endpoint(t), "the client", before.remote().port(), before.local()));
        }
    }

    /** How many connections the server had before. */
    private record Earlier(int count) {}

    private static Expectation accepted(Trial t) {
        return Becomes.becomesTrue(
                "the endpoint's application gets the second connection",
                () -> server(t).connections().size() > t.the(Earlier.class).count(),
                () -> "it was told nothing of it" + Hints.turningPoint(t));
    }

    /** From now on the endpoint's application is the one of the second connection. */
    private static void takeUp(Trial t) {
        if (isPassive(t)) {
            List<TcpApplication> all = server(t).connections();
            t.put(all.get(all.size() - 1));
        }
    }

    private static ServerApplication server(Trial t) {
        return t.the(ServerApplication.class);
    }

    private static boolean isPassive(Trial t) {
        return TcpScene.of(t).isPassive();
    }
}
