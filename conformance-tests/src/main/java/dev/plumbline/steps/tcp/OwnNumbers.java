package dev.plumbline.steps.tcp;

import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Pause;
import dev.plumbline.peer.Reader;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyStream;
import java.time.Duration;

/**
 * Leads the endpoint's own numbers to where comparing them goes wrong, by nothing but time. A connection that is opened and given
 * up at once tells where its clock is, two of them how fast it goes (RFC 9293 section 3.4.1). A stack whose numbers follow no clock
 * cannot be led, and where time is real nobody waits for hours: there a connection begins wherever it begins.
 */
final class OwnNumbers {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    /** What is under way has arrived by then. */
    private static final Duration A_MOMENT = Duration.ofMillis(100);
    /** The clock is read once more when so little is left. */
    private static final Duration A_LITTLE = Duration.ofSeconds(10);

    private OwnNumbers() {}

    /** Any few octets before {@code turn}. */
    static void leadTo(SeqNumber turn, Trials trials) {
        ask(trials, 1);
        trials.reach(t -> new Pause(A_MINUTE));
        ask(trials, 2);
        trials.reach(t -> new Pause(allBut(A_LITTLE, rest(t, turn))));
        ask(trials, 3);
        trials.reach(t -> new Pause(rest(t, turn)));
        trials.act(OwnNumbers::forgetSyns);
    }

    private static void ask(Trials trials, int number) {
        trials.act(t -> t.put(TcpApplication.connect(Scene.endpoint(t), "the client", port(t), peer(t))));
        trials.reach(t -> Becomes.becomesTrue(
                "the endpoint asks for a connection", () -> clock(t).readings().size() >= number, () -> "it does not"));
        trials.reach(t -> new Pause(A_MOMENT));
        trials.act(t -> t.the(TcpApplication.class).abort());
        // Whatever that makes the endpoint say belongs to no connection that comes after it.
        trials.reach(t -> new Pause(A_MOMENT));
    }

    private static Duration rest(Trial t, SeqNumber turn) {
        int few = t.draw("the endpoint begins so many numbers before", AnyStream.few());
        return clock(t).until(turn.plus(-few), Scene.lab(t).timeline().now());
    }

    private static Duration allBut(Duration little, Duration rest) {
        return rest.compareTo(little) > 0 ? rest.minus(little) : Duration.ZERO;
    }

    /** They are not the one that is waited for. */
    private static void forgetSyns(Trial t) {
        Reader reader = Scene.peer(t).tcp(peer(t).port());
        reader.skipAll();
        t.put(reader);
    }

    private static IsnClock clock(Trial t) {
        return IsnClock.of(Scene.lab(t), port(t), peer(t));
    }

    private static Port port(Trial t) {
        return t.draw(Scene.ENDPOINT_PORT, Any.clientPort());
    }

    private static SocketAddress peer(Trial t) {
        return Scene.peer(t).at(Scene.drawPeerPort(t));
    }
}
