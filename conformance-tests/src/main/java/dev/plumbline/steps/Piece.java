package dev.plumbline.steps;

import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a stream of octets.
 *
 * @param from the place of its first octet, counted from 0
 * @param to the place behind its last octet
 */
record Piece(int from, int to) {
    private static final int MOST = 17_520;

    /** The peer gets data to send, cut into pieces of these sizes, as many of them as the endpoint's window takes. */
    static List<Piece> cut(Trial t, List<Integer> sizes) {
        int mss = Scene.connection(t).mss();
        List<Integer> fitting = sizes.stream().map(size -> Math.min(size, mss)).toList();
        int total = fitting.stream().mapToInt(Integer::intValue).sum();
        Octets octets = t.draw("the octets start at", Any.data(MOST, MOST));
        int first = Scene.peerData(t).length();
        Scene.addPeerData(t, Streams.fitting(t, octets.slice(0, total)));
        return pieces(first, Scene.peerData(t).length(), fitting);
    }

    /** The same pieces; if the endpoint's window takes no more than one, that one in two halves. */
    static List<Piece> atLeastTwo(List<Piece> pieces) {
        if (pieces.size() > 1) {
            return pieces;
        }
        Piece only = pieces.get(0);
        int middle = (only.from() + only.to()) / 2;
        return List.of(new Piece(only.from(), middle), new Piece(middle, only.to()));
    }

    private static List<Piece> pieces(int first, int end, List<Integer> sizes) {
        List<Piece> pieces = new ArrayList<>();
        int at = first;
        for (int size : sizes) {
            int next = Math.min(end, at + size);
            if (next > at) {
                pieces.add(new Piece(at, next));
            }
            at = next;
        }
        return pieces;
    }
}
