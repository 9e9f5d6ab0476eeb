package dev.plumbline.steps;

import dev.plumbline.testbed.Words;
import dev.plumbline.wire.Octets;
import java.util.Optional;

/** Data that has come whole, but in another order. */
final class Reordered {
    private static final int VALUES = 256;

    private Reordered() {}

    /** How the order differs; empty if it is not the order alone. */
    static Optional<String> words(Octets sent, Octets received) {
        if (sent.length() != received.length() || sent.equals(received) || !hasTheSame(sent, received)) {
            return Optional.empty();
        }
        int first = firstDifference(sent, received);
        return Optional.of("all " + Words.octets(sent.length()) + ", but in another order: "
                + exchanged(sent, received, first)
                        .orElse("the first that is out of place is octet " + first + ", which is " + received.u8(first)
                                + " instead of " + sent.u8(first)));
    }

    private static boolean hasTheSame(Octets one, Octets other) {
        int[] counts = new int[VALUES];
        for (int i = 0; i < one.length(); i++) {
            counts[one.u8(i)]++;
            counts[other.u8(i)]--;
        }
        for (int count : counts) {
            if (count != 0) {
                return false;
            }
        }
        return true;
    }

    private static int firstDifference(Octets one, Octets other) {
        int i = 0;
        while (one.u8(i) == other.u8(i)) {
            i++;
        }
        return i;
    }

    /** Whether two parts that touch have changed places: the later one came first. */
    private static Optional<String> exchanged(Octets sent, Octets received, int first) {
        int end = sent.length();
        while (sent.u8(end - 1) == received.u8(end - 1)) {
            end--;
        }
        for (int second = first + 1; second < end; second++) {
            int later = end - second;
            boolean fits = received.slice(first, first + later).equals(sent.slice(second, end))
                    && received.slice(first + later, end).equals(sent.slice(first, second));
            if (fits) {
                return Optional.of("octets " + second + " to " + (end - 1) + " of what was sent came before octets "
                        + first + " to " + (second - 1));
            }
        }
        return Optional.empty();
    }
}
