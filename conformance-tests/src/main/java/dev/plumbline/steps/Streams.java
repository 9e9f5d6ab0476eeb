package dev.plumbline.steps;

import dev.plumbline.testbed.Words;
import dev.plumbline.wire.Octets;
import java.util.List;

/** How data is told to the reader of a failure, and where two streams part. */
public final class Streams {
    private Streams() {}

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
