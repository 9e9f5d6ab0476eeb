package dev.plumbline.steps.tcp;

import static dev.plumbline.peer.SegmentPattern.segment;
import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.FIN;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.peer.InParts;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.SegmentPattern;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Words;
import dev.plumbline.trial.Expectation;
import dev.plumbline.wire.Octets;
import java.util.Optional;

/**
 * What the endpoint's application has sent, as the peer takes it: in order, and in as many segments as the endpoint likes, for their
 * boundaries have nothing to do with those of what was written (RFC 9293 section 3.7).
 */
final class SentText {
    private SentText() {}

    /** All of it that the peer has not taken yet. */
    static Expectation awaited(TcpScene scene) {
        return new InParts(() -> scene.connection().expect(part(scene), s -> take(scene, s)), () -> isTaken(scene));
    }

    /** The segment that carries what is next. */
    static SegmentPattern part(TcpScene scene) {
        Octets rest = rest(scene);
        return segment()
                .with(ACK)
                .without(SYN, RST, FIN)
                .numbered(scene.connection().rcvNxt(), "the next of its own")
                .and(
                        "the next of the " + Words.octets(rest.length()) + " that the application has sent",
                        s -> objection(rest, s.payload()));
    }

    /** The peer has got it, and says nothing: whoever has room for all of it need not hear of a part to send the rest. */
    static void take(TcpScene scene, TcpSegment part) {
        scene.connection().take(part.payload());
    }

    static boolean isTaken(TcpScene scene) {
        return rest(scene).isEmpty();
    }

    private static Octets rest(TcpScene scene) {
        PeerConnection connection = scene.connection();
        int taken = connection.rcvNxt().minus(connection.irs()) - 1;
        return scene.sent().from(Math.min(taken, scene.sent().length()));
    }

    private static Optional<String> objection(Octets rest, Octets octets) {
        if (octets.isEmpty()) {
            return Optional.of("it carries no data");
        }
        boolean right = octets.length() <= rest.length()
                && rest.slice(0, octets.length()).equals(octets);
        return right ? Optional.empty() : Optional.of("it has other octets than the application has sent");
    }
}
