package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.spi.TcpError;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.function.BiPredicate;

/** What the endpoint's application is told (RFC 9293 section 3.9.1, "signal" in section 3.10). */
public enum News {
    /** Neither a word nor an octet since the step that sent something. */
    NOTHING("nothing", (now, scene) -> now.equals(scene.before())),
    /** OPEN is done. */
    CONNECTED("that it is connected", (now, scene) -> now.connected()),
    /** The client has asked once, however often that arrived. */
    ANOTHER_CONNECTION("of another connection", (now, scene) -> scene.connections() > 1),
    /** Nobody listens there. */
    REFUSED("that the connection was refused", (now, scene) -> isError(now, TcpError.REFUSED)),
    /** The peer has reset it. */
    RESET("that the connection was reset", (now, scene) -> isError(now, TcpError.RESET)),
    /** Either of the two: who asks and is asked at the same time can call it so or so. */
    REFUSED_OR_RESET(
            "that the connection was refused or reset",
            (now, scene) -> isError(now, TcpError.REFUSED) || isError(now, TcpError.RESET)),
    /** R2 is reached, perhaps with a reason that the network gave (RFC 9293 section 3.8.3). */
    TIMED_OUT("that nobody answers", (now, scene) -> isHopeless(now)),
    /** The same before there was a connection. */
    NO_CONNECTION("that there is no connection", (now, scene) -> isHopeless(now)),
    /** Whatever the reason. */
    FAILED("that the connection has failed", (now, scene) -> now.error().isPresent()),
    /** "Connection closing". */
    PEER_CLOSED("that the peer has closed", (now, scene) -> now.peerClosed()),
    /** Both sides have closed, and there is no more to wait for. */
    ENDED("that the connection has ended", (now, scene) -> scene.application().isEnded()),
    /** RFC 9293 section 3.8.5, MUST-32. */
    URGENT("that there is urgent data", (now, scene) -> scene.hasUrgentNews()),
    /** It gets what the endpoint has acknowledged, each octet once. */
    DATA("of the new octets", News::isBeginning);

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "nothing|that it is connected|of another connection|that the connection was refused|that the connection was reset"
                    + "|that the connection was refused or reset|that nobody answers|that there is no connection"
                    + "|that the connection has failed"
                    + "|that the peer has closed|that the connection has ended|that there is urgent data|of the new octets";

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a question without a memory
    private final BiPredicate<Hearsay, TcpScene> holds;

    News(String words, BiPredicate<Hearsay, TcpScene> holds) {
        this.words = words;
        this.holds = holds;
    }

    private static boolean isError(Hearsay now, TcpError error) {
        return now.error().filter(error::equals).isPresent();
    }

    /** Text that is here already may go beyond what was acknowledged, for a moment; out of order it never is. */
    private static boolean isBeginning(Hearsay now, TcpScene scene) {
        int length = now.received().length();
        return length >= scene.taken().length() && now.received().equals(PeersText.octets(0, length));
    }

    private static boolean isHopeless(Hearsay now) {
        return isError(now, TcpError.TIMED_OUT) || isError(now, TcpError.UNREACHABLE);
    }

    /** Waits until it is told, but no longer than that; for "nothing", watches that it stays so. */
    Expectation awaited(TcpScene scene, Duration limit) {
        if (scene.isReset() && this == NOTHING) {
            // A stack may answer an error with a reset: then this is what its application is told.
            return RESET.awaited(scene, limit);
        }
        if (this == NOTHING) {
            return Becomes.staysUntrue(
                    "the endpoint's application is told nothing",
                    () -> !NOTHING.holds.test(Hearsay.of(scene), scene),
                    () -> "after " + scene.arrivedWords() + ": "
                            + Hearsay.of(scene).since(scene.before()));
        }
        return Becomes.becomesTrue(
                        "the endpoint's application is told " + words,
                        () -> holds.test(Hearsay.of(scene), scene),
                        () -> Hearsay.of(scene).since(scene.before()))
                .within(limit);
    }

    /** Watches that it is not told so. */
    Expectation withheld(Trial t) {
        TcpScene scene = TcpScene.of(t);
        return Becomes.staysUntrue(
                "the endpoint's application is not told " + words,
                () -> holds.test(Hearsay.of(scene), scene),
                () -> "the endpoint's application was told " + words
                        + (Talk.of(t).hasGap() ? ", although octets are missing" : ", which is not so"));
    }

    @Override
    public String toString() {
        return words;
    }
}
