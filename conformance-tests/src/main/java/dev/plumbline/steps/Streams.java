package dev.plumbline.steps;

import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Words;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Waits;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is awaited of a stream of octets, and how differences are told. */
public final class Streams {
    /** What fits into one segment of an ordinary Ethernet. */
    static final int SEGMENT = 1460;

    /** What fits into one segment for every host (RFC 9293 section 3.7.1). */
    static final int DEFAULT_SEGMENT = 536;

    /** The largest window without scaling (RFC 9293 section 3.1). */
    static final int LARGEST_WINDOW = 65_535;

    private static final String PEER_CLOSED = "the peer has closed";
    private static final int WINDOW = 65536;
    private static final Duration LIMIT = Waits.ANSWER.multipliedBy(20);

    private Streams() {}

    /** The endpoint's application has exactly what the peer has sent. */
    public static Expectation receivedByEndpoint(Trial t) {
        return Becomes.becomesTrue(
                        "the endpoint's application receives exactly the "
                                + Words.octets(Scene.peerData(t).length()) + " that the peer has sent",
                        () -> Scene.received(t).equals(Scene.peerData(t)),
                        () -> difference(Scene.peerData(t), Scene.received(t))
                                + ending(t)
                                + turningPoint(Scene.connection(t)))
                .within(LIMIT);
    }

    /** The peer has exactly what the endpoint's application has sent. */
    public static Expectation receivedByPeer(Trial t) {
        return Becomes.becomesTrue(
                        "the peer receives exactly the "
                                + Words.octets(Scene.endpointData(t).length())
                                + " that the endpoint's application has sent",
                        () -> Scene.connection(t).received().equals(Scene.endpointData(t)),
                        () -> difference(
                                        Scene.endpointData(t),
                                        Scene.connection(t).received())
                                + firstNumber(t))
                .within(LIMIT);
    }

    /** The peer sends as much of the data as the endpoint's window takes, in segments as large as the endpoint takes them. */
    public static void sendByPeer(Trial t, Octets data) {
        Octets fitting = fitting(t, data);
        Scene.addPeerData(t, fitting);
        sendOctets(t, Scene.peerData(t).length() - fitting.length());
    }

    /** As much of the data as the endpoint's window takes. */
    static Octets fitting(Trial t, Octets data) {
        return data.slice(0, Math.min(data.length(), Scene.connection(t).room()));
    }

    /** The peer sends everything again that the endpoint has not acknowledged, and its FIN, if it has closed. */
    static void sendUnacknowledged(Trial t) {
        PeerConnection connection = Scene.connection(t);
        sendOctets(t, connection.acknowledged().minus(connection.iss()) - 1);
        if (hasPeerClosed(t)) {
            connection.send(
                    at(connection, Scene.peerData(t).length()).flag(TcpFlag.FIN).build());
        }
    }

    /** The peer sends the part of its stream from one place to another, in one segment. */
    static void sendPiece(Trial t, int from, int to) {
        PeerConnection connection = Scene.connection(t);
        connection.send(at(connection, from)
                .flag(TcpFlag.PSH)
                .payload(Scene.peerData(t).slice(from, to))
                .build());
    }

    /** The peer sends its FIN: from now on {@link #sendUnacknowledged} sends it, too. */
    static void closeByPeer(Trial t) {
        t.put(PEER_CLOSED, Boolean.TRUE);
        PeerConnection connection = Scene.connection(t);
        connection.send(
                at(connection, Scene.peerData(t).length()).flag(TcpFlag.FIN).build());
    }

    private static boolean hasPeerClosed(Trial t) {
        return t.maybe(PEER_CLOSED, Boolean.class).orElse(false);
    }

    private static void sendOctets(Trial t, int from) {
        int mss = Scene.connection(t).mss();
        int end = Scene.peerData(t).length();
        for (int at = from; at < end; at += mss) {
            sendPiece(t, at, Math.min(end, at + mss));
        }
    }

    private static TcpSegment.Builder at(PeerConnection connection, int place) {
        return connection.next().seq(numberOf(connection, place));
    }

