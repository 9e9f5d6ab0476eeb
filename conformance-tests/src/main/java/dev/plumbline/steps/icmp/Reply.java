package dev.plumbline.steps.icmp;

import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Silence;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import java.util.Optional;

/** What the endpoint may send because of a packet that nobody answers (RFC 1122 section 3.2.2). */
public enum Reply {
    /** Not a word. */
    NOTHING("nothing", "no packet at all") {
        @Override
        Optional<String> objection(Trial t, Packet came) {
            return handedOn(t, came)
                    .or(
                            () -> Optional.of(
                                    "the endpoint answered, but IP and UDP ask nobody and confirm nothing, and what is for others, or for everybody, is no reason for a word"));
        }
    },
    /** Not a word, or an error message: hosts should send it, and may send few (RFC 1122 section 4.1.3.1). */
    NO_APPLICATION("nothing, or that no application has the port", "no answer, or an ICMP message: port unreachable") {
        @Override
        Optional<String> objection(Trial t, Packet came) {
            return came.icmp()
                            .filter(message -> Report.NO_APPLICATION.isIn(t, message))
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of("the endpoint answered a datagram for a closed port with something else");
        }
    };

    private final String words;
    private final String expected;

    Reply(String words, String expected) {
        this.words = words;
        this.expected = expected;
    }

    /** Watches that nothing else comes. */
    Silence watch(Trial t) {
        return new Silence(Scene.peer(t).everything(), expected, packet -> objection(t, packet));
    }

    /** What is wrong with a packet of the endpoint, if anything is. */
    abstract Optional<String> objection(Trial t, Packet came);

    @Override
    public String toString() {
        return words;
    }

    private static Optional<String> handedOn(Trial t, Packet came) {
        return came.ip()
                .filter(ip -> !ip.source().equals(Scene.peer(t).endpoint()))
                .map(ip -> "the endpoint handed on a packet from " + ip.source() + " to " + ip.destination()
                        + ", but a host with one link is no router");
    }
}
