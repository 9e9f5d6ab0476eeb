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

    /**
     * What has come instead of what was due. Where the two would look alike the first octet that differs is told, or that only the
     * order does.
     */
    public static String instead(List<Octets> received, List<Octets> due) {
        String came = words(received).toString();
        boolean alike = came.equals(words(due).toString());
        return came + " instead of " + words(due) + (alike ? ": " + firstDifference(received, due) : "");
    }

    /** How many have come, and how they differ if it is not their number. */
    public static String count(List<Octets> received, List<Octets> due) {
        return received.size() != due.size()
                ? received.size() + " instead of " + due.size()
                : "as many as there should be, but " + firstDifference(received, due);
    }

    private static String firstDifference(List<Octets> received, List<Octets> due) {
        for (int i = 0; i < Math.min(received.size(), due.size()); i++) {
            if (!received.get(i).equals(due.get(i))) {
                return "in number " + (i + 1) + " of them " + difference(due.get(i), received.get(i));
            }
        }
        return "their number differs";
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
        return Reordered.words(sent, received).orElseGet(() -> otherDifference(sent, received));
    }

    private static String otherDifference(Octets sent, Octets received) {
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
