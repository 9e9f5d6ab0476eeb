package dev.plumbline.diagnosis;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.transport.SocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is wrong with something, in words; with the two values if it is that they differ.
 *
 * @param words for a failure's headline
 * @param difference what was compared
 */
public record Objection(String words, Optional<Difference> difference) {
    /** What no two values say. */
    public static Objection of(String words) {
        return new Objection(words, Optional.empty());
    }

    /** That one value is not the other. */
    public static Objection of(Quantity quantity, long expected, long seen, String words) {
        return new Objection(words, Optional.of(new Difference(quantity, expected, seen, words)));
    }

    /** That one address is not the other. */
    public static Objection of(Ipv4Address expected, Ipv4Address seen, String words) {
        return new Objection(words, Optional.of(Difference.of(expected, seen, words)));
    }

    /** That one end of a conversation is not the other. */
    public static Objection of(SocketAddress expected, SocketAddress seen, String words) {
        return of(Quantity.SOCKET, Ends.bits(expected), Ends.bits(seen), words);
    }

    /** All of them in one line. */
    public static String words(List<Objection> all) {
        return all.stream().map(Objection::words).collect(Collectors.joining(", "));
    }

    /** What was compared in them. */
    public static List<Difference> differences(List<Objection> all) {
        return all.stream().flatMap(each -> each.difference().stream()).toList();
    }

    @Override
    public String toString() {
        return words;
    }
}
