package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Pause;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.SegmentDraft;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import java.time.Duration;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;

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
    /** What was held up in the network, and was sent long ago (RFC 9293 section 3.6.1, MAY-2). */
    KNOWS_NOTHING("gets an answer to an old SYN, and resets it", HandshakeDeed::resetsAnswer) {
        @Override
        public Expectation after(Trial t) {
            return new Pause(A_SECOND);
        }
    },
    /** Its SYN crosses the endpoint's, which is sent again then with an ACK; and what it says comes late (RFC 9293 section 3.5). */
    CROSSES_LATE("asks at the same time, and lets its segments come late", t -> {
        Duration late = Duration.ofMillis(t.draw(
                "how many milliseconds late they come", Arbitraries.integers().between(350, 450)));
        t.later(late, () -> Handshake.cross(t));
        t.later(late.multipliedBy(2), () -> connection(t).acknowledge());
    }) {
        @Override
        public Expectation after(Trial t) {
            return Handshake.connected(t);
        }
    },
    /** The last segment of the three. */
    CONFIRMS("completes the handshake", t -> connection(t).acknowledge());

    /** All of them, as a feature writes them. */
    static final String WORDS = "sends a SYN with any options|answers with a SYN and ACK|completes the handshake"
            + "|asks at the same time, and lets its segments come late|asks again without a FIN, if nobody has answered|gets an answer to an old SYN, and resets it";

    private static final int FAR = 100_000;
    /** By then the answer is there and taken back, however slow the machine is. */
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
    private final Consumer<Trial> deed;

    HandshakeDeed(String words, Consumer<Trial> deed) {
        this.words = words;
        this.deed = deed;
    }

    /** Its number is beyond all that the connection has used, as any may be. */
    private static void resetsAnswer(Trial t) {
        PeerConnection connection = connection(t);
        SeqNumber number = connection.sndNxt().plus(FAR);
        Scene.peer(t)
                .onArrival(packet -> packet.tcp()
                        .filter(s -> s.has(TcpFlag.SYN) && s.ack().equals(number.plus(1)))
                        .filter(s ->
                                s.destinationPort().equals(connection.local().port()))
                        .ifPresent(s -> connection.transmit(SegmentDraft.on(connection)
                                .with(TcpFlags.of(TcpFlag.RST))
                                .numbered(s.ack())
                                .acknowledging(SeqNumber.ZERO)
                                .segment())));
        connection.transmit(SegmentDraft.on(connection)
                .with(TcpFlags.of(TcpFlag.SYN))
                .numbered(number)
                .acknowledging(SeqNumber.ZERO)
                .segment());
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