    /** The number of an octet of the peer's stream. */
    static SeqNumber numberOf(PeerConnection connection, int place) {
        return connection.iss().plus(1L + place);
    }

    /** The place in the endpoint's stream of a segment's first octet. */
    static int placeOf(PeerConnection connection, TcpSegment segment) {
        return segment.seq().minus(connection.irs()) - 1;
    }

    /** What is wrong with the octets of a segment, compared with what the endpoint's application has sent. */
    static Optional<String> misplaced(Trial t, TcpSegment segment) {
        Octets all = Scene.endpointData(t);
        int from = placeOf(Scene.connection(t), segment);
        int to = from + segment.payload().length();
        boolean right = segment.payload().isEmpty()
                || (from >= 0 && to <= all.length() && all.slice(from, to).equals(segment.payload()));
        return right
                ? Optional.empty()
                : Optional.of("its octets are not those of the stream that begin with number " + segment.seq());
    }

    /** The endpoint's application sends data, and the peer acknowledges what comes. */
    public static void sendByEndpoint(Trial t, Octets data) {
        Scene.connection(t).acknowledgeByItself();
        Scene.addEndpointData(t, data);
        Scene.application(t).send(data);
    }

    /** Where comparisons of the peer's sequence numbers go wrong, if its window has such a place (RFC 9293 section 3.4). */
    static String turningPoint(PeerConnection connection) {
        SeqNumber iss = connection.iss();
        SeqNumber edge = iss.plus(WINDOW);
        if (edge.value() < iss.value()) {
            return "; the peer's numbers pass 4294967295 here and go on with 0, so compare them modulo 2^32";
        }
        return edge.bits() < iss.bits()
                ? "; the peer's numbers pass 2147483647 here, where a signed integer turns negative, so compare them modulo"
                        + " 2^32"
                : "";
    }

    /** How the connection ended, if it did while it was needed. */
    private static String ending(Trial t) {
        return Scene.anyApplication(t)
                .flatMap(TcpApplication::error)
                .map(error -> "; the application was told that its connection has ended: " + error)
                .orElse("");
    }

    /** Whether the endpoint's data begins at the wrong number: a SYN counts as one octet (RFC 9293 section 3.4). */
    private static String firstNumber(Trial t) {
        List<TcpSegment> sent = Scene.peer(t).arrivals().stream()
                .flatMap(packet -> packet.tcp().stream())
                .toList();
        Set<SeqNumber> syns = sent.stream()
                .filter(s -> s.has(TcpFlag.SYN))
                .map(TcpSegment::seq)
                .collect(Collectors.toSet());
        boolean isNumberOfSyn = sent.stream()
                .filter(s -> !s.payload().isEmpty() && !s.has(TcpFlag.SYN))
                .anyMatch(s -> syns.contains(s.seq()));
        return isNumberOfSyn ? "; its first octet has the number of the SYN, but a SYN counts as one octet" : "";
    }

    /** Data for a reader: as text where it is text. */
    public static List<String> words(List<Octets> all) {
        return all.stream().map(Streams::words).toList();
    }

    private static String words(Octets data) {
        String text = data.toText();
        boolean readable = !text.isEmpty() && text.chars().allMatch(c -> c >= ' ' && c <= '~');
        return readable && text.length() <= 40 ? '"' + text + '"' : data.toString();
    }

    /** Whether {@code part} is how {@code all} begins. */
    public static boolean isBeginning(Octets part, Octets all) {
        return part.length() <= all.length() && all.slice(0, part.length()).equals(part);
    }

    /** Where two streams part. */
    public static String difference(Octets sent, Octets received) {
        int common = Math.min(sent.length(), received.length());
        for (int i = 0; i < common; i++) {
            if (sent.u8(i) != received.u8(i)) {
                return "octet " + i + " of " + sent.length() + " is " + received.u8(i) + " instead of " + sent.u8(i);
            }
        }
        if (sent.length() == received.length()) {
            return "exactly that";
        }
        return received.isEmpty()
                ? "nothing"
                : Words.octets(received.length()) + " instead of " + sent.length() + ", the first " + common
                        + " of them right";
    }
}
