package dev.plumbline.steps.tcp;

import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trials;
import java.util.function.Consumer;

/** How a state of RFC 9293 section 3.3.2 is reached: by calls and segments, never set. */
public enum Way {
    /** Nothing is open. */
    CLOSED("CLOSED", Approach::closed),
    /** The endpoint's application waits for connections. */
    LISTEN("LISTEN", Approach::listen),
    /** It connects, and nobody has answered. */
    SYN_SENT("SYN-SENT", Approach::synSent),
    /** A SYN came to a listener, and was answered. */
    SYN_RECEIVED_PASSIVE("SYN-RECEIVED after a passive open", Approach::synReceivedPassive),
    /** Two SYNs crossed, and the peer's was answered. */
    SYN_RECEIVED_ACTIVE("SYN-RECEIVED after a simultaneous open", Approach::synReceivedActive),
    /** The endpoint has asked. */
    ESTABLISHED("ESTABLISHED after an active open", Approach::establishedActive),
    /** The peer has asked. */
    ESTABLISHED_PASSIVE("ESTABLISHED after a passive open", Approach::establishedPassive),
    /** The endpoint's application closes first; from here on any side may have asked. */
    FIN_WAIT_1("FIN-WAIT-1", Approach::finWait1),
    /** Its FIN is acknowledged. */
    FIN_WAIT_2("FIN-WAIT-2", Approach::finWait2),
    /** The peer closes first. */
    CLOSE_WAIT("CLOSE-WAIT", Approach::closeWait),
    /** Both close at the same time. */
    CLOSING("CLOSING", Approach::closing),
    /** The peer closes, then the endpoint's application. */
    LAST_ACK("LAST-ACK", Approach::lastAck),
    /** The endpoint's application closes, then the peer. */
    TIME_WAIT("TIME-WAIT", Approach::timeWait),
    /** The same on the side of a server, which goes on waiting for clients. */
    TIME_WAIT_PASSIVE("TIME-WAIT after a passive open", Approach::timeWaitPassive);

    /** All of them, as a feature writes them. */
    static final String WORDS = "CLOSED|LISTEN|SYN-SENT|SYN-RECEIVED after a passive open"
            + "|SYN-RECEIVED after a simultaneous open|ESTABLISHED after an active open|ESTABLISHED after a passive open"
            + "|FIN-WAIT-1|FIN-WAIT-2|CLOSE-WAIT|CLOSING|LAST-ACK|TIME-WAIT|TIME-WAIT after a passive open";

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a method without a memory
    private final Consumer<Approach> going;

    Way(String words, Consumer<Approach> going) {
        this.words = words;
        this.going = going;
    }

    /** Goes it in every trial. A trial that does not arrive has judged nothing. */
    void go(Trials trials) {
        // To switch hosts on takes a while in real time, in which the SYN of the first would grow old.
        trials.act(Scene::endpoint);
        going.accept(new Approach(trials));
    }

    @Override
    public String toString() {
        return words;
    }
}
