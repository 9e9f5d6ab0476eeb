package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.Streams;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.testbed.Words;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.wire.Octets;

/** What is awaited of an endpoint to which a part of the peer's stream is missing (RFC 9293 section 3.10.7.4). */
final class Gaps {
    private Gaps() {}

    private static Octets before(Trial t) {
        return Talk.of(t).peerData().slice(0, Talk.of(t).gap().from());
    }

    /** What the application has received, compared with what came before the gap. */
    static String difference(Trial t) {
        return Streams.difference(before(t), Scene.received(t));
    }

    /** The application receives nothing of what was lost, nor of what came behind it. */
    static Expectation nothingFromBehind(Trial t) {
        return Becomes.staysUntrue(
                "nothing from behind the gap reaches the endpoint's application",
                () -> !Scene.received(t).equals(before(t)),
                () -> Talk.of(t).damage().isEmpty()
                        ? "the endpoint's application received "
                                + Words.octets(
                                        Scene.received(t).length() - before(t).length())
                                + " more than had come before the gap"
                        : "the application received what had to be dropped: "
                                + Talk.of(t).damage());
    }

    /** Each segment from behind the gap is answered by naming the first octet that is missing (RFC 5681 section 4.2). */
    static Expectation askedForEach(Trial t) {
        int behind = Talk.of(t).behindGap();
        return Becomes.becomesTrue(
                "one acknowledgment of " + Extent.missing(t) + " for each of the " + behind
                        + " segments behind the gap",
                () -> asked(t) >= behind,
                () -> "the endpoint asked " + asked(t) + " times");
    }

    /** The acknowledgment of what came before may be among these. */
    private static long asked(Trial t) {
        SeqNumber missing = Extent.missing(t);
        return Scene.connection(t).arrivals().stream()
                .filter(s ->
                        s.has(TcpFlag.ACK) && !s.has(TcpFlag.SYN) && s.ack().equals(missing))
                .count();
    }
}
