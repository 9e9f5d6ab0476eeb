package dev.plumbline.steps.tcp;

import dev.plumbline.peer.PeerConnection;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import java.util.function.Consumer;

/** What the peer does to get a connection (RFC 9293 section 3.5). */
enum HandshakeDeed implements Deed {
    /** It is the client. A receiver skips what it does not know (RFC 9293 section 3.1, MUST-6). */
    ASKS_WITH_OPTIONS(
            "sends a SYN with any options",
            t -> TcpScene.of(t)
                    .arrives(
                            connection(t).syn().toBuilder()
                                    .options(t.draw("the SYN's options", Any.tcpOptions()))
                                    .build(),
                            "a SYN with any options")),
    /** It is the server, and takes what comes from now on. */
    ACCEPTS("answers with a SYN and ACK", t -> {
        connection(t).acknowledgeByItself();
        connection(t).send(connection(t).syn());
    }),
    /** Many hosts drop a SYN that brings the end of the stream along. */
    ASKS_AGAIN("asks again without a FIN, if nobody has answered", t -> {
        if (!connection(t).hasSyn()) {
            connection(t).send(connection(t).syn());
        }
    }) {
        @Override
        public Expectation after(Trial t) {
            return connection(t).hasSyn() ? Expectation.NOTHING : Handshake.synAck(t);
        }
    },
    /** The last segment of the three. */
    CONFIRMS("completes the handshake", t -> connection(t).acknowledge());

    /** All of them, as a feature writes them. */
    static final String WORDS = "sends a SYN with any options|answers with a SYN and ACK|completes the handshake"
            + "|asks again without a FIN, if nobody has answered";

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
    private final Consumer<Trial> deed;

    HandshakeDeed(String words, Consumer<Trial> deed) {
        this.words = words;
        this.deed = deed;
    }

    private static PeerConnection connection(Trial t) {
        return TcpScene.of(t).connection();
    }

    @Override
    public void act(Trial t) {
        deed.accept(t);
    }

    @Override
    public String toString() {
        return words;
    }
}
