package dev.plumbline.values;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a stream of octets.
 *
 * @param from the place of its first octet, counted from 0
 * @param to the place behind its last octet
 */
public record Piece(int from, int to) {
    /** The octets from one place to another, cut into pieces of these sizes, as far as they reach. */
    public static List<Piece> cut(int from, int end, List<Integer> sizes) {
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (int size : sizes) {
            int next = Math.min(end, at + size);
            if (next > at) {
                pieces.add(new Piece(at, next));
            }
            at = next;
        }
        return pieces;
    }

    /** These pieces; if there is only one, in two halves. */
    public static List<Piece> atLeastTwo(List<Piece> pieces) {
        if (pieces.size() > 1) {
            return pieces;
        }
        Piece only = pieces.get(0);
        int middle = (only.from() + only.to()) / 2;
        return List.of(new Piece(only.from(), middle), new Piece(middle, only.to()));
    }

    /** How many octets it has. */
    public int length() {
        return to - from;
    }

    /** The part of it that lies before {@code end}. */
    public Piece before(int end) {
        return new Piece(from, Math.min(end, to));
    }

    @Override
    public String toString() {
        return from + " to " + (to - 1);
    }
}
