package dev.plumbline.diagnosis;

import dev.plumbline.dns.Question;
import dev.plumbline.ip.Ipv4Address;
import java.util.List;
import java.util.Optional;

/**
 * Two values that should be equal and are not, as the wire has them.
 *
 * @param quantity what was compared
 * @param expected what would have been right
 * @param seen what it was
 * @param words the part of a failure's headline that says so; empty if the whole headline does
 */
public record Difference(Quantity quantity, long expected, long seen, String words) {
    /** One that the whole headline tells. */
    public static Difference of(Quantity quantity, long expected, long seen) {
        return new Difference(quantity, expected, seen, "");
    }

    /** That what was asked and what is repeated differ in their type or class; empty if it is anything else. */
    public static Optional<Difference> of(List<Question> asked, List<Question> repeated, String words) {
        boolean comparable = asked.size() == 1
                && repeated.size() == 1
                && asked.get(0).name().equals(repeated.get(0).name());
        return comparable
                ? Optional.of(new Difference(Quantity.QUESTION_KIND, kind(asked.get(0)), kind(repeated.get(0)), words))
                : Optional.empty();
    }

    /** That one address is not the other. */
    public static Difference of(Ipv4Address expected, Ipv4Address seen, String words) {
        return new Difference(
                Quantity.ADDRESS, Integer.toUnsignedLong(expected.bits()), Integer.toUnsignedLong(seen.bits()), words);
    }

    private static long kind(Question question) {
        return (long) question.type().code() << 16 | question.recordClass().code();
    }
}
