package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Piece;
import dev.plumbline.wire.Octets;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/** The stream of a peer that is played by hand: what it sends, and when, is up to the steps. */
public final class PeerStream {
    private PeerStream() {}

    /** The peer sends as much of the data as the endpoint's window takes, in segments as large as the endpoint takes them. */
    public static void send(Trial t, Octets data) {
        Piece all = add(t, data);
        sendFrom(t, all.from());
    }

    /** As much of the data as the endpoint's window takes is to be sent; it does not leave by itself. */
    static Piece add(Trial t, Octets data) {
        int from = Talk.of(t).peerData().length();
        int room = Math.max(0, Scene.connection(t).room() - underway(t));
        Talk.of(t).addPeerData(data.slice(0, Math.min(data.length(), room)));
        return new Piece(from, Talk.of(t).peerData().length());
    }

    /** What the peer is to do takes a window with room for so many octets; an endpoint that has none is not judged by it. */
    static void needRoom(Trial t, int octets) {
        int room = Scene.connection(t).room() - underway(t);
        if (room < octets) {
            throw new FindingError(Finding.unreached(
                    "the endpoint's window leaves no room for what the peer would send",
                    "a window with room for " + octets + " octets",
                    "a window with room for " + Math.max(0, room)));
        }
    }

    /** What is added, but did not leave yet. */
    private static int underway(Trial t) {
        PeerConnection connection = Scene.connection(t);
        return Math.max(0, numberOf(t, Talk.of(t).peerData().length()).minus(connection.sndNxt()));
    }

    /** The peer sends a part of its stream in one segment. */
    static void send(Trial t, Piece piece) {
        Scene.connection(t)
                .send(at(t, piece.from())
                        .flag(TcpFlag.PSH)
                        .payload(Talk.of(t).peerData().slice(piece.from(), piece.to()))
                        .build());
    }

    /** The peer sends data in the same way, changed segment by segment: {@code change} is given each and how far it is to the end. */
    static Piece send(Trial t, Octets data, BiFunction<TcpSegment.Builder, Integer, TcpSegment.Builder> change) {
        Piece all = add(t, data);
        int mss = Scene.connection(t).mss();
        for (int from = all.from(); from < all.to(); from += mss) {
            Octets octets = Talk.of(t).peerData().slice(from, Math.min(all.to(), from + mss));
            TcpSegment.Builder segment = at(t, from).flag(TcpFlag.PSH).payload(octets);
            Scene.connection(t).send(change.apply(segment, all.to() - from).build());
        }
        return all;
    }

    /** The peer sends everything again that the endpoint has not acknowledged, and its FIN, if it has closed. */
    static void sendUnacknowledged(Trial t) {
        PeerConnection connection = Scene.connection(t);
        sendFrom(t, Math.max(0, connection.acknowledged().minus(connection.iss()) - 1));
        if (Talk.of(t).isPeerClosed()) {
            sendFin(t);
        }
    }

    /** The peer sends what has arrived in no segment that is as large as the endpoint takes them, or smaller. */
    static void fillGaps(Trial t) {
        int mss = Scene.connection(t).mss();
        List<Piece> pieces = Crossing.all(t).stream()
                .filter(crossing -> !crossing.sent())
                .map(crossing -> pieceOf(t, crossing.segment()))
                .filter(piece -> piece.length() > 0 && piece.length() <= mss)
                .sorted(Comparator.comparingInt(Piece::from))
                .toList();
        int at = 0;
        for (Piece piece : pieces) {
            sendBetween(t, at, piece.from());
            at = Math.max(at, piece.to());
        }
        sendBetween(t, at, Talk.of(t).peerData().length());
    }

    private static Piece pieceOf(Trial t, TcpSegment segment) {
        int from = segment.seq().minus(numberOf(t, 0));
        return new Piece(from, from + segment.payload().length());
    }

    private static void sendBetween(Trial t, int from, int to) {
        int mss = Scene.connection(t).mss();
        for (int at = from; at < to; at += mss) {
            send(t, new Piece(at, Math.min(to, at + mss)));
        }
    }

    /** The peer sends its FIN: from now on {@link #sendUnacknowledged} sends it, too. */
    static void close(Trial t) {
        Talk.of(t).peerCloses();
        sendFin(t);
    }

    static void sendFin(Trial t) {
        Scene.connection(t)
                .send(at(t, Talk.of(t).peerData().length()).flag(TcpFlag.FIN).build());
    }

    /** The endpoint has acknowledged all that the peer has sent. */
    static Expectation acknowledged(Trial t) {
        PeerConnection connection = Scene.connection(t);
        return Becomes.becomesTrue(
                "the endpoint acknowledges all segments",
                () -> connection.acknowledged().equals(connection.sndNxt()),
                () -> "it acknowledged up to " + connection.acknowledged());
    }

    /** The number of an octet of the peer's stream. */
    static SeqNumber numberOf(Trial t, int place) {
        return Scene.connection(t).iss().plus(1L + place);
    }

    private static void sendFrom(Trial t, int from) {
        int mss = Scene.connection(t).mss();
        int end = Talk.of(t).peerData().length();
        for (int at = from; at < end; at += mss) {
            send(t, new Piece(at, Math.min(end, at + mss)));
        }
    }

    private static TcpSegment.Builder at(Trial t, int place) {
        return Scene.connection(t).next().seq(numberOf(t, place));
    }
}
