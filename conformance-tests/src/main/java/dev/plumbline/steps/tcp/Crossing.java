package dev.plumbline.steps.tcp;

import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Lab;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.testbed.Words;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A segment of the trial's connection that has crossed the endpoint's interface, and when: what timers are judged by.
 *
 * @param at since the timeline began
 * @param sent by the endpoint, and not to it
 */
record Crossing(Duration at, boolean sent, TcpSegment segment) {
    /** All of them, in order. */
    static List<Crossing> all(Trial t) {
        PeerConnection connection = Scene.connection(t);
        return Scene.lab(t).transcript().entries().stream()
                .filter(entry -> entry.host().equals(Lab.ENDPOINT))
                .filter(entry -> entry.kind() == Kind.SENT || entry.kind() == Kind.RECEIVED)
                .flatMap(entry -> of(connection, entry).stream())
                .toList();
    }

    /** Those that the endpoint has sent. */
    static Stream<Crossing> sent(Trial t) {
        return all(t).stream().filter(Crossing::sent);
    }

    /** Whether the peer has acknowledged the same once more: then something may be lost (RFC 5681 section 2). */
    static boolean hasAskedAgain(Trial t) {
        List<TcpSegment> bare = all(t).stream()
                .filter(crossing -> !crossing.sent())
                .map(Crossing::segment)
                .filter(segment -> segment.has(TcpFlag.ACK) && segment.len() == 0)
                .toList();
        return IntStream.range(1, bare.size())
                .anyMatch(i -> bare.get(i).ack().equals(bare.get(i - 1).ack()));
    }

    /** Those since somebody has begun to talk, or {@link EndpointStream#notedAt} was noted for another reason. */
    static List<Crossing> sinceNoted(Trial t) {
        Duration noted = EndpointStream.notedAt(t);
        return all(t).stream()
                .filter(crossing -> crossing.at().compareTo(noted) >= 0)
                .toList();
    }

    /** When the endpoint's application called its stack last: what is seen to leave has left after that, however late it is seen. */
    static Duration lastCall(Trial t) {
        return Scene.lab(t).transcript().entries().stream()
                .filter(entry -> entry.kind() == Kind.CALL && entry.host().equals(Lab.ENDPOINT))
                .map(Entry::at)
                .reduce(Duration.ZERO, (first, second) -> second);
    }

    /** When the application called, or something arrived, the last time before this: what leaves then leaves for that. */
    static Duration causeOf(Trial t, Duration seen) {
        return Scene.lab(t).transcript().entries().stream()
                .filter(entry -> entry.host().equals(Lab.ENDPOINT))
                .filter(entry -> entry.kind() == Kind.CALL || entry.kind() == Kind.RECEIVED)
                .map(Entry::at)
                .filter(at -> at.compareTo(seen) <= 0)
                .reduce(seen, (first, second) -> second);
    }

    /** Which one it is, for a sentence that ends with it. */
    String words() {
        return "with " + Words.octets(segment.payload().length()) + " from number " + segment.seq() + " on";
    }

    private static Optional<Crossing> of(PeerConnection connection, Entry entry) {
        boolean sent = entry.kind() == Kind.SENT;
        return Packet.of(entry.datagram())
                .tcp()
                .filter(s -> (sent ? s.destinationPort() : s.sourcePort())
                        .equals(connection.local().port()))
                .map(segment -> new Crossing(entry.at(), sent, segment));
    }
}
